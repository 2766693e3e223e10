import { defineStocktake, defineTally, defineValueRule } from '@luoshi/kernel'
import { answeringProcedure } from './answering.ts'
import { answering as basis, regulation } from './bases.ts'
import { applicantKinds, requests } from './requests.ts'
import { reportRow } from './results.ts'

/** 无正当理由逾期不补正 */
export const lapsedRowRule = defineValueRule({
  id: 'lapsed-row',
  title: '年度报告中的行（逾期不补正）',
  basis: regulation.report,
  gives: reportRow,
  inputs: {},
  parameters: {},
  decide: () => ({ value: '21' as const, because: '申请人无正当理由逾期不补正' }),
})

const kinds = Object.entries(applicantKinds)
const byKind = kinds.map(([kind, title]) => ({ id: kind, title, where: { applicantKind: [kind] } }))

/** Row 1 of the yearly report's table of requests. */
export const requestsReceived = defineTally({
  id: 'requests-received',
  title: '年度报告：新收申请数量',
  basis: regulation.report,
  register: requests.id,
  by: [{ kind: 'period', field: 'receivedOn', every: 'year' }],
  columns: [...byKind, { id: 'total', title: '总计' }],
})

const done = ['answered', 'lapsed']

/** Titles of the states in which a request has no answer yet. */
const openStates = new Map(
  Object.entries(answeringProcedure.states).flatMap(([state, { title, final }]) =>
    final === undefined ? [[state, title] as const] : [],
  ),
)

/** Rows 3 to 23, for the requests that are answered or lapsed; the others are carried forward. */
export const requestsByResult = defineTally({
  id: 'requests-by-result',
  title: '年度报告：办理结果',
  basis: regulation.report,
  register: requests.id,
  by: [
    { kind: 'period', field: 'receivedOn', every: 'year' },
    { kind: 'field', field: 'reportRow' },
  ],
  columns: [
    ...byKind.map((column) => ({ ...column, states: done })),
    { id: 'total', title: '总计', states: done },
    {
      id: 'open',
      title: '还在办理',
      states: [...openStates.keys()],
    },
  ],
})

/** 有申请必答复: every request that has no answer yet, with where it stands. */
export const everyRequestAnswered = defineStocktake({
  id: 'every-request-answered',
  title: '有申请必答复',
  basis,
  register: requests.id,
  count(records) {
    const open = records
      .filter(({ state }) => openStates.has(state))
      .toSorted((one, other) => (String(one.data['receivedOn']) < String(other.data['receivedOn']) ? -1 : 1))
    return {
      says: `登记申请${records.length}件，没有答复的${open.length}件。`,
      isMet: records.length === 0 ? null : open.length === 0,
      findings: open.map(({ data, state }) => ({
        name: String(data['number']),
        message: `${String(data['receivedOn'])}收到，${openStates.get(state)}。`,
      })),
    }
  },
})
