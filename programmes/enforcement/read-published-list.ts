import {
  type ImportReader,
  type ReadingProblem,
  type TableLine,
  type UnitTree,
  unitsNamed,
} from '@luoshi/kernel'
import { cellProblem, lineProblem, plainHeading } from '../reading-problem.ts'
import { powerKinds } from './powers.ts'

/** The columns of a published list, by their headings; the last only where the powers were taken from departments. */
const COLUMNS = { number: '序号', kind: '职权类型', name: '职权名称', source: '职权依据' } as const
const DEPARTMENTS = '主管部门'

type Cells = Readonly<Record<keyof typeof COLUMNS | 'departments', string>>

/** What a list's own words say of an entry. */
const said = {
  isSimpleOnly: { title: '仅限适用简易程序', in: /简易程序/ },
  excludesPoor: { title: '低保、特困除外', in: /(?:最低生活保障|特困).*除外/ },
  isReportedUp: { title: '审核转报、初审、报批', in: /转报|初审|报批/ },
} as const

/** Reads a published list of powers: each line an entry of the catalogue, under the list's number and its own. */
export const readPublishedList: ImportReader = {
  keysIn: () => ({}),
  read(file, { asked, units, today }) {
    const [head = { line: 1, cells: [] }, ...lines] = file.kind === 'table' ? file.lines : []
    const headings = head.cells.map(plainHeading)
    const lacking = Object.values(COLUMNS).filter((title) => !headings.includes(title))
    if (lacking.length > 0) {
      const problems = [
        lineProblem(head.line, `缺少${lacking.join('、')}，表头应有${Object.values(COLUMNS).join('、')}。`),
      ]
      return { records: [], problems, measures: [], outlines: [] }
    }
    const read = lines.map((line) => {
      const cells = cellsOf(line, headings)
      const { formerHolders, problems } = formerHoldersIn(cells.departments, line.line, units, today)
      return { ...line, cells, formerHolders, problems: [...cellProblems(cells, line.line), ...problems] }
    })
    const document = String(asked['document'])
    const records = read
      .filter(({ problems }) => problems.length === 0)
      .map(({ line, cells: { number, kind, name, source }, formerHolders }) => ({
        line,
        input: {
          code: `${document}#${number}`,
          list: `${document}第${number}项`,
          ...{ kind: kindOf(kind), name, source, formerHolders },
          ...Object.fromEntries(
            Object.entries(said).map(([field, { in: words }]) => [field, words.test(name)]),
          ),
          ...{ holders: asked['holders'], isTownship: asked['isTownship'], from: asked['from'] },
        },
      }))
    return {
      records,
      problems: read.flatMap(({ problems }) => problems),
      measures: [
        { title: '可列入目录', text: `${records.length}项` },
        ...Object.entries(said).map(([field, { title }]) => ({
          title,
          text: `${records.filter(({ input }) => (input as Record<string, unknown>)[field] === true).length}项`,
        })),
      ],
      outlines: [],
    }
  },
}

function cellsOf({ cells }: TableLine, headings: readonly string[]): Cells {
  const cell = (title: string) => cells[headings.indexOf(title)]?.trim() ?? ''
  const { number, kind, name, source } = COLUMNS
  return {
    ...{ number: cell(number), kind: cell(kind), name: cell(name), source: cell(source) },
    departments: cell(DEPARTMENTS),
  }
}

function kindOf(label: string): string | undefined {
  return Object.entries(powerKinds).find(([, title]) => title === label)?.[0]
}

function cellProblems({ number, kind, name, source }: Cells, line: number): readonly ReadingProblem[] {
  const problems: ReadingProblem[] = []
  if (!/^[1-9]\d*$/.test(number)) problems.push(cellProblem(line, COLUMNS.number, number, '清单中的序号'))
  if (kindOf(kind) === undefined) {
    problems.push(cellProblem(line, COLUMNS.kind, kind, Object.values(powerKinds).join('、')))
  }
  if (name === '') problems.push(cellProblem(line, COLUMNS.name, name, '职权的全称'))
  if (source === '') problems.push(cellProblem(line, COLUMNS.source, source, '法律、法规、规章的名称和条款'))
  return problems
}

/** The departments that had the power; one that no unit bears the name of is told, and its line is left. */
function formerHoldersIn(departments: string, line: number, units: UnitTree, today: string) {
  const named = departments
    .split(/[、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, found: unitsNamed(units, name, today) }))
  return {
    formerHolders: named.flatMap(({ found: [unit] }) => (unit === undefined ? [] : [unit.id])),
    problems: named.flatMap(({ name, found }) =>
      found.length === 1 ? [] : [cellProblem(line, DEPARTMENTS, name, '“机构和人员”中的机构名称')],
    ),
  }
}
