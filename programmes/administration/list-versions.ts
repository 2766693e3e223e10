import {
  type Catalogue,
  choice,
  defineProcedure,
  defineRegister,
  defineRule,
  EDITION_BOUNDS,
  type Edition,
  editionShape,
  fields,
  type Procedure,
  type Programme,
  type Register,
  type Rule,
  text,
  versionOfEdition,
} from '@luoshi/kernel'
import { clerk, publisher, readers } from './access.ts'
import { basis } from './laws.ts'
import { validity } from './validity.ts'

const by = [clerk]
const mayRead = [...readers, publisher]

const id = 'list-versions'

/** A programme by the lists that it has. */
type ProgrammeLists = Pick<Programme, 'id' | 'title' | 'catalogues'>

/** Where whole new versions of every list are published. */
export const publishedBy = {
  programme: 'administration',
  procedure: id,
  state: 'published',
} as const satisfies Catalogue['publishedBy']

/** The programmes, each of their lists with the procedure that publishes it. */
export function withPublishing(programmes: readonly Programme[]): readonly Programme[] {
  return programmes.map((programme) =>
    programme.catalogues === undefined
      ? programme
      : { ...programme, catalogues: programme.catalogues.map((list) => ({ ...list, publishedBy })) },
  )
}

/** Whole new versions of published lists, each with its table, as they were handed in. */
export function listVersionRegister(programmes: readonly ProgrammeLists[]): Register {
  const titles = programmes.flatMap((programme) =>
    (programme.catalogues ?? []).map((list) => [
      `${programme.id}/${list.id}`,
      `${programme.title}：${list.title}`,
    ]),
  )
  return defineRegister({
    id,
    title: '清单版本台账',
    basis: basis.powers,
    fields: fields({ list: choice('清单', Object.fromEntries(titles)), ...editionShape }),
    key: ['list', 'name', 'from'],
    calledBy: ['name'],
    access: { read: mayRead, write: by },
  })
}

/** A version, from being drawn up to being published. Who draws it up does not publish it. */
export function listVersionProcedure(register: Register): Procedure {
  const gates = ['list-version-clause', 'list-version-reads']
  return defineProcedure({
    id,
    title: '清单新版本',
    basis: basis.powers,
    ...validity,
    register: register.id,
    subject: register.fields,
    access: { read: mayRead },
    lookups: {},
    opening: { title: '拟定清单新版本', by, basis: basis.powers, gates },
    initial: 'drafted',
    states: {
      drafted: {
        title: '待公布',
        on: {
          publish: {
            title: '公布',
            to: 'published',
            by: [publisher],
            basis: basis.powers,
            gates,
            notByWhoDid: ['opening'],
          },
          withdraw: { title: '撤回', to: 'withdrawn', by, basis: basis.powers, needsReason: true },
        },
      },
      published: { title: '已公布', final: 'completed', on: {} },
      withdrawn: { title: '已撤回', final: 'withdrawn', on: {} },
    },
    limits: {},
  })
}

const clause = defineRule({
  id: 'list-version-clause',
  title: '新版本写明依据',
  basis: basis.powers,
  inputs: {
    article: editionShape.article,
    firstLine: editionShape.firstLine,
    lastLine: editionShape.lastLine,
  },
  parameters: {},
  decide({ article, firstLine = 0, lastLine = firstLine }) {
    const areLines = firstLine > 0 && lastLine >= firstLine
    return {
      isMet: article !== undefined || areLines,
      wanted: '写明公布文件的条款或附件，或者公报中的起止行',
      found: article ?? (areLines ? `第${firstLine}行起` : '没有写明'),
    }
  },
})

/** Sentences of which the first are told. */
const MOST_TOLD = 5

/** A table must be the list that it is said to be: its columns known, every entry complete, none twice. */
function reads(programmes: readonly ProgrammeLists[]): Rule {
  const lists = new Map<string, Catalogue>(
    programmes.flatMap((programme) =>
      (programme.catalogues ?? []).map((list) => [`${programme.id}/${list.id}`, list] as const),
    ),
  )
  const { name, from, document, article, firstLine, lastLine, headings, rows, replaces } = editionShape
  return defineRule({
    id: 'list-version-reads',
    title: '表格是这份清单',
    basis: basis.powers,
    inputs: {
      list: text('清单'),
      name,
      from,
      document,
      article,
      firstLine,
      lastLine,
      headings,
      rows,
      replaces,
    },
    parameters: {},
    decide({ list, ...edition }) {
      const catalogue = lists.get(list)
      if (catalogue === undefined) return { missing: `清单“${list}”` }
      const { rows: most, columns } = EDITION_BOUNDS
      const wanted = `表头是这份清单的栏目，1至${most}行，至多${columns}列，逐项齐全，没有重复`
      const counted = `${edition.rows.length}行、${edition.headings.length}列`
      if (edition.rows.length === 0 || edition.rows.length > most || edition.headings.length > columns) {
        return { isMet: false, wanted, found: counted }
      }
      const read = versionOfEdition(catalogue, edition as Edition, '')
      if (read.kind === 'read') return { isMet: true, wanted, found: counted }
      const told = read.issues.slice(0, MOST_TOLD).map(({ message }) => message.replace(/。$/, ''))
      const more = read.issues.length > MOST_TOLD ? `等${read.issues.length}处` : ''
      return { isMet: false, wanted, found: `${told.join('；')}${more}` }
    },
  })
}

/** The rules of the register, for the lists of these programmes. */
export function listVersionRules(programmes: readonly ProgrammeLists[]): readonly Rule[] {
  return [clause, reads(programmes)]
}
