import {
  defineStocktake,
  defineTally,
  type IsoDate,
  type Stocktake,
  type StocktakeRecord,
  type TallyColumn,
  textOf,
} from '@luoshi/kernel'
import { houses, priorities, zones } from './house-register.ts'
import { notice } from './notice.ts'
import { phases } from './phases.ts'

const found = { hazardMark: ['found'] }

/** 排查、列入、整治、销号: what the ledgers of county, township and village count. */
const columns: readonly TallyColumn[] = [
  { id: 'all', title: '自建房' },
  { id: 'found', title: '发现隐患', where: found },
  {
    id: 'listed',
    title: '列入清单',
    where: found,
    states: ['listed', 'fixing', 'fixed', 'accepted', 'struck', 'released'],
  },
  { id: 'mended', title: '整治完成', where: found, states: ['fixed', 'accepted', 'struck', 'released'] },
  { id: 'struck', title: '已销号', where: found, states: ['struck', 'released'] },
]

/** The ledger of the county, of each township, and of each unit below it. */
export const ledger = defineTally({
  id: 'ledger',
  title: '县、乡整治台账',
  basis: notice.lines(1478),
  register: houses.id,
  by: [{ kind: 'unit' }],
  columns,
})

/** The same, village by village within each of them. */
export const ledgerByVillage = defineTally({
  id: 'ledger-by-village',
  title: '县、乡、村整治台账',
  basis: notice.lines(1478),
  register: houses.id,
  by: [{ kind: 'unit' }, { kind: 'field', field: 'village' }],
  columns,
})

const nameOf = ({ data }: StocktakeRecord) => `${textOf(data, 'number')} ${textOf(data, 'village')}`

/** Houses that wait to be looked at, in the order in which they are: what comes first, then by their surroundings. */
export function surveyQueue<One extends Pick<StocktakeRecord, 'state' | 'data'>>(
  records: readonly One[],
): readonly One[] {
  const zoneOrder = Object.keys(zones)
  const first = ({ data }: One) => (data['priority'] === 'first' ? 0 : 1)
  const zoneOf = ({ data }: One) => zoneOrder.indexOf(String(data['zone']))
  return records
    .filter(({ state }) => state === 'queued')
    .toSorted((a, b) => first(a) - first(b) || zoneOf(a) - zoneOf(b))
}

const queue = defineStocktake({
  id: 'survey-queue',
  title: '待排查的顺序',
  basis: notice.lines(1456, 1466),
  register: houses.id,
  count(records) {
    const waiting = surveyQueue(records)
    return {
      says: `待排查${waiting.length}户，重点排查的在前，按所在区域的路径排。`,
      isMet: null,
      findings: waiting.map((record, index) => ({
        name: `第${index + 1}位 ${nameOf(record)}`,
        message: `${priorities[record.data['priority'] === 'first' ? 'first' : 'ordinary']}，${zones[textOf(record.data, 'zone') as keyof typeof zones]}。`,
      })),
    }
  },
})

interface PhaseGoal {
  readonly phase: keyof typeof phases
  readonly use: 'business' | 'other' | null
  readonly wanted: string
  /** Whether a house has what the phase was to bring. */
  readonly isDone: (house: StocktakeRecord) => boolean
}

const isSurveyed = ({ state }: StocktakeRecord) => state !== 'queued'
const isAppraised = ({ data }: StocktakeRecord) => data['conclusion'] !== 'none'
/** Nothing had to be mended, or it is struck off. */
const isMended = ({ state, data }: StocktakeRecord) =>
  ['struck', 'released', 'usable', 'safe'].includes(state) ||
  (state === 'appraised' && data['conclusion'] === 'qualified')

/** What each phase was to bring, to which houses. */
export const goals: readonly PhaseGoal[] = [
  { phase: 'business-survey', use: 'business', wanted: '完成排查', isDone: isSurveyed },
  { phase: 'business-appraisal', use: 'business', wanted: '完成鉴定', isDone: isAppraised },
  { phase: 'business-remedy', use: 'business', wanted: '完成整治', isDone: isMended },
  { phase: 'survey', use: 'other', wanted: '完成排查', isDone: isSurveyed },
  { phase: 'remedy', use: null, wanted: '完成整治', isDone: isMended },
]

/**
 * Houses that a phase was to have dealt with by its end and has not, on a day; none while it runs. What a patrol found
 * after its end came back from rest, and is not the phase's.
 */
export function overdueIn(
  { phase, use, isDone }: PhaseGoal,
  records: readonly StocktakeRecord[],
  on: IsoDate,
) {
  const { until } = phases[phase]
  if (on <= until) return []
  return records.filter(
    (record) =>
      (use === null || record.data['use'] === use) &&
      !isDone(record) &&
      !(textOf(record.data, 'reopenedOn') > until),
  )
}

const byPhase = goals.map((goal) =>
  defineStocktake({
    id: `overdue-${goal.phase}`,
    title: `${phases[goal.phase].title}逾期`,
    basis: phases[goal.phase].basis,
    register: houses.id,
    count(records, { today }) {
      const { until } = phases[goal.phase]
      const late = overdueIn(goal, records, today)
      const isOver = today > until
      return {
        says: isOver
          ? `${phases[goal.phase].title}到${until}结束，还有${late.length}户没有${goal.wanted}。`
          : `${phases[goal.phase].title}到${until}结束，还没有到期。`,
        isMet: isOver ? late.length === 0 : null,
        findings: late.map((record) => ({ name: nameOf(record), message: `没有${goal.wanted}。` })),
      }
    },
  }),
)

/** What the plan asks of all houses together. */
export const houseStocktakes: readonly Stocktake[] = [queue, ...byPhase]
