import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { requireRealGazettes } from '@luoshi/testing'
import { expect, it } from 'vitest'
import { indicators } from './indicators.ts'
import { pairedChanges } from './paired-changes.ts'
import { printedRows } from './printed-rows.ts'

const instruments = requireRealGazettes().flatMap(({ name, text }) =>
  read(text, { file: `${name}.txt`, counties }).instruments.map((instrument) => ({ name, instrument })),
)
const notice = (docNumber: string, gazette: string) => {
  const found = instruments.find(
    ({ name, instrument }) => name === gazette && instrument.docNumber === docNumber,
  )
  if (found === undefined) throw new Error(`no ${docNumber} in ${gazette}`)
  return found.instrument
}

it('[wutai-2021-zbf46.1] the 37 rows as they are read, with units carried down, are our 31 indicators', () => {
  const [table] = notice('五政办发〔2021〕46号', 'wutai-2021-03b').tables
  const cellsOf = ({
    category,
    number,
    partOf,
    title,
    unit,
    by,
    target,
    every,
  }: (typeof printedRows)[number]) => [
    category,
    number,
    `${partOf === undefined ? '' : `${partOf} / `}${title}(${unit})`,
    by,
    target,
    { month: '月度', quarter: '季度', 'half-year': '半年', year: '年度' }[every],
  ]
  const rows = table?.rows ?? []
  expect(rows).toHaveLength(37)
  expect(
    rows.map(({ line, cells }) => [
      line,
      cells.with(4, /^>?[\d.]+$/.test(cells[4] ?? '') ? (cells[4] ?? '') : 'null'),
    ]),
  ).toEqual(printedRows.map((row) => [row.line, cellsOf(row).map(String)]))
  expect(new Set(printedRows.map(({ number }) => number)).size).toBe(31)
})

it('the adjustment’s sentence gives the weights that our indicators have', () => {
  const clause = notice('五政办发〔2021〕57号', 'wutai-2021-04').clauses.find(({ label }) => label === '二、')
  const read = pairedChanges(clause?.text ?? '')
  const pairs = read.kind === 'pairs' ? read.pairs.map(({ before, after }) => [before, after]) : []
  const changed = indicators.filter(({ weights = [] }) => weights.length === 2)
  expect(pairs).toEqual(changed.map(({ weights = [] }) => weights.map(({ value }) => value)))
})
