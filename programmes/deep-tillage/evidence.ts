import { choice, defineDecisionTable, defineRule, type Rule } from '@luoshi/kernel'
import { notice } from './notice.ts'
import { workRecords } from './registers.ts'

const { shape } = workRecords.fields

/** A record counts by the monitoring system's export, or by a manual check signed by three and stamped. */
export const evidence = defineDecisionTable({
  id: 'evidence',
  title: '作业凭据',
  basis: notice.lines(1873, 1877),
  inputs: {
    source: choice('记录方式', { monitored: '远程监测', manual: '人工核查' }),
    exportRow: shape.exportRow,
    isFarmerSigned: shape.isFarmerSigned,
    isDriverSigned: shape.isDriverSigned,
    isVerifierSigned: shape.isVerifierSigned,
    isStamped: shape.isStamped,
  },
  hit: 'first',
  rows: [
    {
      when: { source: { is: 'monitored' }, exportRow: { isGiven: true } },
      answer: 'yes',
      wanted: '有监控系统导出的监测明细',
      found: '监测明细中有此条',
      basis: notice.lines(1873),
    },
    {
      when: { source: { is: 'monitored' } },
      answer: 'no',
      wanted: '有监控系统导出的监测明细',
      found: '没有写明监测明细行号',
      basis: notice.lines(1873),
    },
    {
      when: {
        isFarmerSigned: { is: true },
        isDriverSigned: { is: true },
        isVerifierSigned: { is: true },
        isStamped: { is: true },
      },
      answer: 'yes',
      wanted: '农户、作业机手、核实人员三方签字，村委会盖章',
      found: '签字盖章齐全',
      basis: notice.lines(1877),
    },
    {
      when: { isFarmerSigned: { is: true }, isDriverSigned: { is: true }, isVerifierSigned: { is: true } },
      answer: 'no',
      wanted: '农户、作业机手、核实人员三方签字，村委会盖章',
      found: '三方已签字，村委会没有盖章',
      basis: notice.lines(1877),
    },
    {
      when: {},
      answer: 'no',
      wanted: '农户、作业机手、核实人员三方签字，村委会盖章',
      found: '三方签字不全',
      basis: notice.lines(1877),
    },
  ],
})

/** The manual record's three signatures, asked for before it is shown in the village. */
export const signedByThree = defineDecisionTable({
  id: 'signed-by-three',
  title: '三方签字',
  basis: notice.lines(1877),
  inputs: {
    isFarmerSigned: shape.isFarmerSigned,
    isDriverSigned: shape.isDriverSigned,
    isVerifierSigned: shape.isVerifierSigned,
  },
  hit: 'first',
  rows: [
    {
      when: { isFarmerSigned: { is: true }, isDriverSigned: { is: true }, isVerifierSigned: { is: true } },
      answer: 'yes',
      wanted: '农户、作业机手、核实人员三方签字',
      found: '三方已签字',
      basis: notice.lines(1877),
    },
    {
      when: {},
      answer: 'no',
      wanted: '农户、作业机手、核实人员三方签字',
      found: '三方签字不全',
      basis: notice.lines(1877),
    },
  ],
})

/** Only a record with an export row is shown as monitored; one checked by hand goes the other way. */
export const recordedAs = (source: 'monitored' | 'manual', title: string, line: number): Rule =>
  defineRule({
    id: `recorded-as-${source}`,
    title: '记录方式',
    basis: notice.lines(line),
    inputs: { source: shape.source },
    parameters: {},
    decide: (input) => ({
      isMet: input.source === source,
      wanted: `是${title}的记录`,
      found: input.source === 'monitored' ? '远程监测' : '人工核查',
    }),
  })

export const recordedByMonitor = recordedAs('monitored', '远程监测', 1873)
export const recordedByHand = recordedAs('manual', '人工核查', 1877)
