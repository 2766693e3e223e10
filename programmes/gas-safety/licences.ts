import {
  choice,
  creditCode,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  files,
  gap,
  longText,
  personalText,
  text,
} from '@luoshi/kernel'
import { approval, authority, leader, notice, office, readers, validity } from './notice.ts'

/** Applications for a licence to sell gas. */
export const licences = defineRegister({
  id: 'licences',
  title: '燃气经营许可台账',
  basis: notice.lines(905),
  fields: fields({
    number: text('申请编号'),
    enterprise: text('申请企业'),
    creditCode: creditCode('统一社会信用代码').optional(),
    scope: choice('经营范围', {
      piped: '管道燃气',
      bottled: '瓶装燃气',
      filling: '燃气汽车加气',
      'coal-to-gas': '农村“煤改气”运行',
    }),
    address: text('经营场所'),
    appliedOn: date('申请日期'),
  }),
  key: ['number'],
  access: { read: [...readers, approval], write: [approval] },
})

const surveyShape = {
  surveyedOn: date('踏勘日期'),
  surveyor: personalText('踏勘人', 'name'),
  surveyOpinion: choice('现场踏勘意见', { agrees: '同意', refuses: '不同意' }),
  surveyFound: longText('踏勘情况'),
}

/** Nobody is licensed whose place the department in charge of gas has not looked at and agreed to. */
export const surveyAgrees = defineRule({
  id: 'survey-agrees',
  title: '有燃气主管部门现场踏勘意见',
  basis: notice.lines(905),
  inputs: { surveyOpinion: surveyShape.surveyOpinion.optional() },
  parameters: {},
  decide: ({ surveyOpinion }) => ({
    isMet: surveyOpinion === 'agrees',
    wanted: '燃气主管部门出具同意的现场踏勘意见',
    found: surveyOpinion === undefined ? '还没有踏勘意见' : '踏勘意见是不同意',
  }),
})

const basis = notice.lines(905)

/** Taken in by the bureau, looked at on the spot by the department, decided. */
export const licensing = defineProcedure({
  id: 'licensing',
  title: '燃气经营许可',
  basis,
  ...validity,
  register: licences.id,
  subject: licences.fields,
  access: { read: [...readers, approval] },
  lookups: {},
  opening: { title: '受理申请', by: [approval], basis },
  initial: 'accepted',
  states: {
    accepted: {
      title: '审查',
      on: {
        survey: {
          title: '出具现场踏勘意见',
          to: 'accepted',
          by: [authority],
          basis,
          input: fields({ ...surveyShape, surveyPhotos: files('踏勘照片').optional() }),
        },
        grant: {
          title: '准予许可',
          to: 'granted',
          by: [approval],
          basis,
          gates: [surveyAgrees.id],
          input: fields({ licenceNumber: text('许可证编号'), grantedOn: date('发证日期') }),
        },
        refuse: { title: '不予许可', to: 'refused', by: [approval], basis, needsReason: true },
      },
    },
    granted: {
      title: '已许可',
      rests: true,
      on: {
        revoke: {
          title: '撤销许可',
          to: 'revoked',
          by: [approval],
          basis,
          needsReason: true,
        },
      },
    },
    revoked: { title: '已撤销', final: 'withdrawn', on: {} },
    refused: { title: '不予许可', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('燃气主管部门在几日内踏勘没有写明', basis),
    gap('踏勘意见为不同意时怎样处理没有写明，按没有必要依据不予许可', basis),
  ],
})

/** What is to be built, and the plan in which it must stand. */
export const plans = defineRegister({
  id: 'plans',
  title: '城镇燃气发展规划',
  basis: notice.lines(891),
  fields: fields({ name: text('规划名称'), draftedOn: date('编制日期'), summary: longText('主要内容') }),
  key: ['name'],
  access: { read: [...readers, approval], write: [office] },
})

const planLines = notice.lines(867, 891)

/** Drawn up, approved by the county government, filed with the city. */
export const planning = defineProcedure({
  id: 'planning',
  title: '城镇燃气发展规划编制',
  basis: planLines,
  ...validity,
  register: plans.id,
  subject: plans.fields,
  access: { read: [...readers, approval] },
  lookups: {},
  opening: { title: '编制规划', by: [office, authority], basis: planLines },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待批准',
      on: {
        approve: {
          title: '县政府批准',
          to: 'approved',
          by: [leader],
          basis: notice.lines(891),
          input: fields({ document: text('批准文号'), approvedOn: date('批准日期') }),
        },
        revise: {
          title: '退回修改',
          to: 'drafted',
          by: [leader],
          basis: notice.lines(891),
          needsReason: true,
        },
      },
    },
    approved: {
      title: '待备案',
      on: {
        file: {
          title: '报市燃气主管部门备案',
          to: 'inForce',
          by: [office, authority],
          basis: notice.lines(891),
          input: fields({ filedOn: date('备案日期') }),
        },
      },
    },
    inForce: {
      title: '实施中',
      rests: true,
      on: {
        replace: {
          title: '由新规划代替',
          to: 'replaced',
          by: [office, authority],
          basis: notice.lines(891),
          needsReason: true,
        },
      },
    },
    replaced: { title: '已废止', final: 'withdrawn', on: {} },
  },
  limits: {
    draw: {
      title: '规划编制期限',
      starts: 'opening',
      ends: ['approve'],
      legal: { day: '2021-12-31', basis: notice.lines(867) },
      missed: { kind: 'flag' },
    },
  },
})
