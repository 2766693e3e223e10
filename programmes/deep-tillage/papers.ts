import { conflict, definePaper } from '@luoshi/kernel'
import { notice } from './notice.ts'

const number = { heading: '序号', field: null, isNumber: true }

/** 附表1 */
export const monitoredSheet = definePaper({
  id: 'monitored-sheet',
  title: '农机深松整地作业监测记录表',
  basis: notice.lines(1933, 1951),
  register: 'work-records',
  head: ['省', '市', '县'],
  columns: [
    number,
    { heading: '乡(镇)', field: 'township' },
    { heading: '村', field: 'village' },
    { heading: '作业面积(亩)', field: 'area' },
    { heading: '作业质量(厘米)', field: 'depth' },
    { heading: '农机户、农机服务组织名称', field: 'operatorName' },
    { heading: '作业机手(签字)', field: null },
    { heading: '机手联系方式', field: 'driverContact' },
  ],
  hasTotal: false,
  foot: ['县农机化主管部门（盖章）'],
  copies: ['县农机化主管部门', '农机户（农机操作手）或农机服务组织'],
  clear: [{ field: 'operatorName', basis: notice.lines(1937) }],
})

/** 附表2 */
export const manualSheet = definePaper({
  id: 'manual-sheet',
  title: '农机深松整地作业记录表',
  basis: notice.lines(1955, 1975),
  register: 'work-records',
  head: ['县', '乡', '村'],
  headFields: { 乡: 'township', 村: 'village' },
  columns: [
    number,
    { heading: '农户姓名', field: 'farmer' },
    { heading: '作业地点', field: 'place' },
    { heading: '作业时间', field: 'workedOn' },
    { heading: '作业面积(亩)', field: 'area' },
    { heading: '作业质量(厘米)', field: 'depth' },
    { heading: '农户签字', field: null },
    { heading: '农户联系方式', field: 'farmerContact' },
    { heading: '作业机手签字', field: null },
    { heading: '作业机手联系方式', field: 'driverContact' },
  ],
  hasTotal: false,
  foot: ['村委会（公章）', '负责人（签字）'],
  copies: [],
  clear: [{ field: 'farmer', basis: notice.lines(1959) }],
  open: [
    conflict(
      '正文要农户、作业机手和核实人员签字，表注要作业机手、农户和村委会负责人签字，表中只有前两方的栏',
      notice.lines(1877),
      notice.lines(1959),
      notice.lines(1975),
    ),
  ],
})

/** 附表3 */
export const paymentDetail = definePaper({
  id: 'payment-detail',
  title: '农机深松整地作业补助资金明细表',
  basis: notice.lines(1979, 2000),
  register: 'payments',
  head: ['省', '市', '县', '乡', '村'],
  columns: [
    number,
    { heading: '支付对象', field: 'payee' },
    { heading: '账号', field: 'account' },
    { heading: '联系方式', field: 'contact' },
    { heading: '作业面积(亩)', field: 'area', isSummed: true },
    { heading: '补助标准(元/亩)', field: 'rate' },
    { heading: '补助金额(元)', field: 'amount', isSummed: true },
  ],
  hasTotal: true,
  foot: ['县农机化主管部门（盖章）', '县财政部门（盖章）'],
  copies: ['县农机化主管部门', '县财政局'],
})

/** 附表4 */
export const paymentSummary = definePaper({
  id: 'payment-summary',
  title: '农机深松整地作业补助情况汇总表',
  basis: notice.lines(2004, 2028),
  register: 'payments',
  head: ['省', '市', '县'],
  columns: [
    number,
    { heading: '补助对象', field: 'payee' },
    { heading: '作业地点（细化到县乡村）', field: 'place' },
    { heading: '联系方式', field: 'contact' },
    { heading: '作业面积（亩）', field: 'area', isSummed: true },
    { heading: '补助标准（元/亩）', field: 'rate' },
    { heading: '补助金额（元）', field: 'amount', isSummed: true },
  ],
  hasTotal: true,
  foot: ['填报单位（公章）', '填报人', '联系电话'],
  copies: [],
})

export const papers = [monitoredSheet, manualSheet, paymentDetail, paymentSummary]
