import type { Finding, Span, Table, TableRow } from '../issue.ts'
import type { ReadTable, TableProblem } from '../tables/read-table.ts'
import { checkSums } from '../tables/table-sums.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'
import { foldText } from './fold-text.ts'

/** What the tables of an instrument print wrong: sums, rows that come twice, bases, lost and shifted cells. */
export const findTableProblems: InstrumentCheck = (sources) =>
  sources.tables.flatMap((table) =>
    table.isForm
      ? []
      : [
          ...sumFindings(sources, table.table),
          ...duplicateRows(sources, table.table),
          ...basisFindings(sources, table.table),
          ...printFindings(sources, table),
          ...sectionNumbers(sources, table.table),
        ],
  )

function nameOf({ title, lines }: Table): string {
  return title === null ? `第${lines[0]}行起的表` : `表“${title}”`
}

function sumFindings(sources: InstrumentSources, table: Table): Finding[] {
  const checks = checkSums(table)
  const wrong = checks.filter(({ agrees }) => !agrees)
  // Sums that mostly fail are no sums: the columns mean something else.
  if (wrong.length * 2 > checks.length && checks.length > 2) return []
  return wrong.map(({ line, column, printed, computed, direction }) => {
    const by = direction === 'row' ? '本行各分项' : '各行'
    const name = (table.columns[column] ?? '').split(' / ').at(-1) ?? ''
    const message = `${nameOf(table)}的“${name}”印作${printed}，${by}相加为${computed}，请核对。`
    return findingIn(sources, 'sum-mismatch', message, [[line, line]], table.clause)
  })
}

/** Columns that hold the name of what a row is about. */
const nameColumn = /事项|名称|项目|信息|内容/

/** Cells that two rows must share, so that the one repeats the other. */
const fewestCells = 3

/** Numbered rows that are the same but for their numbers. */
function duplicateRows(sources: InstrumentSources, table: Table): Finding[] {
  const column = table.columns.findIndex((name) => nameColumn.test(name))
  if (column < 1 || !/^(?:序号|编号)$/.test(table.columns[0] ?? '')) return []
  const seen = new Map<string, TableRow>()
  const findings: Finding[] = []
  for (const row of table.rows) {
    const [number = '', ...rest] = row.cells
    if (row.kind !== 'row' || number === '' || rest.filter((cell) => cell !== '').length < fewestCells)
      continue
    const key = rest.join('|')
    const before = seen.get(key)
    seen.set(key, row)
    if (before === undefined || before.cells[0] === number) continue
    const message = `${nameOf(table)}第${number}项“${row.cells[column]}”与第${before.cells[0]}项内容完全相同，请核对是否重复。`
    const spans: Span[] = [
      [before.line, before.line],
      [row.line, row.line],
    ]
    findings.push(findingIn(sources, 'duplicate-row', message, spans, table.clause))
  }
  return findings
}

const basisColumn = /依据/

/** Names shorter than this are no item's. */
const shortestName = 4

/** How many brackets and spaces two prints of one name may differ in. */
const mostMarks = 6

/** A basis that repeats the item's own name, and one that is another item's word for word. */
function basisFindings(sources: InstrumentSources, table: Table): Finding[] {
  const basis = table.columns.findIndex((name) => basisColumn.test(name))
  const named = table.columns.findIndex((name) => nameColumn.test(name))
  if (basis < 0 || named < 0) return []
  return table.rows.flatMap(({ cells, kind, line }) => {
    const name = cells[named] ?? ''
    const printed = cells[basis] ?? ''
    const isLike = name.length >= shortestName && Math.abs(printed.length - name.length) <= mostMarks
    if (kind !== 'row' || !isLike || foldText(printed) !== foldText(name)) return []
    const message = `${nameOf(table)}第${cells[0]}项“${name}”的依据栏写的是事项自己的名称，请补写依据。`
    return [findingIn(sources, 'duplicate-basis', message, [[line, line]], table.clause)]
  })
}

/** What each kind of damage is called. */
const damage: Readonly<Record<TableProblem['kind'], string>> = {
  'lost-cells': '缺格',
  'shifted-cells': '错栏',
  'unreadable-row': '内容无法归栏',
  'shifted-head': '续表表头与数据错位',
  'skipped-number': '序号不连',
  'no-head': '没有表头',
}

function printFindings(sources: InstrumentSources, { table, problems }: ReadTable): Finding[] {
  const numbering = problems.filter(({ kind }) => kind === 'skipped-number')
  const damaged = problems.filter(({ kind }) => kind !== 'skipped-number' && kind !== 'no-head')
  const findings = numbering.map((problem) => numberFinding(sources, table, problem))
  if (damaged.length === 0) return findings
  const counted = new Map<string, number>()
  for (const { kind, rows } of damaged) counted.set(damage[kind], (counted.get(damage[kind]) ?? 0) + rows)
  const list = [...counted].map(([what, rows]) => `${what}${rows}行`).join('、')
  const message = `${nameOf(table)}排版错乱：${list}，请对照原表核对。`
  const spans = damaged.map(({ lines }): Span => [lines[0], lines[1]])
  return [...findings, findingIn(sources, 'table-damaged', message, spans, table.clause)]
}

function numberFinding(sources: InstrumentSources, table: Table, problem: TableProblem): Finding {
  const [printed, expected] = [problem.printed[0] ?? '', problem.read[0] ?? '']
  const wanted = expected === '' ? '' : `，应为${expected}`
  const message = `${nameOf(table)}的序号不连，此处印作${printed}${wanted}，请核对是否漏印一行或编错。`
  return findingIn(sources, 'numbering-gap', message, [[problem.lines[0], problem.lines[1]]], table.clause)
}

const hanLabel = /^[-*#\s]*([一二三四五六七八九十]{1,3})、/

/** 一、二、三、三、: the numbers of the parts of a table. */
function sectionNumbers(sources: InstrumentSources, table: Table): Finding[] {
  const findings: Finding[] = []
  let before = ''
  for (const { kind, cells, line } of table.rows) {
    const label = kind === 'section' ? hanLabel.exec(cells[0] ?? '')?.[1] : undefined
    if (label === undefined) continue
    if (label === before) {
      const message = `${nameOf(table)}中“${label}、”用了两次，请依次改正后面各部分的序号。`
      findings.push(findingIn(sources, 'numbering-gap', message, [[line, line]], table.clause))
    }
    before = label
  }
  return findings
}
