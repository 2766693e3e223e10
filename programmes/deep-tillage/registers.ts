import {
  choice,
  count,
  date,
  defineRegister,
  fields,
  listOf,
  may,
  measure,
  money,
  personalText,
  phone,
  reference,
  SAMPLE_ALGORITHM,
  text,
  yesNo,
} from '@luoshi/kernel'
import { notice } from './notice.ts'

const officials = [may('machinery-centre', 'county'), may('acceptance-group', 'county')]

/** Plots, so that none is subsidised twice. */
export const plots = defineRegister({
  id: 'plots',
  title: '地块台账',
  basis: notice.lines(1869, 1877),
  fields: fields({
    number: text('地块编号'),
    township: text('乡（镇）'),
    village: text('村'),
    area: measure('地块面积', '亩'),
    farmer: personalText('农户姓名', 'name'),
    farmerContact: phone('农户联系方式').optional(),
  }),
  key: ['number'],
  access: {
    read: [...officials, may('township', 'below'), may('village', 'unit')],
    write: [may('township', 'below'), may('village', 'unit')],
  },
})

/** Who works, with which certified machine. */
export const operators = defineRegister({
  id: 'operators',
  title: '作业主体台账',
  basis: notice.lines(1863, 1873),
  fields: fields({
    number: text('作业主体编号'),
    name: personalText('农机户、农机服务组织名称', 'name'),
    account: personalText('账号', 'bank-account'),
    contact: phone('联系方式'),
    plate: personalText('拖拉机号牌', 'plate').optional(),
    terminal: text('远程监测终端编号'),
    workingWidth: measure('作业幅宽', '米', { least: '0.1', most: '20' }).optional(),
    shankSpacing: measure('相邻两铲间距', '厘米').optional(),
    certificate: choice('机具证书', { promotion: '推广鉴定证书', trial: '试验鉴定证书', none: '无' }),
  }),
  key: ['number'],
  access: {
    read: [...officials, may('finance', 'county'), may('operator', 'own')],
    write: [may('machinery-centre', 'county')],
  },
})

/** One plot worked by one machine: monitored, or checked by hand. */
export const workRecords = defineRegister({
  id: 'work-records',
  title: '作业记录台账',
  basis: notice.lines(1871, 1877),
  fields: fields({
    number: text('作业记录编号'),
    season: choice('项目年度', { '2022': '2022年' }),
    plot: reference('地块', 'plots'),
    township: text('乡（镇）'),
    village: text('村'),
    place: text('作业地点'),
    operator: reference('作业主体', 'operators'),
    operatorName: personalText('农机户、农机服务组织名称', 'name'),
    driver: personalText('作业机手', 'name'),
    driverContact: phone('机手联系方式'),
    farmer: personalText('农户姓名', 'name'),
    farmerContact: phone('农户联系方式'),
    workedOn: date('作业时间'),
    area: measure('作业面积', '亩', { least: '0.01', help: '深度达标的面积' }),
    workedArea: measure('轨迹面积', '亩', { help: '按终端轨迹和作业幅宽算出，重叠只计一次' }).optional(),
    qualifiedPercent: measure('达标面积比例', '%', { most: '100' }).optional(),
    depth: measure('作业质量', '厘米', { help: '深松深度' }),
    spacing: measure('相邻两铲间距', '厘米'),
    source: choice('记录方式', { monitored: '远程监测', manual: '人工核查' }),
    exportRow: text('监测明细行号', { help: '监控系统导出的监测明细中的行号' }).optional(),
    isFarmerSigned: yesNo('农户已签字').optional(),
    isDriverSigned: yesNo('作业机手已签字').optional(),
    isVerifierSigned: yesNo('核实人员已签字').optional(),
    isStamped: yesNo('村委会已加盖公章').optional(),
  }),
  key: ['number'],
  access: {
    read: [
      ...officials,
      may('finance', 'county'),
      may('township', 'below'),
      may('village', 'unit'),
      may('operator', 'own'),
    ],
    write: [may('machinery-centre', 'county'), may('township', 'below'), may('village', 'unit')],
  },
})

/** A spot check as it was drawn: all that is needed to draw it again. */
export const draws = defineRegister({
  id: 'draws',
  title: '抽查台账',
  basis: notice.lines(1881),
  fields: fields({
    number: text('抽查编号'),
    drawnOn: date('抽取日期'),
    percent: measure('抽查比例', '%', { most: '100' }),
    algorithm: choice('抽取算法', { [SAMPLE_ALGORITHM]: SAMPLE_ALGORITHM }),
    seed: count('种子', '号', { help: '抽取当日公开产生的整数，记下后可重新抽取核对' }),
    population: listOf('参加抽取的作业记录编号', text('作业记录编号')),
  }),
  key: ['number'],
  access: { read: officials, write: [may('acceptance-group', 'county')] },
})

/** Who is paid how much: the rows of 附表3 and 附表4. */
export const payments = defineRegister({
  id: 'payments',
  title: '补助资金台账',
  basis: notice.lines(1881),
  fields: fields({
    number: text('支付编号'),
    payee: personalText('支付对象', 'name'),
    account: personalText('账号', 'bank-account'),
    contact: phone('联系方式'),
    place: text('作业地点'),
    area: measure('作业面积', '亩'),
    rate: money('补助标准'),
    amount: money('补助金额'),
  }),
  key: ['number'],
  access: {
    read: [...officials, may('finance', 'county')],
    write: [may('machinery-centre', 'county')],
  },
})

export const registers = [plots, operators, workRecords, draws, payments]
