import { measuredWork } from '@luoshi/programmes/deep-tillage/monitoring'
import { readTrack } from '../monitoring/read-track.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Problems that are printed; more of them nobody reads. */
const MOST_PROBLEMS = 50

/** `luoshi track`: what a machine worked, from its terminal's positions. */
export async function trackCommand(
  file: string,
  { width, day }: { readonly width: string; readonly day: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const read = await readTrack(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    return { kind: 'unread' as const, message: error.code === 'ENOENT' ? '没有这个文件' : error.message }
  })
  if (read.kind === 'unread') {
    terminal.err(`${file}：${read.message}`)
    return exitCodes.unread
  }
  const { points, problems } = read.track
  const work = measuredWork(points, width, day)
  if ('missing' in work) {
    terminal.err(`还不能量算，缺少：${work.missing.join('、')}。`)
    return exitCodes.failed
  }
  const all = [...problems, ...work.problems]
  for (const { message } of all.slice(0, MOST_PROBLEMS)) terminal.err(message)
  if (all.length > MOST_PROBLEMS) terminal.err(`还有${all.length - MOST_PROBLEMS}处问题没有列出。`)
  terminal.out(
    [
      `轨迹点      ${points.length}个`,
      `作业面积    ${work.workedArea}亩（重叠只计一次）`,
      `达标面积    ${work.qualifiedArea}亩，占${work.qualifiedPercent}%`,
      `平均深度    ${work.depth === null ? '没有达标的作业' : `${work.depth}厘米`}`,
      '',
    ].join('\n'),
  )
  return exitCodes.done
}
