import { type Operation, ref } from './operation.ts'

const enforcement = '/api/v1/{county}/enforcement'
const tag = '行政执法'

/** How a county's enforcement stands, and its cases for and from other systems. */
export const enforcementOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${enforcement}/cockpit`,
    id: 'readEnforcementCockpit',
    summary: '执法监督看板：没有记录、逾期、未公开、突破基准等提示，各带依据',
    tag,
    answers: { status: 200, schema: ref('EnforcementCockpitView') },
  },
  {
    method: 'get',
    path: `${enforcement}/year`,
    id: 'readEnforcementYear',
    summary: '执法年度数据，按机关从案件统计',
    tag,
    answers: { status: 200, schema: ref('EnforcementYearView') },
  },
  {
    method: 'get',
    path: `${enforcement}/exchange-schema`,
    id: 'readExchangeSchema',
    summary: '案件交换格式的JSON Schema',
    tag,
    answers: { status: 200, schema: { type: 'object' } },
  },
  {
    method: 'get',
    path: `${enforcement}/exchange`,
    id: 'readExchange',
    summary: '按交换格式导出最近的案件，个人信息遮盖',
    tag,
    answers: { status: 200, schema: { type: 'object' } },
  },
  {
    method: 'post',
    path: `${enforcement}/exchange`,
    id: 'takeExchange',
    summary: '按交换格式导入案件，逐件按立案的规则判定',
    tag,
    sent: { kind: 'json', schema: { type: 'object' } },
    answers: { status: 200, schema: { type: 'object' } },
  },
]
