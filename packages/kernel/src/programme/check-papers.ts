import { type Issue, issueOf } from '../issue/issue.ts'
import { isFormatKnown, paperFactLabels, placeholdersIn } from '../paper/fill-in.ts'
import { type Paper, type TablePaper, type TextPaper, textsOf } from '../paper/paper.ts'
import { allActions, caseFieldsOf } from '../procedure/actions.ts'
import { proceduresOf } from '../register/record-procedure.ts'
import { fields } from '../schema/fields.ts'
import { personalFieldsOf } from '../schema/mask.ts'
import { dangling, fieldNames, idsOf } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether all that a paper names is there: its register, its columns' fields, what its texts fill in. */
export function checkPaper(programme: Programme, paper: Paper): Issue[] {
  const register = programme.registers.find(({ id }) => id === paper.register)
  if (register === undefined) {
    return dangling('台账', ['register'], [paper.register], idsOf(programme.registers))
  }
  const own = fieldNames(register)
  const named =
    paper.form === 'table'
      ? checkTable(programme, paper, [...new Set([...own, ...filledInLater(programme, paper)])])
      : checkText(paper, [...new Set([...own, ...filledInBy(programme, paper)])])
  return [...named, ...checkClear(programme, paper)]
}

function checkTable(programme: Programme, paper: TablePaper, known: readonly string[]): Issue[] {
  const { columns, headFields = {}, rows = {}, head } = paper
  const producers = programme.procedures.filter((procedure) => isProducedBy(procedure, paper))
  const ofCase = producers.flatMap((procedure) => Object.keys(caseFieldsOf(procedure)))
  return [
    ...columns.flatMap(({ field }, index) =>
      field === null ? [] : dangling('字段', ['columns', index, 'field'], [field], known),
    ),
    ...dangling('表头空格', ['headFields'], Object.keys(headFields), head),
    ...dangling('字段', ['headFields'], Object.values(headFields), known),
    ...dangling('字段', ['rows'], Object.keys(rows), known),
    ...dangling('字段', ['rows'], Object.values(rows), ofCase),
  ]
}

function checkText(paper: TextPaper, known: readonly string[]): Issue[] {
  const places = textsOf(paper).flatMap(placeholdersIn)
  const names = [...new Set(places.map(({ name }) => name))]
  const conditions = paper.body.flatMap(({ when }) => (when === undefined ? [] : [when.field]))
  const formats = [...new Set(places.map(({ format }) => format))].filter((format) => !isFormatKnown(format))
  return [
    ...dangling(
      '字段',
      ['body'],
      [...names, ...conditions],
      [...known, ...Object.keys(paperFactLabels).map((name) => `@${name}`)],
    ),
    ...formats.map((format) =>
      issueOf('paper-format', ['body'], { paper: paper.title, format: format ?? '' }),
    ),
  ]
}

function checkClear(programme: Programme, paper: Paper): Issue[] {
  const register = programme.registers.find(({ id }) => id === paper.register)
  const inputs = programme.procedures.filter((procedure) => isProducedBy(procedure, paper)).map(caseFieldsOf)
  const shape = Object.assign({}, ...inputs, register?.fields.def.shape)
  const personal = new Set(personalFieldsOf(fields(shape)).map(({ path }) => path[0]))
  return (paper.clear ?? [])
    .filter(({ field }) => !personal.has(field))
    .map(({ field }) => issueOf('paper-clear', ['clear'], { paper: paper.title, field }))
}

/** Fields of every record of a paper's register: a form may be printed over a list of them, at whatever stage they are. */
function filledInLater(programme: Programme, paper: TablePaper): string[] {
  return proceduresOf(programme)
    .filter((procedure) => procedure.register === paper.register)
    .flatMap((procedure) => Object.keys(caseFieldsOf(procedure)))
}

/** Fields of the cases that produce a paper. */
function filledInBy(programme: Programme, paper: Paper): string[] {
  return programme.procedures
    .filter((procedure) => procedure.register === paper.register && isProducedBy(procedure, paper))
    .flatMap((procedure) => Object.keys(caseFieldsOf(procedure)))
}

function isProducedBy(procedure: Programme['procedures'][number], paper: Paper): boolean {
  return allActions(procedure).some(({ action }) => action.papers?.includes(paper.id))
}
