import type { Clause, Finding } from '../issue.ts'
import { readCount } from '../mentions/dates.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'

/** A label taken apart: how it is written, and its number. */
interface Numbered {
  readonly clause: Clause
  /** The label with its number taken out: （）, 、, 第条. Labels of one list have the same. */
  readonly form: string
  readonly value: number
}

const numberInLabel = /\d{1,3}|[一二三四五六七八九十百零〇]{1,6}/

/** Widths and kinds of brackets are no difference between labels of one list. */
const brackets: Readonly<Record<string, string>> = { '(': '（', ')': '）', '．': '.', '〔': '（', '〕': '）' }

/** Numbers that skip or come twice among labels of one form. */
export const findNumberingGaps: InstrumentCheck = (sources) => {
  const lists = new Map<string, Numbered[]>()
  for (const { clause } of sources.read.clauses) {
    const numbered = readNumbered(clause)
    if (numbered === null) continue
    const key = `${clause.parent ?? ''}|${numbered.form}`
    const list = lists.get(key)
    if (list) list.push(numbered)
    else lists.set(key, [numbered])
  }
  const running = runningNumbers(sources)
  return [...lists.values()].flatMap((list) => gapsIn(sources, list, running))
}

function readNumbered(clause: Clause): Numbered | null {
  if (clause.label === null || /\d[.．]\d/.test(clause.label)) return null
  const number = numberInLabel.exec(clause.label)
  const value = number === null ? null : readCount(number[0])
  if (number === null || value === null) return null
  const kind = /\d/.test(number[0]) ? '1' : '一'
  const form = clause.label.replace(number[0], kind).replace(/[()．〔〕]/g, (mark) => brackets[mark] ?? mark)
  return { clause, form: form.replace(/[\s*#]/g, ''), value }
}

/** For each clause the number that a list running on over the whole instrument would have there. */
function runningNumbers(sources: InstrumentSources): Map<Clause, number> {
  const last = new Map<string, number>()
  const expected = new Map<Clause, number>()
  for (const { clause } of sources.read.clauses) {
    const numbered = readNumbered(clause)
    if (numbered === null) continue
    expected.set(clause, (last.get(numbered.form) ?? 0) + 1)
    last.set(numbered.form, numbered.value)
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
    if (before === undefined) continue
    findings.push(gapFinding(sources, before, { clause, form: '', value }))
  }
  return findings
}

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
