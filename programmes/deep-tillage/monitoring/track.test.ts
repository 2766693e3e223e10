import { describe, expect, it } from 'vitest'
import { trackFromRows } from './track.ts'
import { trackFromGeoJson } from './track-geojson.ts'

const rows = (...lines: readonly (readonly string[])[]) =>
  lines.map((cells, index) => ({ line: index + 2, cells }))
const head = { line: 1, cells: ['时间', '经度（度）', '纬度（度）', '深度(厘米)'] }
const messages = (track: { readonly problems: readonly { readonly message: string }[] }) =>
  track.problems.map(({ message }) => message)

describe('a table of positions', () => {
  it('is read by its headings, in the order of time, each position once', () => {
    const track = trackFromRows(
      { line: 1, cells: ['Depth', 'lat', 'lon', 'time'] },
      rows(
        ['26', '38.9', '111.8', '2022/8/30 8:00:02'],
        ['25.5', '38.9', '111.7', '2022-08-30T00:00:01Z'],
        ['25.5', '38.9', '111.7', '2022-08-30 08:00:01'],
        ['', '', '', ''],
      ),
    )
    expect(track.problems).toEqual([])
    const start = Date.parse('2022-08-30T08:00:00+08:00') / 1000
    expect(track.points.map(({ at, longitude, depth }) => [at - start, longitude, depth])).toEqual([
      [1, 111.7, 25.5],
      [2, 111.8, 26],
    ])
  })

  it('tells every cell that is wrong with its line, and keeps the rest', () => {
    const track = trackFromRows(
      head,
      rows(
        ['2022-08-30 08:00:00', '111.8', '38.9', '26'],
        ['8点', '38.9', '111.8', '-1'],
        ['2022-02-30 08:00:00', '111.8', '38.9', ''],
      ),
    )
    expect(track.points).toHaveLength(1)
    expect(messages(track)).toEqual([
      '第3行“时间”填的是“8点”，应填日期和时间，如2022-08-30 08:15:30。',
      '第3行“经度”填的是“38.9”，应填73至136之间的度数，如111.84。',
      '第3行“纬度”填的是“111.8”，应填3至54之间的度数，如38.91。',
      '第3行“深度”填的是“-1”，应填0至200之间的厘米数，如26.5。',
      '第4行“时间”填的是“2022-02-30 08:00:00”，应填日期和时间，如2022-08-30 08:15:30。',
      '第4行“深度”没有填写，应填0至200之间的厘米数，如26.5。',
    ])
  })

  it('without its columns is refused by its headings', () => {
    expect(messages(trackFromRows({ line: 3, cells: ['时间', '车速'] }, []))).toEqual([
      '第3行没有“经度”、“纬度”、“深度”列，表头是：时间、车速；应有“时间”“经度”“纬度”“深度”四列。',
    ])
  })
})

describe('a GeoJSON text of positions', () => {
  const point = (time: string, depth: unknown) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [111.8, 38.9] },
    properties: { time, depth },
  })
  const textOf = (...features: unknown[]) =>
    `{"type":"FeatureCollection","note":[{"a":"}"}],"features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}`

  it('is read from points and from lines', () => {
    const line = {
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [111.8, 38.9],
          [111.9, 38.9, 1200],
        ],
      },
      properties: { times: ['2022-08-30T08:00:01+08:00', '2022-08-30T08:00:02+08:00'], depths: [25, 26] },
    }
    const track = trackFromGeoJson(textOf(point('2022-08-30 08:00:00', 28), line))
    expect(track.problems).toEqual([])
    expect(track.points.map(({ line: at, depth }) => [at, depth])).toEqual([
      [2, 28],
      [3, 25],
      [3, 26],
    ])
  })

  it('tells what is wrong with the line on which the feature begins', () => {
    const track = trackFromGeoJson(
      textOf(point('2022-08-30 08:00:00', 28), point('2022-08-30 08:00:01', '深'), { type: 'Feature' }),
    )
    expect(track.points).toHaveLength(1)
    expect(messages(track)).toEqual([
      '第4行开始的第3个要素读不出轨迹，应是带time、depth属性的Point，或带times、depths属性、与坐标逐点对应的LineString。',
      '第3行“深度”填的是“深”，应填0至200之间的厘米数，如26.5。',
    ])
  })

  it('that is cut off or is something else is refused', () => {
    expect(messages(trackFromGeoJson('{"type":\n"FeatureCollection",\n"features": [}'))).toEqual([
      '第3行起不是完整的JSON，应从平台重新导出GeoJSON文件。',
    ])
    expect(messages(trackFromGeoJson('[]'))).toEqual([
      '第1行起不是GeoJSON的要素集合，应是带features的FeatureCollection。',
    ])
  })
})
