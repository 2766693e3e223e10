import type { Finding } from '../issue.ts'
import { readCount } from '../mentions/dates.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources, linesOf } from './finding-sources.ts'

const numeral = '(\\d{1,3}|[二两三四五六七八九十]{1,3})'

/** …、…、…项目5个，: a count that closes a list. */
const closingCount = new RegExp(`[目程务动施度制业域] ?${numeral} ?(个|项|类|种|处)(?=[，。；,;]|$)`, 'g')

/** What such a list is of. */
const countedNoun = /(?:项目|工程|任务|行动|措施|制度|机制|产业|领域)$/

/** What a list begins behind. */
const listStart = /[，。；：！？,;:“”（）()]/

/** Longest list. */
const longestList = 120

/** Most that a list may fall short of its count: further off, the count is of something else. */
const mostOff = 2

/** Lists that have more or fewer items than the count behind them, or before them. */
export const findCountMismatches: InstrumentCheck = (sources) =>
  sources.read.clauses.flatMap((clause, index) => {
    const lists = (clause.signs & sign.measure) === 0 ? [] : countedLists(sources, clause)
    const items = announcedItems(sources, index)
    return items.length === 0 ? lists : [...lists, ...items]
  })

function countedLists(sources: InstrumentSources, clause: ReadClause): Finding[] {
  const { text } = clause.whole
  if (!text.includes('、')) return []
  return [...text.matchAll(closingCount)].flatMap((match) => {
    const [printed, count = '', measure = ''] = match
    const end = match.index + 1
    const before = text.slice(Math.max(0, end - longestList), end)
    const list = before.split(listStart).at(-1) ?? ''
    const wanted = readCount(count)
    if (wanted === null || !countedNoun.test(list) || !list.includes('、') || /等|\d/.test(list)) return []
    const listed = list.split('、').filter((item) => item.length >= 2).length
    const most = list.split(/[、和及与]/).length
    const isWithin = wanted >= listed && wanted <= most
    if (isWithin || Math.abs(wanted - listed) > mostOff || listed < 2) return []
    const lines = linesOf(clause, { start: end - list.length, end: match.index + printed.length })
    const message = `写明${count}${measure}，实际列出${listed}${measure}，请核对是否漏列或数目有误。`
    return [findingIn(sources, 'count-mismatch', message, [lines], clause.clause.id)]
  })
}

/** 以下5项工作：, 有下列情形之一 without a count is none. */
const announcement = new RegExp(`(?:以下|下列|如下) ?${numeral} ?(个|项|类|种|条|点|方面|大)`)

function announcedItems(sources: InstrumentSources, index: number): Finding[] {
  const clause = sources.read.clauses[index] as ReadClause
  const { text } = clause.whole
  const match = text.includes('下') ? announcement.exec(text) : null
  const wanted = match === null ? null : readCount(match[1] ?? '')
  if (match === null || wanted === null) return []
  const listed = countItemsBelow(sources, index)
  if (listed < 2 || wanted === listed) return []
  const message = `写明“${match[0]}”，其下列出${listed}条，请核对是否漏列或数目有误。`
  const lines = linesOf(clause, { start: match.index, end: match.index + match[0].length })
  return [findingIn(sources, 'count-mismatch', message, [lines], clause.clause.id)]
}

/** How many clauses of one form, numbered from one, follow a clause. */
function countItemsBelow(sources: InstrumentSources, index: number): number {
  const first = sources.read.clauses[index + 1]?.clause
  if (first === undefined || first.label === null || !/^[（(]?[1一①]/.test(first.label)) return 0
  const form = first.label.replace(/[1一①]/, '')
  let listed = 0
  for (let i = index + 1; i < sources.read.clauses.length; i++) {
    const { label, parent } = (sources.read.clauses[i] as ReadClause).clause
    if (parent !== first.parent) continue
    if (label === null || label.replace(/[\d一二三四五六七八九十①-⑳]+/u, '') !== form) break
    if (i > index + 1 && label === first.label) break
    listed++
  }
  return listed
}

/** 撤销甲供销社等9处…: a count in the title, which a list in the annex must meet. */
const countInTitle = new RegExp(`等 ?${numeral} ?(处|项|个|家|名|件|种)`)

/** A count in the title against the one table behind the text. */
export const findTitleCount: InstrumentCheck = (sources) => {
  const match = countInTitle.exec(sources.instrument.title)
  const wanted = match === null ? null : readCount(match[1] ?? '')
  const [table, other] = sources.instrument.tables
  if (match === null || wanted === null || table === undefined || other !== undefined) return []
  const rows = table.rows.filter(({ kind }) => kind === 'row').length
  if (rows === wanted || rows < 2) return []
  const [line] = sources.instrument.lines
  const message = `标题写明${match[1]}${match[2]}，表中列出${rows}行，请核对。`
  return [findingIn(sources, 'count-mismatch', message, [[line, line], table.lines])]
}
