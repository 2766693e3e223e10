import {
  type Decimal,
  defineParameter,
  defineStocktake,
  gap,
  type IsoDate,
  isAtLeast,
  productOf,
  quotientOf,
  type StocktakeRecord,
} from '@luoshi/kernel'
import { communities } from './communities.ts'
import { notice } from './notice.ts'

const formed = notice.lines(2395)

/** 成立比例要达到90%以上 */
export const committeeShare = defineParameter<Decimal>({
  id: 'committee-share',
  title: '业委会（物管会）成立比例',
  unit: '%',
  values: [{ from: '2022-09-07', value: '90', basis: formed }],
})

/** By when: three years, from a day that the notice does not say. */
export const committeeDeadline = defineParameter<IsoDate>({
  id: 'committee-deadline',
  title: '业委会（物管会）成立比例达标期限',
  unit: '',
  form: 'date',
  values: [],
  gap: gap('“三年内”从哪天起算没有写明，由县里定到哪天止', formed),
})

/** A township's communities, and how many of them have a committee. */
export interface CommitteeStanding {
  readonly township: string
  readonly communities: number
  readonly formed: number
  /** Per cent to one place. */
  readonly percent: Decimal
  /** How many more it takes to reach the share. */
  readonly missing: number
}

type Held = Pick<StocktakeRecord, 'state' | 'data'>

/** Each township's communities in use, in the order of their names. */
export function committeeStandings(records: readonly Held[], share: Decimal): readonly CommitteeStanding[] {
  const used = records.filter(({ state }) => state === 'delivered')
  return [...Map.groupBy(used, ({ data }) => String(data['township'] ?? ''))]
    .map(([name, all]) => {
      const having = all.filter(({ data }) => data['committee'] !== 'none').length
      return {
        township: name,
        communities: all.length,
        formed: having,
        percent: quotientOf(String(having * 100), String(all.length), 1),
        missing: Math.max(0, neededFor(share, all.length) - having),
      }
    })
    .sort((a, b) => (a.township < b.township ? -1 : 1))
}

/** The least whole number of communities that is that share of all. */
function neededFor(share: Decimal, all: number): number {
  const exact = quotientOf(productOf(share, String(all)), '100', 6)
  const whole = Number(exact.split('.')[0])
  return isAtLeast(String(whole), exact) ? whole : whole + 1
}

export const committeesFormed = defineStocktake({
  id: 'committees-formed',
  title: '业委会（物管会）成立比例',
  basis: formed,
  register: communities.id,
  count(records, { settingOf }) {
    const share = settingOf(committeeShare)
    if (share === undefined) return { says: '成立比例没有规定。', isMet: null, findings: [] }
    const rows = committeeStandings(records, share)
    const all = rows.reduce((sum, row) => sum + row.communities, 0)
    if (all === 0) return { says: '还没有已交付的小区。', isMet: null, findings: [] }
    const having = rows.reduce((sum, row) => sum + row.formed, 0)
    const until = settingOf(committeeDeadline)
    const percent = quotientOf(String(having * 100), String(all), 1)
    const when = until === undefined ? '达标期限还没有定' : `应在${until}前达到`
    return {
      says: `已交付小区${all}个，成立业委会（物管会）${having}个，占${percent}%；要求${share}%以上，${when}。`,
      isMet: isAtLeast(quotientOf(String(having * 100), String(all), 6), share),
      findings: rows.map((row) => ({
        name: row.township,
        message: `小区${row.communities}个，已成立${row.formed}个，占${row.percent}%，${row.missing === 0 ? '已达到' : `还差${row.missing}个`}。`,
      })),
    }
  },
})
