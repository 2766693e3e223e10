import {
  choice,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  listOf,
  longText,
  personalText,
  phone,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, counter, readers, scheme, validity } from './notices.ts'

const basis = scheme.lines(1210)
const promiseBasis = scheme.lines(1290)

/** The six ways in which people are served. */
const ways = {
  appointment: '预约办理',
  anywhere: '同城通办',
  levels: '跨层联办',
  later: '容缺后补',
  green: '绿色通道',
  mail: '邮寄送达',
} as const

const shape = {
  number: text('申请编号'),
  premises: text('公众聚集场所'),
  address: text('场所地址'),
  applicant: personalText('申请人', 'name'),
  contact: phone('联系电话'),
  item: choice('事项', {
    use: '投入使用前消防安全检查',
    opening: '营业前消防安全检查',
  }),
  manner: choice('办理方式', { promise: '告知承诺', inspection: '不采用告知承诺' }),
  ways: listOf('便民举措', choice('便民举措', ways)),
  appointedAt: dateTime('预约时间').optional(),
  mailTo: personalText('邮寄地址', 'address').optional(),
  lacking: listOf('缺少的材料', text('材料')),
  supplyBy: date('补齐期限').optional(),
}

/** Who asks to open a place where the public gathers. */
export const openings = defineRegister({
  id: 'openings',
  title: '公众聚集场所消防安全检查申请台账',
  basis,
  fields: fields(shape),
  key: ['number'],
  calledBy: ['premises'],
  access: { read: [...readers, counter], write: [counter, brigade] },
})

/** Each way needs what makes it possible. */
export const waysFilledIn = defineRule({
  id: 'ways-filled-in',
  title: '便民举措需要的内容',
  basis,
  inputs: {
    ways: shape.ways,
    appointedAt: shape.appointedAt,
    mailTo: shape.mailTo,
    lacking: shape.lacking,
    supplyBy: shape.supplyBy,
  },
  parameters: {},
  decide: (given) => {
    const chosen = new Set<string>(given.ways)
    const wrong = [
      ...(chosen.has('appointment') && given.appointedAt === undefined ? ['没有预约时间'] : []),
      ...(chosen.has('mail') && given.mailTo === undefined ? ['没有邮寄地址'] : []),
      ...(given.lacking.length > 0 && !chosen.has('later')
        ? [`缺少${given.lacking.join('、')}，没有选容缺后补`]
        : []),
      ...(chosen.has('later') && given.lacking.length === 0 ? ['没有写明缺少的材料'] : []),
      ...(chosen.has('later') && given.supplyBy === undefined ? ['没有补齐期限'] : []),
    ]
    return {
      isMet: wrong.length === 0,
      wanted: '预约的写明时间，邮寄的写明地址，容缺的写明缺少的材料和补齐期限',
      found: wrong.length === 0 ? '齐全' : wrong.join('，'),
    }
  },
})

const isSupplied = yesNo('缺少的材料已补齐')

/** Nothing is handed out while something is lacking. */
export const nothingLacking = defineRule({
  id: 'nothing-lacking',
  title: '材料已补齐',
  basis,
  inputs: { lacking: shape.lacking, isSupplied: isSupplied.optional() },
  parameters: {},
  decide: (given) => ({
    isMet: given.lacking.length === 0 || given.isSupplied === true,
    wanted: '容缺受理的材料补齐以后再办结',
    found:
      given.lacking.length === 0
        ? '没有缺少材料'
        : given.isSupplied === true
          ? '已补齐'
          : `还缺${given.lacking.join('、')}`,
  }),
})

/** Who promises is decided at once, and looked at afterwards. */
export const isPromised = defineRule({
  id: 'is-promised',
  title: '采用告知承诺',
  basis: promiseBasis,
  inputs: { manner: shape.manner },
  parameters: {},
  decide: ({ manner }) => ({
    isMet: manner === 'promise',
    wanted: '采用告知承诺的，凭承诺书作出决定',
    found: manner === 'promise' ? '告知承诺' : '不采用告知承诺',
  }),
})

const decided = { certificate: text('检查意见书编号'), decidedOn: date('决定日期') }

export const openingChecks = defineProcedure({
  id: 'opening-checks',
  title: '公众聚集场所投入使用、营业前消防安全检查',
  basis,
  ...validity,
  register: openings.id,
  subject: openings.fields,
  access: { read: [...readers, counter] },
  lookups: {},
  opening: { title: '收件', by: [counter], basis, gates: [waysFilledIn.id] },
  initial: 'received',
  states: {
    received: {
      title: '待决定',
      on: {
        supply: {
          title: '补齐材料',
          to: 'received',
          by: [counter],
          basis,
          input: fields({ isSupplied, suppliedOn: date('补齐日期') }),
        },
        inspect: {
          title: '登记现场检查',
          to: 'received',
          by: [brigade],
          basis: promiseBasis,
          input: fields({ inspectedOn: date('检查日期'), inspection: longText('检查情况') }),
        },
        grantByPromise: {
          title: '凭承诺准予',
          to: 'granted',
          by: [brigade],
          basis: promiseBasis,
          input: fields(decided),
          gates: [isPromised.id, nothingLacking.id],
          materials: [{ id: 'promise', title: '消防安全告知承诺书', basis: promiseBasis }],
        },
        grant: {
          title: '检查合格，准予',
          to: 'granted',
          by: [brigade],
          basis: promiseBasis,
          input: fields(decided),
          gates: [nothingLacking.id, 'was-inspected'],
        },
        refuse: { title: '不予同意', to: 'refused', by: [brigade], basis: promiseBasis, needsReason: true },
      },
    },
    granted: {
      title: '待送达',
      on: {
        deliver: {
          title: '送达',
          to: 'delivered',
          by: [counter],
          basis,
          input: fields({
            deliveredBy: choice('送达方式', { mail: '邮寄', window: '窗口领取', online: '网上送达' }),
            parcel: text('邮件号').optional(),
          }),
          gates: ['mailed-with-number'],
        },
      },
    },
    delivered: {
      title: '已送达',
      rests: true,
      on: {
        verify: {
          title: '承诺后核查',
          to: 'delivered',
          by: [brigade],
          basis: promiseBasis,
          input: fields({ verifiedOn: date('核查日期'), verification: longText('核查情况') }),
        },
        revoke: {
          title: '承诺不实，撤销',
          to: 'revoked',
          by: [brigade],
          basis: scheme.lines(1200),
          needsReason: true,
        },
      },
    },
    refused: { title: '不予同意', final: 'refused', on: {} },
    revoked: { title: '已撤销', final: 'withdrawn', on: {} },
  },
  limits: {
    supply: {
      title: '补齐期限',
      starts: 'opening',
      ends: ['supply', 'refuse'],
      legal: { field: 'supplyBy', basis },
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('哪些材料可以容缺、几日内补齐没有写明', basis),
    gap('告知承诺以后几日内核查没有写明', promiseBasis),
  ],
})

/** Who does not promise is looked at first. */
export const wasInspected = defineRule({
  id: 'was-inspected',
  title: '已经现场检查',
  basis: promiseBasis,
  inputs: { inspectedOn: date('检查日期').optional() },
  parameters: {},
  decide: ({ inspectedOn }) => ({
    isMet: inspectedOn !== undefined,
    wanted: '不采用告知承诺的，现场检查以后决定',
    found: inspectedOn ?? '还没有检查',
  }),
})

export const mailedWithNumber = defineRule({
  id: 'mailed-with-number',
  title: '邮寄的写明邮件号',
  basis,
  inputs: {
    deliveredBy: choice('送达方式', { mail: '邮寄', window: '窗口领取', online: '网上送达' }),
    parcel: text('邮件号').optional(),
  },
  parameters: {},
  decide: ({ deliveredBy, parcel }) => ({
    isMet: deliveredBy !== 'mail' || parcel !== undefined,
    wanted: '邮寄的写明邮件号',
    found: parcel ?? '没有邮件号',
  }),
})
