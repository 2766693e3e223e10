import { disclosedRecord, paperTable } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { caseAfter, record } from './claim.test-support.ts'
import { claim } from './claim.ts'
import { manualSheet, monitoredSheet, paymentDetail, paymentSummary } from './papers.ts'
import { payments, workRecords } from './registers.ts'

it('the four forms have exactly their columns', () => {
  const headings = [monitoredSheet, manualSheet, paymentDetail, paymentSummary].map(({ columns }) =>
    columns.map(({ heading }) => heading).join('|'),
  )
  expect(headings).toEqual([
    '序号|乡(镇)|村|作业面积(亩)|作业质量(厘米)|农机户、农机服务组织名称|作业机手(签字)|机手联系方式',
    '序号|农户姓名|作业地点|作业时间|作业面积(亩)|作业质量(厘米)|农户签字|农户联系方式|作业机手签字|作业机手联系方式',
    '序号|支付对象|账号|联系方式|作业面积(亩)|补助标准(元/亩)|补助金额(元)',
    '序号|补助对象|作业地点（细化到县乡村）|联系方式|作业面积（亩）|补助标准（元/亩）|补助金额（元）',
  ])
})

it('the payment sheet adds up its columns, and its public version shows no account and no telephone', () => {
  const payment = {
    number: '付-1',
    payee: '丰穗农机专业合作社',
    account: '6222000011112222',
    contact: '13800005678',
    place: '五寨县三岔镇上坪村',
    area: '12.5',
    rate: '30',
    amount: '375',
  }
  const records = [payment, { ...payment, number: '付-2', area: '0.1', amount: '3' }]
  const own = paperTable(paymentDetail, payments.fields, records, null)
  expect(own.rows[0]).toEqual([
    '1',
    '丰穗农机专业合作社',
    '6222000011112222',
    '13800005678',
    '12.5',
    '30',
    '375',
  ])
  expect(own.total).toEqual(['合计', '', '', '', '12.6', '', '378'])
  const shown = paperTable(paymentDetail, payments.fields, records, ['payee'])
  expect(shown.rows[0]).toEqual([
    '1',
    '丰穗农机专业合作社',
    '************2222',
    '138****5678',
    '12.5',
    '30',
    '375',
  ])
})

it('[wuzhai-2022-zbf29.8] the sheets that are displayed show no telephone and no account, on paper as on the portal', () => {
  const clear = (state: 'publicised' | 'posted') =>
    claim.states[state]?.disclosure?.clear.map(({ field }) => field)
  const publicOf = (paper: typeof monitoredSheet, state: 'publicised' | 'posted') =>
    paperTable(paper, workRecords.fields, [record], clear(state) ?? []).rows[0]
  expect(publicOf(monitoredSheet, 'publicised')).toEqual([
    '1',
    '三岔镇',
    '上坪村',
    '12.5',
    '25',
    '丰穗农机专业合作社',
    '',
    '138****5678',
  ])
  expect(publicOf(manualSheet, 'posted')).toEqual([
    '1',
    '苗得雨',
    '上坪村东梁',
    '2022-08-30',
    '12.5',
    '25',
    '',
    '139****1234',
    '',
    '138****5678',
  ])
  for (const state of ['publicised', 'posted'] as const) {
    const { disclosure } = claim.states[state] ?? {}
    const shown = disclosure === undefined ? {} : disclosedRecord(claim, disclosure, caseAfter(record))
    expect(JSON.stringify(shown)).toContain('138****5678')
    expect(JSON.stringify(shown)).not.toMatch(/13800005678|13900001234/)
  }
  const paid = {
    number: '付-1',
    payee: '田大有',
    account: '6222000011112222',
    contact: '13800005678',
    place: '上坪村',
  }
  const detail = paperTable(
    paymentDetail,
    payments.fields,
    [{ ...paid, area: '1', rate: '30', amount: '30' }],
    ['payee'],
  )
  expect(detail.rows[0]).toEqual(['1', '田大有', '************2222', '138****5678', '1', '30', '30'])
})
