import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { requireRealGazettes } from '@luoshi/testing'
import { expect, it } from 'vitest'
import { equipmentRows, planYears } from './equipment-plan.ts'
import { plannedItems } from './purchases.ts'
import { printedRecruits } from './staffing.ts'

const gazette = requireRealGazettes().find(({ name }) => name === 'wuzhai-2022-02')
const issue = read(gazette?.text ?? '', { file: 'wuzhai-2022-02.txt', counties })
const notice = issue.instruments.find(({ docNumber }) => docNumber === '五政发〔2022〕12号')
const rows = new Map(
  (notice?.tables ?? []).flatMap((table) =>
    table.rows.map((row) => [row.line, row.cells.map((cell) => cell.replaceAll(/\s/g, ''))] as const),
  ),
)
const cellsAt = (line: number) => rows.get(line) ?? []
const figure = (cell: string | undefined) => Number(cell === '' || cell === undefined ? '0' : cell)

it('[wuzhai-2022-zf12.3] has every piece of equipment as the three annexes print it', () => {
  for (const { line, name, standards, planned } of equipmentRows) {
    const cells = cellsAt(line)
    expect(cells, String(line)).toContain(name.replaceAll(/\s/g, ''))
    expect(cells.slice(-4).map(figure), name).toEqual(planYears.map((year) => planned[year]))
    if ('together' in standards) continue
    const printed = [...standards.special, ...standards.ordinary]
    expect(cells.slice(-8, -4), name).toEqual(printed)
  }
})

it('[wuzhai-2022-zf12.3] has hydrants, cranes, vehicles and recruits as printed', () => {
  const planned = (code: string) => {
    const item = plannedItems.find((one) => one.code === code)
    return planYears.map((year) => item?.planned[year])
  }
  for (const [code, lines] of [
    ['水-1', [857, 859, 864, 866]],
    ['水-2', [858, 860, 865, 867]],
  ] as const) {
    expect(lines.map((line) => figure(cellsAt(line).at(-1)))).toEqual(planned(code))
  }
  for (const [code, line] of [
    ['车-1', 882],
    ['车-2', 884],
    ['车-3', 886],
    ['车-4', 887],
  ] as const) {
    expect(cellsAt(line).slice(-4).map(figure), code).toEqual(planned(code))
  }
  for (const byYear of Object.values(printedRecruits)) {
    for (const [count, line] of Object.values(byYear)) expect(figure(cellsAt(line).at(-1))).toBe(count)
  }
})
