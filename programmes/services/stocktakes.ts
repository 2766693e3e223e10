import { type Counted, dataOf, defineStocktake, type Stocktake, type StocktakeRecord } from '@luoshi/kernel'
import { wutaiPackage, wuzhaiPackage } from './bases.ts'
import { type Guide, guides } from './guides.ts'
import { type KnowledgeEntry, knowledge, staleEntries } from './knowledge.ts'
import { type Matter, matters, ratesByLevel } from './matters.ts'
import { knowledgeMonths } from './parameters.ts'
import { ratableShare, transferRate } from './ratings.ts'

const none: Counted = { says: '台账里还没有记录。', isMet: null, findings: [] }

const published = (records: readonly StocktakeRecord[]) =>
  dataOf<Guide>(records.filter(({ state }) => state === 'published'))

/** 知识库按月更新 */
const knowledgeFresh = defineStocktake({
  id: 'knowledge-fresh',
  title: '12345知识库按月更新',
  basis: wutaiPackage.lines(783),
  register: knowledge.id,
  count(records, { today, settingOf }) {
    if (records.length === 0) return none
    const months = settingOf(knowledgeMonths) ?? 1
    const stale = staleEntries(dataOf<KnowledgeEntry>(records), today, months)
    return {
      says: `${records.length}条，${stale.length === 0 ? `都在${months}个月内更新过` : `${stale.length}条超过${months}个月没有更新`}。`,
      isMet: stale.length === 0,
      findings: stale.map(({ question, updatedOn, staleFrom }) => ({
        name: question,
        message: `${updatedOn}更新，自${staleFrom}起应当再更新。`,
      })),
    }
  },
})

/** 所有事项可评价 */
const ratable = defineStocktake({
  id: 'ratable',
  title: '所有事项可评价',
  basis: wutaiPackage.lines(787),
  register: guides.id,
  count(records) {
    const all = published(records)
    const { share, isMet, notRatable } = ratableShare(all)
    if (share === null) return none
    const findings = notRatable.map((name) => ({ name, message: '不能评价，应当开通评价。' }))
    return { says: `已公布${all.length}个办理情形，可评价的占${share}%，应达到100%。`, isMet, findings }
  },
})

/** 划转率 */
const transferred = defineStocktake({
  id: 'transferred',
  title: '事项划转率',
  basis: wutaiPackage.lines(821),
  register: guides.id,
  count(records) {
    const { share, isMet, left } = transferRate(published(records))
    if (share === null) return none
    const findings = left.map((name) => ({ name, message: '还没有划转到行政审批局。' }))
    return { says: `已公布事项的划转率为${share}%，应达到100%。`, isMet, findings }
  },
})

const levelNames = { county: '县', township: '乡', village: '村' } as const

/** 县、乡、村办结率和满意率 */
const settled = defineStocktake({
  id: 'settled-by-level',
  title: '诉求办结率和满意率',
  basis: wuzhaiPackage.lines(2601),
  register: matters.id,
  count(records) {
    if (records.length === 0) return none
    const rates = ratesByLevel(
      records.map(({ state, data }) => {
        const { level, isSatisfied } = data as Matter & { isSatisfied?: boolean }
        return { level, isClosed: state === 'closed', isSatisfied }
      }),
    )
    const rows = rates.map(({ level, received, closed, closedRate, satisfiedRate }) => ({
      name: levelNames[level],
      message: `收到${received}件，办结${closed}件，办结率${rateText(closedRate)}，满意率${rateText(satisfiedRate)}。`,
    }))
    return { says: `共${records.length}件，不计认定为误评和告知其他途径的。`, isMet: null, findings: rows }
  },
})

function rateText(rate: string | null): string {
  return rate === null ? '还算不出' : `${rate}%`
}

/** What the notices ask of the registers of services as a whole. */
export const serviceStocktakes: readonly Stocktake[] = [ratable, transferred, knowledgeFresh, settled]
