import {
  daysBetween,
  defineStocktake,
  defineTally,
  type Stocktake,
  type StocktakeRecord,
  textOf,
} from '@luoshi/kernel'
import { premisesNotice as notice } from './notices.ts'
import { premises } from './premises.ts'

/** How premises stand, township by township. */
export const premisesByTownship = defineTally({
  id: 'premises-by-township',
  title: '各乡（镇）农村自建房经营场所',
  basis: notice.lines(1008, 1024),
  register: premises.id,
  by: [{ kind: 'field', field: 'township' }],
  columns: [
    { id: 'all', title: '申请' },
    { id: 'to-push', title: '待推送', states: ['registered'] },
    { id: 'to-check', title: '待核查', states: ['pushed'] },
    { id: 'compliant', title: '符合要求', states: ['compliant'] },
    { id: 'to-notify', title: '待通知', states: ['reported'] },
    { id: 'ordered', title: '限期变更中', states: ['ordered'] },
    { id: 'changed', title: '已变更', states: ['changed'] },
    { id: 'handled', title: '逾期处理', states: ['handled'] },
  ],
})

/** What waits for which step since which day, in the words of the list. */
const waits: Readonly<Record<string, { readonly since: string; readonly says: string }>> = {
  registered: { since: 'registeredOn', says: '登记后还没有推送' },
  pushed: { since: 'pushedOn', says: '推送后还没有核查' },
}

/** Days that a case has waited for the push or for the check; the text sets no limit for either. */
export function daysWaited({ state, data }: Pick<StocktakeRecord, 'state' | 'data'>, today: string) {
  const wait = waits[state]
  const since = wait === undefined ? '' : textOf(data, wait.since)
  return wait === undefined || since === ''
    ? null
    : { days: daysBetween(since, today), says: wait.says, since }
}

const waiting = defineStocktake({
  id: 'waiting',
  title: '推送和核查已用天数',
  basis: notice.lines(1020),
  register: premises.id,
  count(records, { today }) {
    const found = records
      .flatMap((record) => {
        const waited = daysWaited(record, today)
        return waited === null ? [] : [{ name: textOf(record.data, 'subject'), ...waited }]
      })
      .sort((a, b) => b.days - a.days)
    return {
      says: `原文没有写明推送和核查的期限，下面是截至${today}还没有推送或者核查的${found.length}件和已用的天数。`,
      isMet: null,
      findings: found.map(({ name, days, says, since }) => ({
        name,
        message: `自${since}${says}，已${days}天。`,
      })),
    }
  },
})

/** What the notice asks of all premises together. */
export const premisesStocktakes: readonly Stocktake[] = [waiting]
