import type { Clause, Finding } from '../issue.ts'
import { readCount } from '../mentions/dates.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'

/** A label taken apart: how it is written, and its number. */
interface Numbered {
  readonly clause: Clause
  /** The label with its number taken out: （）, 、, 第条. Labels of one list have the same. */
  readonly form: string
  readonly value: number
  /** Index of the clause in the instrument. */
  readonly index: number
}

const numberInLabel = /\d{1,3}|[一二三四五六七八九十百零〇]{1,6}/

/** Widths and kinds of brackets are no difference between labels of one list. */
const brackets: Readonly<Record<string, string>> = { '(': '（', ')': '）', '．': '.', '〔': '（', '〕': '）' }

/** Numbers that skip or come twice among labels of one form. */
export const findNumberingGaps: InstrumentCheck = (sources) => {
  const all: Numbered[] = []
  for (const [index, { clause }] of sources.read.clauses.entries()) {
    const numbered = clause.label === null ? null : readNumbered(clause, clause.label, index)
    if (numbered !== null) all.push(numbered)
  }
  const lists = new Map<string, Numbered[]>()
  for (const numbered of all) {
    const key = `${numbered.clause.parent ?? ''}|${numbered.form}`
    const list = lists.get(key)
    if (list) list.push(numbered)
    else lists.set(key, [numbered])
  }
  const running = runningNumbers(all)
  return [...lists.values()].flatMap((list) => gapsIn(sources, list, running))
}

function readNumbered(clause: Clause, label: string, index: number): Numbered | null {
  if (/\d[.．]\d/.test(label)) return null
  const number = numberInLabel.exec(label)
  const value = number === null ? null : readCount(number[0])
  if (number === null || value === null) return null
  const kind = /\d/.test(number[0]) ? '1' : '一'
  const printed = label.replace(number[0], kind)
  const form = /[()．〔〕\s*#]/.test(printed) ? plainForm(printed) : printed
  return { clause, form, value, index }
}

function plainForm(printed: string): string {
  return printed.replace(/[()．〔〕]/g, (mark) => brackets[mark] ?? mark).replace(/[\s*#]/g, '')
}

/** For each clause the number that a list running on over the whole instrument would have there. */
function runningNumbers(all: readonly Numbered[]): Map<Clause, number> {
  const last = new Map<string, number>()
  const expected = new Map<Clause, number>()
  for (const { clause, form, value } of all) {
    expected.set(clause, (last.get(form) ?? 0) + 1)
    last.set(form, value)
  }
  return expected
}

function gapsIn(
  sources: InstrumentSources,
  list: readonly Numbered[],
  running: ReadonlyMap<Clause, number>,
): Finding[] {
  const findings: Finding[] = []
  for (const [index, { clause, value }] of list.entries()) {
    const before = list[index - 1]
    if (value === 1 || value === (before?.value ?? 0) + 1 || value === running.get(clause)) continue
    if (before === undefined || standsInline(sources, before, value)) continue
    findings.push(gapFinding(sources, before, { clause, form: '', value, index }))
  }
  return findings
}

const hanNumbers = '零一二三四五六七八九十'

/** 七 of 7, 十二 of 12: as labels have them. */
function hanOf(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const before = tens > 1 ? hanNumbers.charAt(tens) : ''
  return (tens > 0 ? `${before}十` : '') + (ones > 0 ? hanNumbers.charAt(ones) : '')
}

/** Whether the number that is missed stands inside the paragraph before: a list that runs on in one line. */
function standsInline(sources: InstrumentSources, before: Numbered, value: number): boolean {
  const wanted = before.value + 1
  if (value <= wanted || wanted > 99) return false
  const { label } = before.clause
  const next = label?.replace(numberInLabel, /\d/.test(label) ? String(wanted) : hanOf(wanted)) ?? ''
  const forms = [next, next.replace('（', '(').replace('）', ')'), next.replace('(', '（').replace(')', '）')]
  const around = sources.read.clauses.slice(before.index, before.index + clausesAfter)
  return around.some(({ whole }) => forms.some((form) => whole.text.indexOf(form, 1) > 0))
}

/** How many clauses from one on the number after its own may stand inline. */
const clausesAfter = 8

function gapFinding(sources: InstrumentSources, before: Numbered, now: Numbered): Finding {
  const said = `“${before.clause.label}”之后是“${now.clause.label}”`
  const message =
    now.value === before.value
      ? `序号重复：${said}，请核对是否应依次顺延。`
      : `序号不连：${said}，请核对是否漏印或编错。`
  return findingIn(
    sources,
    'numbering-gap',
    message,
    [
      [before.clause.lines[0], before.clause.lines[0]],
      [now.clause.lines[0], now.clause.lines[0]],
    ],
    now.clause.id,
  )
}
