import type { z } from 'zod'
import type { Cite } from '../cite.ts'
import type { ListLookup } from '../procedure/procedure.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import { choice, date, fields, listOf, text } from '../schema/fields.ts'
import { isDay } from '../time/instant.ts'
import type { Catalogue } from './catalogue.ts'
import { catalogueChangeLabels } from './catalogue-diff.ts'
import { type ListChange, type ListChangeKind, objectionsToChange } from './list-change.ts'

/** What a list gives the procedure by which it is changed. */
export interface ChangeParts {
  /** Fields of the case: which kind of change, the entries before and after, and its cause. */
  readonly shape: Readonly<Record<string, z.ZodType>>
  /** From which day it holds; filled in by the action that makes it hold. */
  readonly from: Readonly<Record<string, z.ZodType>>
  /** Which of those entries stand in the list now, for the rule. */
  readonly lookups: Readonly<Record<string, ListLookup>>
  /** Says no to a change that does not fit the list. */
  readonly rule: Rule
}

/** How the kinds of change read on a form; a programme may have fewer, by names of its own: 收回. */
export type ChangeLabels = Readonly<Partial<Record<ListChangeKind, string>>>

/**
 * The fields, lookups and rule of a case that changes a list. Its catalogue names the procedure under `changedBy`; what
 * such cases decide makes the versions of the list between two printings.
 */
export function changeParts(
  catalogue: Pick<Catalogue, 'id' | 'title' | 'fields' | 'parts'>,
  basis: Cite,
  labels: ChangeLabels = catalogueChangeLabels,
): ChangeParts {
  const { id, parts } = catalogue
  const kind = choice('调整方式', labels as Readonly<Record<ListChangeKind, string>>)
  const entry = entryFields(catalogue)
  const before = listOf('原事项', text('事项'))
  const after = listOf('调整后的事项', entry)
  const names = fields({ [parts.key]: text('事项') })
  const lookups = {
    standing: {
      title: '原事项在清单中的',
      catalogue: id,
      version: 'now',
      where: { [parts.key]: 'before' },
      gives: { kind: 'records', fields: [parts.key] },
    },
    taken: {
      title: '调整后的名称在清单中已有的',
      catalogue: id,
      version: 'now',
      where: { [parts.key]: `after.${parts.key}` },
      gives: { kind: 'records', fields: [parts.key] },
    },
  } as const
  const rule = defineRule({
    id: `${id}-change-fits`,
    title: '调整与清单相符',
    basis,
    inputs: {
      kind,
      before: before.optional(),
      after: after.optional(),
      standing: listOf('原事项在清单中的', names),
      taken: listOf('调整后的名称在清单中已有的', names),
    },
    parameters: {},
    decide: (input) => {
      const listed = new Set([...input.standing, ...input.taken].map((one) => String(one[parts.key])))
      const proposed = { kind: input.kind, before: input.before ?? [], after: input.after ?? [] }
      const objections = objectionsToChange(catalogue, proposed, (key) => listed.has(key))
      return {
        isMet: objections.length === 0,
        wanted: '所填事项与现行清单相符',
        found: objections.length === 0 ? '相符' : objections.join('，'),
      }
    },
  })
  const cause = text('缘由', { help: '写明引起调整的法律、法规、规章、改革要求或者上级清单，及其条款' })
  return {
    shape: { kind, before: before.optional(), after: after.optional(), cause },
    from: { from: date('施行日期') },
    lookups,
    rule,
  }
}

/** An entry as it is filled in: its key must be there, its running number is not asked. */
function entryFields({ fields: schema, parts }: Pick<Catalogue, 'fields' | 'parts'>) {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
  const asked = Object.entries(shape).filter(([name]) => name !== parts.number)
  return fields(
    Object.fromEntries(
      asked.map(([name, field]) => {
        const own = field as z.ZodType
        return [name, name === parts.key || own.def.type === 'optional' ? own : own.optional()]
      }),
    ),
  )
}

/** The change that a case has decided; null where it does not say enough. */
export function changeFrom(
  data: Readonly<Record<string, unknown>>,
  { number, basis }: Pick<ListChange, 'number' | 'basis'>,
): ListChange | null {
  const { kind, from, before = [], after = [], cause } = data
  if (typeof kind !== 'string' || !Object.hasOwn(catalogueChangeLabels, kind)) return null
  if (typeof from !== 'string' || !isDay(from)) return null
  return {
    number,
    kind: kind as ListChangeKind,
    before: (before as readonly unknown[]).map(String),
    after: after as readonly Readonly<Record<string, unknown>>[],
    from,
    cause: String(cause ?? ''),
    basis,
  }
}
