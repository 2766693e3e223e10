import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  longText,
  OWN_UNIT,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { commonReaders, government, head, officer, overseer } from './access.ts'
import { townships, validity } from './notices.ts'
import { powers } from './powers.ts'

const routes = { asked: '乡（镇）申请', ordered: '县人民政府决定' } as const

const reasons = {
  grave: '重大复杂',
  recusal: '需要回避',
  unfit: '不宜本级管辖',
  fairness: '由乡（镇）办理可能影响公正',
} as const

/** Cases that go from a township back to the department that had the power, by decision of the county. */
export const jurisdictions = defineRegister({
  id: 'jurisdictions',
  title: '指定管辖台账',
  basis: townships.lines(380),
  fields: fields({
    number: text('编号'),
    route: choice('提起方式', routes),
    township: unit('原管辖乡（镇）'),
    power: reference('执法事项', powers.id),
    matter: longText('案情'),
    cause: choice('理由', reasons),
    receiver: unit('承办部门').optional(),
    document: text('决定文号').optional(),
    decidedOn: date('决定日期').optional(),
  }),
  key: ['number'],
  access: { read: commonReaders, write: [officer, government] },
})

const { shape } = jurisdictions.fields

/** Asked for by the township or ordered by the county; decided by the county's government. */
export const jurisdiction = defineProcedure({
  id: 'jurisdiction',
  title: '指定管辖',
  basis: townships.lines(380),
  ...validity,
  register: jurisdictions.id,
  subject: jurisdictions.fields,
  access: { read: commonReaders },
  lookups: {},
  opening: {
    title: '提起指定管辖',
    by: [head, officer, government],
    basis: townships.lines(380),
    gates: ['jurisdiction-reason'],
  },
  initial: 'raised',
  states: {
    raised: {
      title: '待县人民政府决定',
      on: {
        assign: {
          title: '指定原部门管辖',
          to: 'assigned',
          by: [government],
          basis: townships.lines(380),
          input: fields({
            receiver: unit('承办部门'),
            document: text('决定文号'),
            decidedOn: date('决定日期'),
          }),
        },
        decline: {
          title: '由乡（镇）继续办理',
          to: 'declined',
          by: [government],
          basis: townships.lines(380),
          needsReason: true,
        },
      },
    },
    assigned: {
      title: '已指定',
      on: {
        finish: {
          title: '办理完毕',
          to: 'finished',
          by: [government, overseer],
          basis: townships.lines(380),
        },
        revoke: {
          title: '收回指定',
          to: 'declined',
          by: [government],
          basis: townships.lines(380),
          needsReason: true,
        },
      },
    },
    declined: { title: '由乡（镇）办理', final: 'refused', on: {} },
    finished: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {},
})

/** Each way of raising it has its own reasons. */
export const jurisdictionReason = defineRule({
  id: 'jurisdiction-reason',
  title: '指定管辖的理由',
  basis: townships.lines(380),
  inputs: {
    route: shape.route,
    cause: shape.cause,
    township: shape.township,
    [OWN_UNIT]: unit('办件所属机构'),
  },
  parameters: {},
  decide: (input) => {
    const { route, cause, township } = input
    const mayBe = { asked: ['grave', 'recusal', 'unfit'], ordered: ['grave', 'fairness'] }[route]
    const labels = mayBe.map((one) => reasons[one as keyof typeof reasons]).join('、')
    const isOwn = route === 'ordered' || township === input[OWN_UNIT]
    return {
      isMet: mayBe.includes(cause) && isOwn,
      wanted: `${routes[route]}的理由是${labels}之一${route === 'asked' ? '，由该乡（镇）自己申请' : ''}`,
      found: isOwn ? reasons[cause] : '别的乡（镇）',
    }
  },
})
