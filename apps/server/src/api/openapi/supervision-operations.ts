import { listOf, type Operation, ref } from './operation.ts'

const supervision = '/api/v1/{county}/supervision'
const tag = '督查督办'

/** How duties stand: by unit, by notice, told in circulars. */
export const supervisionOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${supervision}/board`,
    id: 'readDutyBoard',
    summary: '各单位任务的红黄绿灯',
    tag,
    answers: { status: 200, schema: ref('DutyBoardView') },
  },
  {
    method: 'get',
    path: `${supervision}/units/{unit}`,
    id: 'readUnitDuties',
    summary: '一个单位的全部任务',
    tag,
    answers: { status: 200, schema: ref('UnitDutiesView') },
  },
  {
    method: 'get',
    path: `${supervision}/matrix`,
    id: 'readDutyMatrix',
    summary: '乡镇和任务的对照表',
    tag,
    answers: { status: 200, schema: ref('DutyMatrixView') },
  },
  {
    method: 'get',
    path: `${supervision}/orders`,
    id: 'listOrders',
    summary: '各文件部署的落实情况',
    tag,
    answers: { status: 200, schema: listOf('OrdersView') },
  },
  {
    method: 'get',
    path: `${supervision}/order`,
    id: 'readOrder',
    summary: '一份文件部署的落实情况',
    tag,
    query: [{ name: 'document', description: '文号', schema: { type: 'string' } }],
    answers: { status: 200, schema: ref('OrderDetailView') },
  },
  {
    method: 'post',
    path: `${supervision}/proposals`,
    id: 'enterProposals',
    summary: '把公报中的任务登记为督办任务',
    tag,
    sent: { kind: 'json', schema: ref('EnterProposalsBody') },
    answers: { status: 200, schema: ref('EnterProposalsView') },
  },
  {
    method: 'post',
    path: `${supervision}/circulars`,
    id: 'draftCircular',
    summary: '按数据起草通报',
    tag,
    sent: { kind: 'json', schema: ref('DraftCircularBody') },
    answers: { status: 201, schema: ref('DoneView') },
    isRepeatable: true,
  },
]
