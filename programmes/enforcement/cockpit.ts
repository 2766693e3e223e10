import {
  type Case,
  type CaseLimit,
  type Cite,
  citeOf,
  dateOf,
  daysBetween,
  endOf,
  type IsoDate,
  type IsoInstant,
  isBefore,
  isMissed,
  type Procedure,
} from '@luoshi/kernel'
import { penalty, platform, townships } from './notices.ts'
import { wholeRecord } from './parameters.ts'

/** What the justice bureau is told of. */
export const alarmKinds = {
  certificate: '在岗人员没有有效证件',
  'no-band': '处罚事项没有裁量基准',
  'entrustment-hidden': '委托没有公布',
  'no-record': '没有执法记录',
  'record-gap': '全过程记录有缺口',
  late: '环节逾期',
  unpublished: '决定没有公开',
  outlier: '突破裁量基准',
  repeat: '同一当事人同日再次处罚',
  'entered-late': '事后补录',
} as const

export type AlarmKind = keyof typeof alarmKinds

/** In which part of enforcement an alarm falls: before, during or after it. */
export const alarmPhases = {
  'no-record': 'during',
  'record-gap': 'during',
  late: 'during',
  unpublished: 'after',
  outlier: 'after',
  repeat: 'after',
  'entered-late': 'during',
  certificate: 'before',
  'no-band': 'before',
  'entrustment-hidden': 'before',
} as const satisfies Record<AlarmKind, 'before' | 'during' | 'after'>

/** One thing that is wrong with a case, with the clause that says so. */
export interface EnforcementAlarm {
  readonly kind: AlarmKind
  readonly case: string
  readonly number: string
  readonly unit: string
  /** Numbers of the two officers. */
  readonly officers: readonly string[]
  /** One sentence for the user. */
  readonly says: string
  readonly basis: Cite
}

/** An alarm, and the first moment at which it stands; null where it stands as long as the case is as it is. */
interface ComingAlarm {
  readonly alarm: EnforcementAlarm
  readonly from: IsoInstant | null
}

/**
 * What a case of penalty will be told of, as it stands: the same at every moment until something is done in it, or the
 * calendar or the length of a limit changes. What the moment decides is left to `alarmsAt`.
 */
export interface CaseOutlook {
  readonly of: Pick<EnforcementAlarm, 'case' | 'number' | 'unit' | 'officers'>
  readonly coming: readonly ComingAlarm[]
  /** Since when it is being investigated; null where it is not, and what it has on record was asked for on the way. */
  readonly investigatedSince: IsoDate | null
}

/** Which records a case has: whether one is signed, and whether there is a piece of evidence. */
export interface OnRecord {
  readonly hasRecord: boolean
  readonly hasEvidence: boolean
}

/** Days of the investigation after which a case without any record is told of; ours, since no text says it. */
export const DAYS_WITHOUT_RECORD = 7

const PUBLICATION = 'publication'

const INVESTIGATING = new Set(['investigating', 'concluded'])

/** What a case will be told of. */
export function outlookOf(procedure: Procedure, current: Case, limits: readonly CaseLimit[]): CaseOutlook {
  const { id, unit, data, state, entered } = current
  const officers = [data['officer1'], data['officer2']].filter((one) => typeof one === 'string')
  const of = { case: id, number: String(data['number'] ?? ''), unit, officers }
  const isInvestigated = current.procedure === 'ordinary' && INVESTIGATING.has(state)
  const standing = [
    ...(data['departs'] === true ? [alarm(of, 'outlier', outlierText(data), penalty('第三十四条'))] : []),
    ...(typeof data['differs'] === 'string'
      ? [alarm(of, 'repeat', `理由：${data['differs']}`, penalty('第二十九条'))]
      : []),
    ...enteredLate(of, current),
  ]
  return {
    of,
    coming: [...limitAlarms(of, procedure, limits), ...standing.map((one) => ({ alarm: one, from: null }))],
    investigatedSince: isInvestigated ? dateOf(entered) : null,
  }
}

/** Whether a case has been investigated for so long that it is told of unless it has a record and evidence. */
export function owesRecord({ investigatedSince }: CaseOutlook, today: IsoDate): boolean {
  return investigatedSince !== null && daysBetween(investigatedSince, today) >= DAYS_WITHOUT_RECORD
}

/**
 * Everything that is wrong with a case at a moment.
 *
 * @param onRecord what it has on record; it need not be known of one that owes none
 */
export function alarmsAt(
  outlook: CaseOutlook,
  onRecord: OnRecord,
  now: IsoInstant,
): readonly EnforcementAlarm[] {
  return [
    ...recordAlarms(outlook, onRecord, dateOf(now)),
    ...outlook.coming.filter(({ from }) => from === null || !isBefore(now, from)).map((one) => one.alarm),
  ]
}

/** What is wrong before anyone acts: with an officer, a power or an entrustment as its register has it. */
export function alarmsOfRecord(
  record: Pick<Case, 'id' | 'unit' | 'procedure' | 'state' | 'data'>,
  banded: ReadonlySet<string>,
  today: IsoDate,
): readonly EnforcementAlarm[] {
  const { id, unit, procedure, state, data } = record
  const raised = (kind: AlarmKind, number: unknown, says: string, basis: Cite, of: unknown = unit) => [
    { kind, case: id, number: String(number ?? ''), unit: String(of), officers: [], says, basis },
  ]
  if (procedure === 'officer' && state === 'serving') {
    const until = data['certificateUntil']
    if (typeof until === 'string' && today <= until) return []
    const says = typeof until === 'string' ? `证件已于${until}到期。` : '没有行政执法证件。'
    return raised('certificate', data['name'], says, townships.lines(388), data['unit'])
  }
  if (procedure === 'power' && state === 'listed') {
    const isBare = data['kind'] === 'penalty' && !banded.has(String(data['code']))
    const says = `“${String(data['name'])}”没有公布裁量基准，不能提出罚款意见。`
    return isBare ? raised('no-band', data['code'], says, penalty('第三十四条')) : []
  }
  return procedure === 'entrustment' && state === 'written'
    ? raised(
        'entrustment-hidden',
        data['number'],
        '委托书没有向社会公布，不能据以办案。',
        townships.lines(378),
      )
    : []
}

function outlierText(data: Case['data']): string {
  const reason = data['departureReason']
  const approved = typeof reason === 'string' ? `已批准，理由：${reason}` : '没有批准'
  return `罚款${String(data['fine'] ?? '')}元超出裁量基准，${approved}。`
}

function recordAlarms(
  outlook: CaseOutlook,
  { hasRecord, hasEvidence }: OnRecord,
  today: IsoDate,
): EnforcementAlarm[] {
  const { of, investigatedSince } = outlook
  if (investigatedSince === null || !owesRecord(outlook, today) || (hasRecord && hasEvidence)) return []
  if (!hasRecord && !hasEvidence) {
    const days = daysBetween(investigatedSince, today)
    return [alarm(of, 'no-record', `调查${days}日，没有笔录和证据。`, wholeRecord)]
  }
  const what = hasEvidence ? '没有已签名的笔录' : '没有证据'
  return [alarm(of, 'record-gap', `${what}。`, wholeRecord)]
}

/** Of a limit that is still to be met, from the moment at which it runs out; of one that was met late, for good. */
function limitAlarms(
  of: CaseOutlook['of'],
  procedure: Procedure,
  limits: readonly CaseLimit[],
): ComingAlarm[] {
  return limits.flatMap((limit): ComingAlarm[] => {
    const { legal, ended, missed, title } = limit
    if (missed.kind === 'flag' || legal.kind !== 'due') return []
    if (ended !== null && !isMissed(limit, ended)) return []
    const kind = limit.limit === PUBLICATION ? 'unpublished' : 'late'
    const done = ended === null ? '至今没有办理' : `${dateOf(ended)}才办理`
    const declared = procedure.limits[limit.limit]?.legal
    const basis = declared === undefined ? platform.lines(655) : citeOf(declared.basis)
    const told = alarm(of, kind, `${title}：应在${legal.due}前，${done}。`, basis)
    return [{ alarm: told, from: ended === null ? endOf(legal.due) : null }]
  })
}

/** A case that was entered on a later day than the terminal says, or without one on a later day than the act was found. */
function enteredLate(of: CaseOutlook['of'], { procedure, data, opened }: Case): EnforcementAlarm[] {
  const { deviceTime, foundOn } = data
  const entered = dateOf(opened)
  if (typeof deviceTime === 'string' && dateOf(deviceTime) < entered) {
    const says = `移动终端${deviceTime.slice(0, 16).replace('T', ' ')}记录，${entered}上传。`
    return [alarm(of, 'entered-late', says, platform.lines(641, 649))]
  }
  return procedure === 'simple' && typeof foundOn === 'string' && foundOn < entered
    ? [alarm(of, 'entered-late', `${foundOn}发现，${entered}录入。`, platform.lines(641, 649))]
    : []
}

function alarm(of: CaseOutlook['of'], kind: AlarmKind, says: string, basis: Cite): EnforcementAlarm {
  return { ...of, kind, says, basis }
}

/** How many alarms of each kind something has. */
export type AlarmCounts = Readonly<Partial<Record<AlarmKind, number>>>

/** Alarms counted by body, or by officer, the most first. */
export function countedBy(
  alarms: readonly EnforcementAlarm[],
  keysOf: (alarm: EnforcementAlarm) => readonly string[],
): readonly { readonly key: string; readonly total: number; readonly counts: AlarmCounts }[] {
  const byKey = new Map<string, Partial<Record<AlarmKind, number>>>()
  for (const one of alarms) {
    for (const key of keysOf(one)) {
      const counts = byKey.get(key) ?? {}
      counts[one.kind] = (counts[one.kind] ?? 0) + 1
      byKey.set(key, counts)
    }
  }
  return [...byKey]
    .map(([key, counts]) => ({
      key,
      counts,
      total: Object.values(counts).reduce((sum, one) => sum + one, 0),
    }))
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
}

/** How far mobile handling covers a body: cases with a terminal's time, of all. In per cent, rounded down. */
export function mobileCoverage({
  cases,
  mobile,
}: {
  readonly cases: number
  readonly mobile: number
}): number {
  return cases === 0 ? 0 : Math.floor((mobile * 100) / cases)
}
