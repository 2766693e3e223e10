import {
  choice,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  defineValueTable,
  fields,
  longText,
  personalText,
  phone,
  reference,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import {
  convenience as basis,
  countyOffice,
  disclosureHead,
  disclosureOffice,
  hotline,
  validity,
} from './bases.ts'
import { unanswered } from './results.ts'

const found = choice('检索情况', {
  notFound: '检索过，没有这样的信息',
  notHeld: '不归本机关掌握',
  needsMaking: '有素材，没有现成的信息',
  unclear: '申请内容不明确',
})
const isCorrected = yesNo('已经补正过')
const convenienceCase = choice('便民答复情形', unanswered)

/** Asked for and not to be had as it was asked for: answered all the same, as helpfully as can be. */
export const convenienceRequests = defineRegister({
  id: 'convenience-requests',
  title: '便民答复台账',
  basis,
  fields: fields({
    number: text('便民答复编号'),
    request: reference('依申请公开登记', 'requests').optional(),
    asker: personalText('提问人', 'name').optional(),
    contact: phone('联系电话'),
    content: longText('要了解的内容'),
    found,
    isCorrected,
    convenienceCase: convenienceCase.optional(),
  }),
  key: ['number'],
  access: {
    read: [hotline, disclosureOffice, disclosureHead, countyOffice],
    write: [hotline, disclosureOffice],
  },
})

/** Into which of the four named cases a question falls. */
export const convenienceCaseRule = defineValueTable({
  id: 'convenience-case',
  title: '便民答复情形',
  basis,
  gives: convenienceCase,
  inputs: { found },
  hit: 'first',
  rows: [
    { when: { found: { is: 'notFound' } }, value: 'notFound', basis },
    { when: { found: { is: 'notHeld' } }, value: 'notHeld', basis },
    { when: { found: { is: 'needsMaking' } }, value: 'needsMaking', basis },
    { when: { found: { is: 'unclear' } }, value: 'stillUnclear', basis },
  ],
})

/** What is not clear is asked about first. */
export const correctedFirst = defineRule({
  id: 'corrected-first',
  title: '先补正',
  basis,
  inputs: { found, isCorrected },
  parameters: {},
  decide: (input) => ({
    isMet: input.found !== 'unclear' || input.isCorrected,
    wanted: '申请内容不明确的，经补正仍不能确定',
    found: input.isCorrected ? '已经补正过' : '没有补正过',
  }),
})

export const convenienceProcedure = defineProcedure({
  id: 'convenience',
  title: '便民答复',
  basis,
  ...validity,
  register: convenienceRequests.id,
  subject: convenienceRequests.fields,
  access: { read: convenienceRequests.access.read },
  lookups: {},
  opening: {
    title: '登记便民答复',
    by: [hotline, disclosureOffice],
    basis,
    gates: ['corrected-first'],
    computes: { convenienceCase: 'convenience-case' },
  },
  initial: 'routed',
  states: {
    routed: {
      title: '待答复',
      on: {
        assign: {
          title: '转有关单位答复',
          to: 'routed',
          by: [hotline, countyOffice],
          basis,
          needsReason: true,
          input: fields({ answerer: unit('答复单位') }),
          transfer: { to: 'chosen', field: 'answerer', among: 'county', basis },
        },
        answer: {
          title: '答复',
          to: 'answered',
          by: [hotline, disclosureOffice],
          basis,
          input: fields({
            answer: longText('答复内容', { help: '从实际需要出发：去哪里问、怎样得到、有什么可以替代' }),
          }),
        },
      },
    },
    answered: { title: '已答复', final: 'completed', on: {} },
  },
  limits: {},
})

export const convenienceByCase = defineTally({
  id: 'convenience-by-case',
  title: '便民答复统计',
  basis,
  register: convenienceRequests.id,
  by: [{ kind: 'field', field: 'convenienceCase' }],
  columns: [
    { id: 'all', title: '登记' },
    { id: 'open', title: '待答复', states: ['routed'] },
    { id: 'answered', title: '已答复', states: ['answered'] },
  ],
})
