/**
 * Printed lists of units, cut into their names: `县发展和改革局、县财政局，各乡（镇）人民政府`.
 */

import { isNameBeforeConjunction, looksLikeUnit } from './unit-form.ts'

/** One name of a list. */
export interface ListedName {
  /** As the list prints it. */
  readonly printed: string
  /** Offset of its first character in the list. */
  readonly start: number
}

const separatorOrBracket = /[、，,；;/／|｜·\s　（(〈<《[［【〔]/g
const opening = '（(〈<《[［【〔'
const bracket = /[（(〈<《[［【〔）)〉>》\]］】〕]/g
const joinWord = /[和及与]|会同/
const conjunction = /以及|会同|和|及|与/g
/** Two names that lost what stood between them: …局县…, …局各乡镇. */
const lostSeparator =
  /(?<=[局委办厅联会站院]|中心|公司|政府|大队|单位|部门)(?=县[^城域级区市局委直属]{2}|各(?:乡|镇|街道))/g
const leadingWord = /^(?:并?由|以及|及|和|与|含|包括|(?:以下)?(?:均|都|还)需|[^、，。]{0,14}均包括)/
const beginningsOfLead = new Set('并由以及和与含包均都还')
const openTail = /^(.*?[^高中初优同平一二三四五六七八九])等(.*)$/
const tailGroup =
  /^(?:[\d一二三四五六七八九十两多几]+个?)?(?:(?:有关|相关|各|[省市县区州][直级]?|直属|涉农|牵头)*(?:部门|单位|机构|企业|乡镇|方面|成员单位|部委办局))?$/

/** Cuts a list of units into names; text between separators that is no name is given back all the same. */
export function splitUnitList(list: string, isKnown: (name: string) => boolean = () => false): ListedName[] {
  const names: ListedName[] = []
  for (const item of cutAtSeparators(list)) names.push(...namesOfItem(item, isKnown))
  return names
}

/** Names between two separators: one, or those that 和 joins and 等 ends. */
export function namesOfItem(item: ListedName, isKnown: (name: string) => boolean): ListedName[] {
  const { printed } = item
  const mayJoin = joinWord.test(printed) || printed.indexOf('县', 2) !== -1 || printed.indexOf('各', 2) !== -1
  if (!mayJoin || isKnown(printed)) return trimName(item)
  return cutAtConjunctions(item).flatMap(trimName)
}

/** Cuts at the separators (、 ， ； / and spaces) that stand outside brackets. */
export function cutAtSeparators(list: string): ListedName[] {
  const items: ListedName[] = []
  let closers: Map<number, number> | null = null
  let start = 0
  separatorOrBracket.lastIndex = 0
  while (separatorOrBracket.test(list)) {
    const at = separatorOrBracket.lastIndex - 1
    if (opening.includes(list.charAt(at))) {
      closers ??= matchBrackets(list)
      const closer = closers.get(at)
      if (closer !== undefined) separatorOrBracket.lastIndex = closer + 1
    } else if (!isCompound(list, start, at)) {
      if (at > start) items.push({ printed: list.slice(start, at), start })
      start = at + 1
    }
  }
  if (list.length > start) items.push({ printed: list.slice(start), start })
  return items
}

const place = '(?:自治|直辖)?[省市州盟地区县旗乡镇](?:[（(〔〈<][^）)〕〉>]{1,12}[）)〕〉>])?'
const beginningOfCompound = new RegExp(`^各(?:设区)?${place}(?:、${place}){0,2}$`)
const restOfCompound = new RegExp(`^(?:、${place}){1,3}(?:人民)?政府`)
const longestCompound = 64

/** First characters of what a compound goes on with. */
const beginningsOfRest = new Set('自直省市州盟地区县旗乡镇部单机企局办委会')

/** 县直各部门、单位; 县直各局、办: what follows stands for no name without what is before it. */
const groupBeforeRest = /(?:各|有关|相关)[^，]{0,10}(?:部门|单位|机构|企业|局|委|办)$/
const restOfGroup = /^、(?:部门|单位|机构|企业|局|办|委|会)(?:[、，,；;]|等?$)/

/** 各市、县（市、区）人民政府 and 各乡、镇人民政府 are one name each. */
function isCompound(list: string, start: number, separator: number): boolean {
  if (list.charAt(separator) !== '、' || !beginningsOfRest.has(list.charAt(separator + 1))) return false
  const item = list.slice(Math.max(start, separator - longestCompound), separator)
  const each = item.lastIndexOf('各')
  const rest = list.slice(separator, separator + longestCompound)
  if (restOfGroup.test(rest)) return groupBeforeRest.test(item)
  return each >= 0 && beginningOfCompound.test(item.slice(each)) && restOfCompound.test(rest)
}

/** Offset of the closing bracket for each opening one that has one, whatever their widths. */
export function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const match of text.matchAll(bracket)) {
    if (opening.includes(match[0])) open.push(match.index)
    else {
      const start = open.pop()
      if (start !== undefined) pairs.set(start, match.index)
    }
  }
  return pairs
}

function cutAtConjunctions(item: ListedName): ListedName[] {
  const cuts: { at: number; length: number }[] = []
  for (const match of item.printed.matchAll(conjunction)) {
    const last = cuts.at(-1)
    const before = item.printed.slice(last ? last.at + last.length : 0, match.index)
    const after = item.printed.slice(match.index + match[0].length)
    if (isNameBeforeConjunction(before, after)) cuts.push({ at: match.index, length: match[0].length })
  }
  for (const match of item.printed.matchAll(lostSeparator)) {
    if (looksLikeUnit(item.printed.slice(match.index))) cuts.push({ at: match.index, length: 0 })
  }
  return cutAt(item, cuts)
}

function cutAt(item: ListedName, cuts: { at: number; length: number }[]): ListedName[] {
  const names: ListedName[] = []
  let start = 0
  for (const cut of [...cuts.sort((a, b) => a.at - b.at), { at: item.printed.length, length: 0 }]) {
    if (cut.at > start) names.push({ printed: item.printed.slice(start, cut.at), start: item.start + start })
    start = cut.at + cut.length
  }
  return names
}

/** Takes 由 and 以及 from the front and 等 or 等部门 from the end; what 等 leads to is a name of its own. */
function trimName(item: ListedName): ListedName[] {
  const mayLead = beginningsOfLead.has(item.printed.charAt(0)) || item.printed.includes('均包括')
  const lead = mayLead ? (leadingWord.exec(item.printed)?.[0].length ?? 0) : 0
  const printed = item.printed.slice(lead)
  const start = item.start + lead
  const tail = printed.includes('等') ? openTail.exec(printed) : null
  if (!tail) return printed === '' ? [] : [{ printed, start }]
  const [, before = '', after = ''] = tail
  if (tailGroup.test(after)) return [{ printed: before, start }]
  if (!looksLikeUnit(before)) return [{ printed, start }]
  return [
    { printed: before, start },
    { printed: after, start: start + before.length + 1 },
  ]
}
