import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  text,
} from '@luoshi/kernel'
import { clerk, readers } from './access.ts'
import { basis } from './laws.ts'
import { validity } from './validity.ts'

const by = [clerk]

/** Days on which this county's offices are closed, or work, otherwise than the State Council's notice has it. */
export const calendarDays = defineRegister({
  id: 'calendar-days',
  title: '日历台账',
  basis: basis.workingDays,
  fields: fields({
    date: date('日期'),
    kind: choice('性质', { holiday: '放假', 'make-up': '上班' }),
    name: text('名称', { help: '放假或上班的缘由' }),
    document: text('依据文件', { help: '文号，或文件名称' }),
  }),
  key: ['date'],
  access: { read: readers, write: by },
})

/** A day that is otherwise, until that is withdrawn. */
export const calendarProcedure = defineProcedure({
  id: calendarDays.id,
  title: '日历调整',
  basis: basis.workingDays,
  ...validity,
  register: calendarDays.id,
  subject: calendarDays.fields,
  access: { read: readers },
  lookups: {
    entriesOfDay: {
      title: '同日的调整',
      register: calendarDays.id,
      where: { date: 'date' },
      states: ['set'],
      gives: { kind: 'records', fields: ['name'] },
    },
  },
  opening: { title: '调整日历', by, basis: basis.workingDays, gates: ['day-once'] },
  initial: 'set',
  states: {
    set: {
      title: '已设定',
      rests: true,
      on: { withdraw: { title: '撤销', to: 'withdrawn', by, basis: basis.workingDays, needsReason: true } },
    },
    withdrawn: { title: '已撤销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** A day has one kind. */
export const dayOnce = defineRule({
  id: 'day-once',
  title: '同日只调整一次',
  basis: basis.workingDays,
  inputs: { entriesOfDay: listOf('同日的调整', fields({ name: text('名称') })) },
  parameters: {},
  decide: ({ entriesOfDay: [other] }) => ({
    isMet: other === undefined,
    wanted: '这一天没有调整过',
    found: other === undefined ? '没有调整过' : `已按“${other.name}”调整，应先撤销`,
  }),
})
