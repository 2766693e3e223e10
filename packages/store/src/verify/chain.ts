import { type Case, findProcedure, type Procedure, type Programme } from '@luoshi/kernel'
import { afterEntry, type Entry, expectedDigest } from '../log/entry.ts'
import { type Followings, followingsAfter, NOTHING_FOLLOWED } from './followings.ts'

/** An entry with its moment as its own column has it. */
export interface LoggedEntry extends Entry {
  readonly at: Date | string
}

/** What the log of a case comes to, as far as it was followed. */
export interface Followed {
  readonly subject: string
  readonly programme: Programme
  readonly procedure: Procedure
  /** Personal texts as they lie in the log. */
  readonly case: Case
  readonly last: Entry
  readonly followings: Followings
}

/** Follows the log of a case by one entry; or says what is wrong with it. */
export function follow(
  programmes: readonly Programme[],
  before: Followed | null,
  { at, ...entry }: LoggedEntry,
): Followed | string {
  return findBreak(before?.last ?? null, entry, at) ?? grown(programmes, before, entry)
}

function findBreak(before: Entry | null, entry: Entry, at: Date | string): string | null {
  const { subject } = entry
  const number = (before?.sequence ?? 0) + 1
  if (entry.sequence !== number) return `办件“${subject}”缺第${number}条办理记录。`
  if (entry.previous !== (before?.digest ?? null)) {
    return `办件“${subject}”第${number}条办理记录与前一条衔接不上：所记的前条摘要不是前一条的摘要。`
  }
  if (entry.digest !== expectedDigest(entry)) {
    return `办件“${subject}”第${number}条办理记录的内容与它的摘要不符：记录被改动过。`
  }
  const { event } = entry.payload
  if (Date.parse(event.at) !== new Date(at).getTime() || event.by !== entry.actor) {
    return `办件“${subject}”第${number}条办理记录所记的时间或办理人与其内容不符：记录被改动过。`
  }
  return null
}

function grown(programmes: readonly Programme[], before: Followed | null, entry: Entry): Followed | string {
  const { subject } = entry
  const belonging = before ?? belongingOf(programmes, entry)
  if (typeof belonging === 'string') return belonging
  const { programme, procedure } = belonging
  const after = afterEntry(procedure, before?.case ?? null, entry)
  if (after === null) return `办件“${subject}”的第1条办理记录不是收件。`
  return {
    subject,
    programme,
    procedure,
    case: after,
    last: entry,
    followings: followingsAfter(before?.followings ?? NOTHING_FOLLOWED, entry),
  }
}

function belongingOf(programmes: readonly Programme[], { subject, payload: { opened } }: Entry) {
  const programme = programmes.find(({ id }) => id === opened?.programme)
  const procedure = programme && findProcedure(programme, opened?.procedure ?? '')
  if (programme === undefined || procedure === undefined || procedure.version !== opened?.version) {
    return `办件“${subject}”所用的流程“${opened?.procedure ?? ''}”第${opened?.version ?? 0}版没有找到，无法核对。`
  }
  return { programme, procedure }
}
