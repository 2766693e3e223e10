import type { z } from 'zod'
import { debtFields } from '../gazettes/debt.ts'

const labels: Readonly<Record<string, string>> = {
  docNumber: '文号',
  title: '标题',
  unit: '单位',
  attribute: '公开属性',
  reason: '依据和理由',
  superiorAttribute: '上位文件的属性',
  decidedOn: '认定日期',
  issuer: '制定主体',
  from: '施行日期',
  until: '有效期至',
  repealedOn: '废止日期',
  reviewedOn: '合法性审核日期',
  registeredOn: '登记日期',
  numberedOn: '编号日期',
  printedOn: '印发日期',
  form: '形式',
  text: '内容',
  publishedOn: '公开日期',
  period: '时期',
  name: '名称',
  ...debtFields,
  answer: '答复',
  note: '说明',
}

/** What is wrong with what was filled in, a sentence for each field. */
export function problemTexts({ issues }: z.core.$ZodError): string[] {
  return issues.map(({ path, message }) => {
    const label = labels[String(path[0] ?? '')]
    if (label === undefined) return message
    return /[。！]$/.test(message) ? message : `“${label}”没有填，或填得不对，请核对后再提交。`
  })
}
