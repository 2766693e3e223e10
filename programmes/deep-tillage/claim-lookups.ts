import type { Lookup } from '@luoshi/kernel'
import { workRecords } from './registers.ts'

/** What a claim's rules ask of other records. */
export const claimLookups: Readonly<Record<string, Lookup>> = {
  earlierWorks: {
    title: '该地块已验收的作业',
    register: workRecords.id,
    where: { plot: 'plot' },
    states: ['accepted', 'listed', 'paid'],
    gives: { kind: 'records', fields: ['number', 'workedOn'] },
  },
  pendingClaims: {
    title: '该地块正在办理的作业记录',
    register: workRecords.id,
    where: { plot: 'plot' },
    states: ['recorded', 'verifying', 'publicised', 'posted', 'stamped', 'awaiting', 'sampled', 'checked'],
    gives: { kind: 'records', fields: ['number'] },
  },
  operatorEntries: {
    title: '作业主体台账',
    register: 'operators',
    where: { number: 'operator' },
    gives: { kind: 'records', fields: ['certificate'] },
  },
  acceptedArea: {
    title: '已验收面积',
    register: workRecords.id,
    where: { season: 'season' },
    states: ['accepted', 'listed', 'paid'],
    gives: { kind: 'sum', field: 'area' },
  },
  draws: {
    title: '抽查台账',
    register: 'draws',
    where: { number: 'draw' },
    gives: { kind: 'records', fields: ['percent', 'algorithm', 'seed', 'population'] },
  },
}
