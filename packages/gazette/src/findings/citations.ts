import type { Citation, Finding } from '../issue.ts'
import {
  findingIn,
  type InstrumentCheck,
  type InstrumentSources,
  type IssueCheck,
} from './finding-sources.ts'
import { foldText, likeness } from './fold-text.ts'

/** Numbers with a year in 〔〕 name one paper only; those of orders change with each revision of a law. */
const paperNumber = /〔\d{4}〕\d+号$/

/** Titles shorter than this (《办法》) are short forms that may stand for anything. */
const shortestTitle = 8

/** Titles of one number that are less alike than this are two papers cited one after the other. */
const likeTitles = 0.6

interface Cited {
  readonly sources: InstrumentSources
  readonly citation: Citation
  readonly title: string
}

/** One title that is cited with two numbers, and one number that is cited with two titles. */
export const findCitationConflicts: IssueCheck = ({ instruments }) => {
  const byTitle = new Map<string, Cited[]>()
  const byNumber = new Map<string, Cited[]>()
  for (const sources of instruments) {
    for (const citation of sources.instrument.citations) {
      if (citation.docNumber === null || !paperNumber.test(citation.docNumber)) continue
      const title = bareTitle(citation.title)
      if (title.length < shortestTitle) continue
      push(byTitle, `${codeOf(citation.docNumber)} ${title}`, { sources, citation, title })
      push(byNumber, citation.docNumber, { sources, citation, title })
    }
  }
  return [...[...byTitle.values()].flatMap(twoNumbers), ...[...byNumber.values()].flatMap(twoTitles)]
}

/** 国办发〔2021〕8号 → 国办发〔2021: the same title may be issued anew by each level, and every year. */
function codeOf(docNumber: string): string {
  return docNumber.slice(0, docNumber.indexOf('〕'))
}

function push(map: Map<string, Cited[]>, key: string, cited: Cited): void {
  const list = map.get(key)
  if (list) list.push(cited)
  else map.set(key, [cited])
}

function twoNumbers(cited: readonly Cited[]): Finding[] {
  const first = cited[0]
  const other = cited.find(({ citation }) => citation.docNumber !== first?.citation.docNumber)
  if (first === undefined || other === undefined) return []
  const numbers = [...new Set(cited.map(({ citation }) => citation.docNumber))].join('、')
  const message = `《${other.citation.title}》前后配有不同的文号：${numbers}，请核对原文后统一。`
  return [findingIn(other.sources, 'citation-conflict', message, linesOfAll(cited), other.citation.clause)]
}

function twoTitles(cited: readonly Cited[]): Finding[] {
  const first = cited[0]
  const other = cited.find(({ title }) => first !== undefined && isOtherWording(first.title, title))
  if (first === undefined || other === undefined) return []
  const titles = `《${first.citation.title}》和《${other.citation.title}》`
  const message = `同一文号${other.citation.docNumber}配有两个标题：${titles}，请核对原文后统一。`
  return [findingIn(other.sources, 'citation-conflict', message, linesOfAll(cited), other.citation.clause)]
}

function linesOfAll(cited: readonly Cited[]): Citation['lines'][] {
  return cited.map(({ citation }) => citation.lines)
}

function isOtherWording(first: string, second: string): boolean {
  if (first.includes(second) || second.includes(first)) return false
  return likeness(first, second) >= likeTitles
}

/** A title without the issuer in front of it: 省政府办公厅关于印发甲的通知 is 甲. */
function bareTitle(title: string): string {
  return foldText(title)
    .replace(/^.{0,240}?(?:关于|印发)(?:(?:印发|转发|关于)+)?/u, '')
    .replace(/(?:\((?:试行|暂行)\))?的?(?:通知|意见|公告)?$/, '')
}

/** A short form in 《》 that is no more than a word for a kind of paper. */
const shortTitle = /^(?:清单|办法|方案|通知|意见|规划|计划|指南|目录|细则|标准|要点|预案|规定)$/

/** Words that say what a short form stands for. */
const introduction = /简称|下称/

/** 《清单》 where nothing says which list it is. One finding a title. */
export const findUndefinedShortTitles: InstrumentCheck = (sources) => {
  const short = new Map<string, Citation[]>()
  for (const citation of sources.instrument.citations) {
    if (citation.docNumber !== null || !shortTitle.test(citation.title)) continue
    const list = short.get(citation.title)
    if (list) list.push(citation)
    else short.set(citation.title, [citation])
  }
  if (short.size === 0) return []
  const introduced = introducedTitles(sources)
  const ownTitle = sources.instrument.title.replace(/的?通[知告]$/, '').replace(/(?:（[^（）]*）|》)+$/, '')
  return [...short].flatMap(([title, citations]) => {
    // In 某某管理办法 itself 《办法》 is the text that speaks.
    if (introduced.has(title) || ownTitle.endsWith(title)) return []
    const message = `《${title}》用了${citations.length}次，全文没有说明它是哪份文件的简称，请在首次出现处注明“以下简称”。`
    const spans = citations.map(({ lines }) => lines)
    return [findingIn(sources, 'undefined-short-title', message, spans, citations[0]?.clause ?? null)]
  })
}

/** Titles that stand shortly behind 以下简称. */
function introducedTitles(sources: InstrumentSources): Set<string> {
  const introduced = new Set<string>()
  for (const { whole } of sources.read.clauses) {
    if (!introduction.test(whole.text)) continue
    for (const [explanation] of whole.text.matchAll(/(?:简称|下称)[^）)。]{1,60}/g))
      for (const [name] of explanation.slice(2).matchAll(/[^“”"《》〈〉「」、和及为：:，,]{2,12}/g))
        introduced.add(name)
  }
  return introduced
}
