import type { Catalogue } from '../catalogue/catalogue.ts'
import { keysTwice } from '../catalogue/catalogue-findings.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { findProcedure, proceduresOf } from '../register/record-procedure.ts'
import { personalFieldsOf } from '../schema/mask.ts'
import { validate } from '../schema/validate.ts'
import { dangling, fieldNames, idsOf, type Path } from './check-references.ts'
import type { Programme } from './programme.ts'

/** Whether every entry fits the catalogue's fields, no key stands twice in a version, and no two versions hold at once. */
export function checkCatalogue(catalogue: Catalogue): Issue[] {
  const { fields, versions } = catalogue
  const ofVersions = versions.flatMap((version, index) => {
    const entries = version.items.flatMap(({ entry }, place) => {
      const checked = validate(fields, entry)
      const issues = checked.kind === 'valid' ? [] : checked.issues
      return issues.map((issue) => ({ ...issue, path: ['items', place, 'entry', ...issue.path] }))
    })
    const issues = [...entries, ...keysTwice(catalogue, version), ...overlap(catalogue, index)]
    return issues.map((issue) => ({ ...issue, path: ['versions', index, ...issue.path] }))
  })
  return [...ofVersions, ...unknownColumns(catalogue), ...personalIn(catalogue)]
}

/** Whether the procedure that changes it, and the registers that it is held to, are there. */
export function checkCatalogueReferences(programme: Programme, catalogue: Catalogue): Issue[] {
  const { changedBy, heldTo = [], completeness = [], fields } = catalogue
  const procedure = changedBy && findProcedure(programme, changedBy.procedure)
  const changing =
    changedBy === undefined
      ? []
      : procedure === undefined
        ? dangling('流程', ['changedBy'], [changedBy.procedure], idsOf(proceduresOf(programme)))
        : dangling('环节', ['changedBy', 'states'], changedBy.states, Object.keys(procedure.states))
  const own = Object.keys(fields.def.shape)
  return [
    ...changing,
    ...heldTo.flatMap(({ id, register, where, edition, equals }) => {
      const path = ['heldTo', id]
      const named = [...Object.keys(where), edition, ...Object.keys(equals)]
      return [
        ...checkRegisterFields(programme, path, register, named),
        ...dangling('字段', [...path, 'equals'], Object.values(equals), own),
      ]
    }),
    ...completeness.flatMap(({ id, register, item, fields: named }) =>
      checkRegisterFields(programme, ['completeness', id], register, [item, ...named]),
    ),
  ]
}

function checkRegisterFields(
  { registers }: Programme,
  path: Path,
  id: string,
  named: readonly string[],
): Issue[] {
  const register = registers.find((one) => one.id === id)
  if (register === undefined) return dangling('台账', [...path, 'register'], [id], idsOf(registers))
  return dangling('字段', path, named, fieldNames(register))
}

/** A list is published as it stands: nothing in it tells of a person. */
function personalIn({ title, fields }: Catalogue): Issue[] {
  return personalFieldsOf(fields).map(({ path }) =>
    issueOf('personal-in-list', ['fields', ...path], { catalogue: title, field: path.join('.') }),
  )
}

/** Columns of a print that lead to no field. */
function unknownColumns({ fields, prints = [] }: Catalogue): Issue[] {
  const known = Object.keys(fields.def.shape)
  return prints.flatMap(({ columns, group, keyed }, index) =>
    [
      ...Object.values(columns),
      ...(group === undefined ? [] : [group]),
      ...(keyed === undefined ? [] : [keyed.field, ...keyed.by]),
    ]
      .filter((name) => !known.includes(name))
      .map((name) =>
        issueOf('reference-dangling', ['prints', index, 'columns'], {
          what: '清单的项目',
          name,
          known: known.join('、'),
        }),
      ),
  )
}

function overlap({ title, versions }: Catalogue, index: number): Issue[] {
  const [before, version] = [versions[index - 1], versions[index]]
  if (before === undefined || version === undefined) return []
  if (before.until !== null && before.until <= version.from) return []
  const data = { catalogue: title, until: before.until ?? '无期限', from: version.from }
  return [issueOf('versions-overlap', ['from'], data)]
}
