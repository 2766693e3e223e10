import {
  choice,
  date,
  defineRegister,
  fields,
  files,
  type Grant,
  listOf,
  longText,
  may,
  measure,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { rule13710 } from './notices.ts'

export const clerk = may('supervision-clerk', 'county')
export const chief = may('supervision-chief', 'county')
export const leader = may('county-leader', 'county')
export const handler = may('handler', 'unit')

const readers: readonly Grant[] = [clerk, chief, leader, may('handler', 'below')]

export const origin = choice('来源', {
  gazette: '公报条款',
  meeting: '会议议定',
  leader: '领导批示',
  division: '任务分解',
})

export const nature = choice('事项类型', {
  ordinary: '一般事项',
  complex: '重大复杂事项',
  dated: '定有期限的事项',
  own: '由承办机构定期限的事项',
})

/** Who is to do what by when, and on which line that stands. */
export const duties = defineRegister({
  id: 'duties',
  title: '督办任务台账',
  basis: rule13710,
  fields: fields({
    number: text('任务编号'),
    origin,
    document: text('文号').optional(),
    clause: text('条款').optional(),
    lines: text('公报行', { help: '第一行和最后一行，如2285-2289' }).optional(),
    title: text('任务名称'),
    content: longText('任务内容'),
    lead: unit('牵头机构').optional(),
    support: listOf('配合机构', unit('配合机构')).optional(),
    printedUnits: listOf('原文责任单位', text('责任单位')).optional(),
    textDay: date('原文期限').optional(),
    textDays: text('期限原文').optional(),
    targets: listOf('目标', text('目标')).optional(),
    parent: reference('上级任务', 'duties').optional(),
    splitFrom: reference('拆分自', 'duties').optional(),
  }),
  key: ['number'],
  calledBy: ['title'],
  access: { read: readers, write: [clerk] },
})

/** What is filled in on the way. */
export const handling = fields({
  nature,
  dueDay: date('办结期限'),
  plan: longText('办理方案'),
  progress: measure('进度', '%', { most: '100' }),
  progressNote: longText('进展情况'),
  result: longText('办理结果'),
  evidence: files('佐证材料').optional(),
  evidenceNote: text('佐证材料说明', { help: '文件名称、照片编号等，供核查' }),
  checkNote: longText('核查情况'),
  wantedDay: date('申请延至'),
  mergedInto: reference('并入的任务', 'duties'),
  dividedInto: listOf('拆分成的任务', reference('任务', 'duties')),
}).shape

/** A circular over a stretch of time: drafted from the duties, edited by the clerk, issued by the chief. */
export const circulars = defineRegister({
  id: 'circulars',
  title: '督办通报台账',
  basis: rule13710,
  fields: fields({
    number: text('通报编号'),
    subject: text('通报事项', { help: '如：2022年第四季度重点任务' }),
    from: date('起'),
    until: date('止'),
    overview: longText('总体情况'),
    praised: longText('表扬').optional(),
    late: longText('超期任务').optional(),
    ranking: longText('各单位排名'),
    demand: longText('下一步要求').optional(),
  }),
  key: ['number'],
  calledBy: ['subject'],
  access: { read: [clerk, chief, leader], write: [clerk] },
})

/** What a clerk decided on each thing that a new reading of a gazette has otherwise than what is kept. */
export const readingDecisions = defineRegister({
  id: 'reading-decisions',
  title: '重读差异处理台账',
  basis: rule13710,
  fields: fields({
    number: text('差异编号'),
    document: text('文号'),
    duty: text('任务编号'),
    title: text('任务名称'),
    kind: choice('差异', { added: '新增', changed: '变化', gone: '消失' }),
    differences: listOf(
      '前后对照',
      fields({
        label: text('项目'),
        before: longText('台账').optional(),
        after: longText('重读').optional(),
      }),
    ).optional(),
    decision: choice('处理', { taken: '采用', refused: '不采用' }),
    reason: longText('理由'),
  }),
  key: ['number'],
  calledBy: ['title'],
  access: { read: [clerk, chief, leader], write: [clerk] },
})

/** What units report of what a notice orders again and again: 每月18日前报进展. */
export const orderReports = defineRegister({
  id: 'order-reports',
  title: '定期报送台账',
  basis: rule13710,
  fields: fields({
    order: text('报送事项编号'),
    subject: text('报送事项'),
    unit: unit('报送单位'),
    turn: date('报送日', { help: '原文规定的那一天，如每月18日报的填18日' }),
    progress: longText('进展情况'),
    problems: longText('存在问题').optional(),
  }),
  key: ['order', 'unit', 'turn'],
  calledBy: ['subject'],
  access: { read: readers, write: [handler] },
})

export const registers = [duties, circulars, readingDecisions, orderReports]
