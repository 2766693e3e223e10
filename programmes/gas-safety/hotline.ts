import {
  choice,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  fields,
  gap,
  isBefore,
  longText,
  personalText,
  phone,
  text,
} from '@luoshi/kernel'
import { enterprise, hotline, notice, readers, validity } from './notice.ts'

const basis = notice.lines(923)

const shape = {
  number: text('警情编号'),
  calledAt: dateTime('来电时刻'),
  caller: personalText('报警人', 'name'),
  contact: phone('联系电话'),
  area: choice('地区', { urban: '城镇', rural: '使用燃气的农村地区' }),
  township: text('乡（镇）'),
  place: personalText('地点', 'address'),
  content: longText('情况'),
}

/** Calls to 12319, from the town and from the villages that use gas. */
export const calls = defineRegister({
  id: 'calls',
  title: '“12319”燃气报警台账',
  basis,
  fields: fields(shape),
  key: ['number'],
  access: { read: [...readers, hotline, enterprise], write: [hotline] },
})

const dispatch = { enterprise: text('处置的企业'), dispatchedAt: dateTime('派出时刻') }
const handling = { handledAt: dateTime('处置完毕时刻'), handling: longText('处置情况') }

/** Nobody is sent before the call, and nothing is over before somebody was sent. */
export const timesInOrder = defineRule({
  id: 'times-in-order',
  title: '来电、派出、处置时刻先后相符',
  basis,
  inputs: {
    calledAt: shape.calledAt,
    dispatchedAt: dispatch.dispatchedAt,
    handledAt: handling.handledAt.optional(),
  },
  parameters: {},
  decide: ({ calledAt, dispatchedAt, handledAt }) => {
    const isInOrder =
      !isBefore(dispatchedAt, calledAt) && (handledAt === undefined || !isBefore(handledAt, dispatchedAt))
    return {
      isMet: isInOrder,
      wanted: '派出不早于来电，处置完毕不早于派出',
      found: `来电${timeOf(calledAt)}，派出${timeOf(dispatchedAt)}${handledAt === undefined ? '' : `，处置完毕${timeOf(handledAt)}`}`,
    }
  },
})

const timeOf = (instant: string) => instant.slice(0, 16).replace('T', ' ')

/** Taken, passed on to who has the pipe, settled, the caller told. */
export const answering = defineProcedure({
  id: 'answering',
  title: '“12319”燃气报警处置',
  basis,
  ...validity,
  register: calls.id,
  subject: calls.fields,
  access: { read: [...readers, hotline, enterprise] },
  lookups: {},
  opening: { title: '接警', by: [hotline], basis },
  initial: 'taken',
  states: {
    taken: {
      title: '待派出',
      on: {
        dispatch: {
          title: '派出处置',
          to: 'dispatched',
          by: [hotline],
          basis,
          input: fields(dispatch),
          gates: [timesInOrder.id],
        },
        dismiss: { title: '不属燃气警情', to: 'dismissed', by: [hotline], basis, needsReason: true },
      },
    },
    dispatched: {
      title: '处置中',
      on: {
        settle: {
          title: '处置完毕',
          to: 'settled',
          by: [enterprise, hotline],
          basis,
          input: fields(handling),
          gates: [timesInOrder.id],
        },
      },
    },
    settled: { title: '已处置', final: 'completed', on: {} },
    dismissed: { title: '不属燃气警情', final: 'refused', on: {} },
  },
  limits: {},
  open: [gap('“第一时间”是多久没有写明', basis)],
})

/** Calls from town and countryside. */
export const callsByArea = defineTally({
  id: 'calls-by-area',
  title: '燃气报警统计',
  basis,
  register: calls.id,
  by: [
    { kind: 'field', field: 'area' },
    { kind: 'field', field: 'township' },
  ],
  columns: [
    { id: 'calls', title: '接警' },
    { id: 'open', title: '未处置完毕', states: ['taken', 'dispatched'] },
    { id: 'settled', title: '已处置', states: ['settled'] },
  ],
})
