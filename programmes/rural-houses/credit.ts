import {
  date,
  defineProcedure,
  defineRegister,
  fields,
  gap,
  longText,
  personalText,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { bureau, enforcer, premisesReaders } from './access.ts'
import { premisesNotice as notice, premisesValidity } from './notices.ts'
import { premises } from './premises.ts'

const basis = notice.lines(1026, 1028)

/** Who carried on unlawful business in a rural house, entered by the authority that dealt with it. */
export const credits = defineRegister({
  id: 'credit-entries',
  title: '利用农村自建房违法经营信用记录',
  basis,
  fields: fields({
    number: text('记录编号'),
    premises: reference('经营场所', premises.id).optional(),
    subject: text('违法单位或者市场主体名称'),
    person: personalText('责任人姓名', 'name').optional(),
    act: longText('违法经营事实', { help: '不写公民姓名和其他个人信息' }),
    decision: text('查处决定文号'),
    body: unit('查处部门'),
    decidedOn: date('决定日期'),
  }),
  key: ['number'],
  calledBy: ['subject'],
  access: { read: premisesReaders, write: [enforcer] },
})

/** Entered on the credit record, made public as the law has it, and taken off again where the decision falls. */
export const crediting = defineProcedure({
  id: 'crediting',
  title: '违法经营记入信用记录',
  basis,
  ...premisesValidity,
  register: credits.id,
  subject: credits.fields,
  access: { read: premisesReaders },
  lookups: {},
  opening: { title: '记入信用记录', by: [enforcer], basis },
  initial: 'entered',
  states: {
    entered: {
      title: '待公示',
      on: {
        publish: {
          title: '依法公示',
          to: 'published',
          by: [enforcer],
          basis,
          input: fields({ ground: text('公示依据的法律法规'), shownUntil: date('公示到') }),
        },
        keep: {
          title: '依法不公示',
          to: 'kept',
          by: [enforcer],
          basis,
          needsReason: true,
        },
      },
    },
    published: {
      title: '公示中',
      rests: true,
      disclosure: {
        title: '利用农村自建房违法经营公示',
        basis,
        duration: gap('公示多久依相关法律法规，没有写明', basis),
        places: ['查处部门的公示渠道'],
        shows: ['subject', 'act', 'decision', 'decidedOn'],
        clear: [],
        after: [],
      },
      on: { end: { title: '公示期满', to: 'kept', by: [enforcer, bureau], basis } },
    },
    kept: { title: '已记入', final: 'completed', on: {} },
    revoked: { title: '已撤销', final: 'withdrawn', on: {} },
  },
  anywhere: {
    revoke: {
      title: '决定被撤销，删除记录',
      to: 'revoked',
      by: [enforcer],
      basis: gap('查处决定被撤销后怎样更正信用记录没有写明', basis),
      needsReason: true,
    },
  },
  limits: {},
  open: [gap('公示依据哪些法律法规没有写明', basis)],
})
