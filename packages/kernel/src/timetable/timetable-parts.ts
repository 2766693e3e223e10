import type { Validity } from '../campaign/campaign-parts.ts'
import { gap } from '../definition/gap.ts'
import { defineProcedure, type Procedure } from '../procedure/procedure.ts'
import { defineRegister, type Register } from '../register/register.ts'
import { defineParameter, type Parameter } from '../rule/parameter.ts'
import type { ValueRule } from '../rule/value-rule.ts'
import { defineValueTable } from '../rule/value-table.ts'
import { choice, date, type Fields, fields } from '../schema/fields.ts'
import { files, longText, unit } from '../schema/form-fields.ts'
import { defineStocktake, type Stocktake } from '../stocktake/stocktake.ts'
import type { Timetable } from './timetable.ts'
import { entryStandingText, timetableStanding } from './timetable-standing.ts'

/** What a timetable gives its programme: where its entries are kept, how they go, by when, and the board of all of them. */
export interface TimetableParts {
  readonly register: Register
  readonly procedure: Procedure
  readonly valueRule: ValueRule
  readonly stocktake: Stocktake
  /** How many days before its end an entry is called soon: the county says. */
  readonly soonDays: Parameter<number>
}

const due = date('完成期限')

/** The register, procedure, value rule, stocktake and parameter of a timetable; they are listed in its programme like any others. */
export function timetableParts(timetable: Timetable, validity: Validity): TimetableParts {
  const { id, title, basis } = timetable
  const entry = choice(
    '事项',
    Object.fromEntries(timetable.entries.map((one) => [one.id, one.title] as const)),
  )
  const valueRule = defineValueTable({
    id: `${id}-due`,
    title: `${title}的完成期限`,
    basis,
    gives: due,
    inputs: { entry },
    hit: 'unique',
    rows: timetable.entries.map((one) => ({
      when: { entry: { is: one.id } },
      value: one.until,
      basis: one.basis,
    })),
  })
  const soonDays = defineParameter<number>({
    id: `${id}-soon-days`,
    title: `${title}提前提醒的天数`,
    unit: '天',
    values: [],
    form: 'whole',
    gap: gap('提前几天提醒没有写明', basis),
  })
  const register: Register = defineRegister<Fields>({
    id,
    title,
    basis,
    fields: fields({ entry, responsible: unit('责任单位'), due: due.optional() }),
    key: ['entry'],
    access: { read: readersOf(timetable), write: timetable.confirms },
  })
  return {
    register,
    procedure: timetableProcedure(timetable, register, valueRule, validity),
    valueRule,
    stocktake: board(timetable, soonDays),
    soonDays,
  }
}

function timetableProcedure(
  timetable: Timetable,
  register: Register,
  { id: dueRule }: ValueRule,
  validity: Validity,
): Procedure {
  const { id, title, basis, reports, confirms } = timetable
  return defineProcedure({
    id,
    title,
    basis,
    ...validity,
    register: id,
    subject: register.fields,
    access: { read: readersOf(timetable) },
    lookups: {},
    opening: { title: '列入时间表', by: confirms, basis, computes: { due: dueRule } },
    initial: 'listed',
    states: {
      listed: {
        title: '待交办',
        on: {
          give: {
            title: '交办',
            to: 'going',
            by: confirms,
            basis,
            transfer: { to: 'named', field: 'responsible', basis },
          },
          change: {
            title: '更换责任单位',
            to: 'listed',
            by: confirms,
            basis,
            input: fields({ responsible: unit('责任单位') }),
          },
        },
      },
      going: {
        title: '推进中',
        on: {
          progress: {
            title: '填报进展',
            to: 'going',
            by: reports,
            basis,
            input: fields({ progress: longText('进展情况') }),
          },
          takeBack: { title: '收回重新交办', to: 'listed', by: confirms, basis, needsReason: true },
          report: {
            title: '报告完成',
            to: 'reported',
            by: reports,
            basis,
            input: fields({
              doneOn: date('完成日期'),
              result: longText('完成情况'),
              evidence: files('佐证').optional(),
            }),
          },
        },
      },
      reported: {
        title: '待确认',
        on: {
          confirm: { title: '确认完成', to: 'done', by: confirms, basis, notByWhoDid: ['report'] },
          return: { title: '退回', to: 'going', by: confirms, basis, needsReason: true },
        },
      },
      done: {
        title: '已完成',
        final: 'completed',
        on: { reopen: { title: '重新推进', to: 'going', by: confirms, basis, needsReason: true } },
      },
    },
    limits: {
      finish: {
        title: '完成期限',
        starts: 'opening',
        ends: ['report'],
        legal: { field: 'due', basis },
        missed: { kind: 'flag' },
      },
    },
  })
}

function readersOf({ reads, reports, confirms }: Timetable) {
  const all = [...reads, ...reports, ...confirms]
  return [...new Map(all.map((grant) => [`${grant.role} ${grant.reach}`, grant])).values()]
}

/** All entries with how they stand today, also those that nobody has taken up. */
function board(timetable: Timetable, soonDays: Parameter<number>): Stocktake {
  return defineStocktake({
    id: timetable.id,
    title: timetable.title,
    basis: timetable.basis,
    register: timetable.id,
    count(records, { today, settingOf }) {
      const soon = settingOf(soonDays)
      const stands = timetableStanding(timetable, records, today, soon)
      const countOf = (...standings: string[]) =>
        stands.filter(({ standing }) => standings.includes(standing)).length
      const [done, late] = [countOf('done', 'done-late'), countOf('late')]
      const near = soon === undefined ? '，提前几天算临近还没有设定' : `，临近期限${countOf('soon')}项`
      return {
        says: `${stands.length}项，已完成${done}项，逾期未完成${late}项${near}。`,
        isMet: late === 0 ? (done === stands.length ? true : null) : false,
        findings: stands.map((one) => ({ name: one.entry.title, message: entryStandingText(one) })),
      }
    },
  })
}
