import { choice, defineValueTable } from '@luoshi/kernel'
import { regulation } from './bases.ts'

/** How a request is answered, each as the regulation names it. */
export const results = {
  granted: '予以公开（包括已经主动公开，告知获取方式、途径）',
  partlyGranted: '部分公开',
  stateSecret: '不予公开：属于国家秘密',
  forbiddenByLaw: '不予公开：其他法律、行政法规禁止公开',
  safetyAndStability: '不予公开：危及国家安全、公共安全、经济安全、社会稳定',
  thirdParty: '不予公开：保护第三方合法权益',
  internalAffairs: '不予公开：属于内部事务信息',
  processInformation: '不予公开：属于过程性信息',
  enforcementFile: '不予公开：属于行政执法案卷信息',
  administrativeEnquiry: '不予公开：属于行政查询事项',
  notFound: '无法提供：经检索没有该信息',
  notHeld: '无法提供：本机关不掌握',
  needsMaking: '无法提供：没有现成信息，需要另行制作',
  stillUnclear: '无法提供：补正后申请内容仍不明确',
  complaint: '不予处理：信访、举报、投诉类申请',
  repeated: '不予处理：重复申请',
  publication: '不予处理：要求提供公开出版物',
  excessive: '不予处理：无正当理由大量、反复申请',
  confirmation: '不予处理：要求确认或者重新出具已获取的信息',
  feeUnpaid: '其他处理：逾期没有按收费通知缴纳费用',
  other: '其他处理',
} as const

export type Result = keyof typeof results

/** Rows 3 to 23 of the yearly report's table of requests, in their order (国办公开办函〔2021〕30号). */
export const reportRows = {
  '03': '予以公开',
  '04': '部分公开',
  '05': '不予公开：属于国家秘密',
  '06': '不予公开：其他法律行政法规禁止公开',
  '07': '不予公开：危及“三安全一稳定”',
  '08': '不予公开：保护第三方合法权益',
  '09': '不予公开：属于三类内部事务信息',
  '10': '不予公开：属于四类过程性信息',
  '11': '不予公开：属于行政执法案卷',
  '12': '不予公开：属于行政查询事项',
  '13': '无法提供：本机关不掌握相关政府信息',
  '14': '无法提供：没有现成信息需要另行制作',
  '15': '无法提供：补正后申请内容仍不明确',
  '16': '不予处理：信访举报投诉类申请',
  '17': '不予处理：重复申请',
  '18': '不予处理：要求提供公开出版物',
  '19': '不予处理：无正当理由大量反复申请',
  '20': '不予处理：要求行政机关确认或重新出具已获取信息',
  '21': '其他处理：申请人无正当理由逾期不补正',
  '22': '其他处理：申请人逾期未按收费通知要求缴纳费用',
  '23': '其他处理：其他',
} as const

export type ReportRow = keyof typeof reportRows

export const result = choice('答复决定', results)
export const reportRow = choice('年度报告中的行', reportRows)

const rowOf: Readonly<Record<Result, ReportRow>> = {
  granted: '03',
  partlyGranted: '04',
  stateSecret: '05',
  forbiddenByLaw: '06',
  safetyAndStability: '07',
  thirdParty: '08',
  internalAffairs: '09',
  processInformation: '10',
  enforcementFile: '11',
  administrativeEnquiry: '12',
  notFound: '13',
  notHeld: '13',
  needsMaking: '14',
  stillUnclear: '15',
  complaint: '16',
  repeated: '17',
  publication: '18',
  excessive: '19',
  confirmation: '20',
  feeUnpaid: '22',
  other: '23',
}

/** In which row of the yearly report an answer counts. */
export const reportRowRule = defineValueTable({
  id: 'report-row',
  title: '年度报告中的行',
  basis: regulation.report,
  gives: reportRow,
  inputs: { result },
  hit: 'first',
  rows: (Object.keys(results) as Result[]).map((is) => ({
    when: { result: { is } },
    value: rowOf[is],
    basis: regulation.answers,
  })),
})

/** Answers that leave the applicant without what was asked for, in the four ways that 便民答复 is for. */
export const unanswered = {
  notFound: '经检索不存在的政府信息',
  notHeld: '受理机关不掌握的政府信息',
  needsMaking: '现成的政府信息不存在，需要另行制作',
  stillUnclear: '申请内容不明确且经补正未能确定',
} as const
