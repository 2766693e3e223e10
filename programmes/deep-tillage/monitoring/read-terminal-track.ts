import { type ImportReader, type SourceRead, validate } from '@luoshi/kernel'
import { lineProblem } from '../../reading-problem.ts'
import { workRecords } from '../registers.ts'
import { workWithOutlines } from './measured-work.ts'
import { type Track, trackFromRows } from './track.ts'
import { trackFromGeoJson } from './track-geojson.ts'

const nothing = (problems: SourceRead['problems']): SourceRead => ({
  records: [],
  problems,
  measures: [],
  outlines: [],
})

/** Reads a terminal's positions: the plot, who worked and when are said by whoever imports, the area comes of the track. */
export const readTerminalTrack: ImportReader = {
  keysIn: (_file, { operator, plot }) => ({ operators: [String(operator)], plots: [String(plot)] }),
  read(file, { asked, known, parameters }) {
    const operator = known['operators']?.get(String(asked['operator']))
    const plot = known['plots']?.get(String(asked['plot']))
    const missing = [
      ...(operator === undefined ? [lineProblem(1, `：作业主体台账里没有“${asked['operator']}”。`)] : []),
      ...(plot === undefined ? [lineProblem(1, `：地块台账里没有“${asked['plot']}”。`)] : []),
      ...(operator !== undefined && operator['workingWidth'] === undefined
        ? [lineProblem(1, `：作业主体“${asked['operator']}”没有填写作业幅宽，请先在台账中补填。`)]
        : []),
    ]
    if (operator === undefined || plot === undefined || missing.length > 0) return nothing(missing)
    const { points, problems } = trackOf(file)
    if (points.length === 0) return nothing(problems)
    const { workedOn } = asked
    const outside = points.filter(({ at }) => dayIn(at) !== workedOn)
    const [stray] = outside
    if (stray !== undefined) {
      const says = `起有${outside.length}个轨迹点不在作业时间${String(workedOn)}这一天，请按作业日分开导出。`
      return nothing([...problems, lineProblem(stray.line, says)])
    }
    const width = String(operator['workingWidth'])
    const measured = workWithOutlines(points, width, String(workedOn), parameters)
    if ('missing' in measured) {
      return nothing([lineProblem(1, `：还不能量算，缺少${measured.missing.join('、')}。`)])
    }
    const { work, outlines } = measured
    const input = {
      ...asked,
      place: asked['place'] ?? plot['village'],
      township: plot['township'],
      village: plot['village'],
      farmer: plot['farmer'],
      farmerContact: plot['farmerContact'],
      operatorName: operator['name'],
      spacing: operator['shankSpacing'],
      source: 'monitored',
      area: work.qualifiedArea,
      workedArea: work.workedArea,
      qualifiedPercent: work.qualifiedPercent,
      depth: work.depth ?? '0',
    }
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const checked = validate(workRecords.fields, given)
    const wrong =
      checked.kind === 'valid' ? [] : checked.issues.map(({ message }) => lineProblem(1, `：${message}`))
    return {
      records: checked.kind === 'valid' ? [{ line: 1, input: checked.value }] : [],
      problems: [...problems, ...work.problems, ...wrong],
      measures: [
        { title: '轨迹点', text: `${points.length}个` },
        { title: '作业面积', text: `${work.workedArea}亩（重叠只计一次）` },
        { title: '达标面积', text: `${work.qualifiedArea}亩，占${work.qualifiedPercent}%` },
        { title: '平均深度', text: work.depth === null ? '没有达标的作业' : `${work.depth}厘米` },
        { title: '地块面积', text: `${String(plot['area'])}亩` },
      ],
      outlines: [
        { title: '作业范围', polygons: outlines.worked },
        { title: '达标范围', polygons: outlines.qualified },
      ],
    }
  },
}

function trackOf(file: Parameters<ImportReader['read']>[0]): Track {
  if (file.kind === 'geojson') return trackFromGeoJson(file.text)
  const [head = { line: 1, cells: [] }, ...rows] = file.lines
  return trackFromRows(head, rows)
}

/** Day of a moment in Shanghai, which has no summer time since 1992. */
function dayIn(seconds: number): string {
  return new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10)
}
