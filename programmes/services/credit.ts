import {
  date,
  defineProcedure,
  defineRegister,
  fields,
  longText,
  personalText,
  reference,
  text,
} from '@luoshi/kernel'
import { bureau, decider, examiner, officers } from './access.ts'
import { applications } from './applications.ts'
import { crossRegion } from './bases.ts'

const basis = crossRegion.lines(821, 823)

/** Who got a result by false papers, or broke a promise. */
export const creditEntries = defineRegister({
  id: 'credit-entries',
  title: '虚假材料信用记录',
  basis,
  fields: fields({
    number: text('记录编号'),
    application: reference('办件', applications.id),
    subject: personalText('提交虚假材料的个人或者单位', 'name'),
    fact: longText('虚假情形'),
    evidence: longText('认定依据'),
  }),
  key: ['number'],
  access: { read: officers, write: [examiner, decider] },
})

/** Found, and entered on the credit file together with the result that is revoked. */
export const crediting = defineProcedure({
  id: 'crediting',
  title: '虚假材料记入信用档案',
  basis,
  version: 1,
  validFrom: '2021-09-22',
  validTo: null,
  register: creditEntries.id,
  subject: creditEntries.fields,
  access: { read: creditEntries.access.read },
  lookups: {},
  links: { application: { title: '撤销的办件', procedure: 'application', basis } },
  opening: { title: '登记虚假材料', by: [examiner, decider], basis },
  initial: 'found',
  states: {
    found: {
      title: '待记入信用档案',
      on: {
        enter: {
          title: '记入信用档案',
          to: 'entered',
          by: [bureau, decider],
          basis,
          input: fields({ enteredOn: date('记入日期') }),
          links: [{ kind: 'application', isRequired: true }],
        },
        drop: { title: '查无此事', to: 'dropped', by: [bureau, decider], basis, needsReason: true },
      },
    },
    entered: { title: '已记入信用档案', final: 'completed', on: {} },
    dropped: { title: '未认定', final: 'withdrawn', on: {} },
  },
  limits: {},
})
