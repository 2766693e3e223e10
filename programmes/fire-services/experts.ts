import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineTally,
  fields,
  gap,
  longText,
  personalText,
  phone,
  reference,
  text,
} from '@luoshi/kernel'
import { brigade, member, readersBelow, scheme, validity } from './notices.ts'
import { objects } from './premises.ts'

const basis = scheme.lines(1230)

const sectors = {
  building: '建筑和消防设施',
  electric: '电气',
  chemical: '危险化学品',
  relic: '文物和古建筑',
  health: '教育、医疗、养老',
  commerce: '商业和物流',
  forest: '森林草原防灭火',
  rescue: '应急救援',
} as const

const levels = { county: '县级', township: '乡（镇）级' } as const

/** Experts by level and sector, those for forests among them. */
export const experts = defineRegister({
  id: 'experts',
  title: '消防安全专家库',
  basis,
  fields: fields({
    number: text('专家编号'),
    name: personalText('姓名', 'name'),
    contact: phone('联系电话'),
    sector: choice('行业领域', sectors),
    level: choice('级别', levels),
    employer: text('工作单位'),
    speciality: text('专长'),
  }),
  key: ['number'],
  access: { read: readersBelow, write: [brigade, member] },
  open: [gap('专家库按哪些行业领域分组没有写明，按方案提到的领域分', basis)],
})

export const expertsBySector = defineTally({
  id: 'experts-by-sector',
  title: '专家分级分行业统计',
  basis,
  register: experts.id,
  by: [
    { kind: 'field', field: 'sector' },
    { kind: 'field', field: 'level' },
  ],
  columns: [{ id: 'experts', title: '专家' }],
})

/** A check by an officer with an expert, what they advise, and whether it was done. */
export const visits = defineRegister({
  id: 'visits',
  title: '“执法+专家”检查台账',
  basis,
  fields: fields({
    number: text('检查编号'),
    object: reference('单位', objects.id),
    expert: reference('专家', experts.id),
    checkedOn: date('检查日期'),
    advice: longText('专家意见'),
  }),
  key: ['number'],
  access: { read: readersBelow, write: [brigade] },
})

export const visiting = defineProcedure({
  id: 'visiting',
  title: '“执法+专家”检查',
  basis,
  ...validity,
  register: visits.id,
  subject: visits.fields,
  access: { read: readersBelow },
  lookups: {},
  opening: { title: '登记检查', by: [brigade], basis },
  initial: 'advised',
  states: {
    advised: {
      title: '待整改',
      on: {
        mend: {
          title: '登记督改结果',
          to: 'mended',
          by: [brigade],
          basis,
          input: fields({ mending: longText('督改情况'), mendedOn: date('完成日期') }),
        },
        none: { title: '没有需要整改的', to: 'mended', by: [brigade], basis, needsReason: true },
      },
    },
    mended: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {},
})
