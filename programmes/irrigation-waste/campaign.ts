import {
  campaignParts,
  choice,
  conflict,
  count,
  defineCampaign,
  defineReport,
  fields,
  gap,
  longText,
  may,
  reportParts,
  text,
} from '@luoshi/kernel'
import { notice, validity } from './notice.ts'

const county = may('county-office', 'county')
const township = may('township-group', 'unit')
const department = may('department', 'county')

/** The 14 kinds of problem, in their two groups, each on its line. */
export const kinds = {
  keepers: '一、1.管护人员队伍',
  funds: '一、2.管护经费',
  rules: '一、3.管护制度',
  mechanism: '一、4.运行机制',
  channels: '一、5.渠道缺失、堵塞、损毁、老化',
  leaking: '一、6.跑冒滴漏、冲毁农田',
  unfitMeters: '一、7.计量设施不匹配',
  ownership: '一、8.底数、产权不清',
  misuse: '一、9.未按规定使用、随意改变输水方式',
  returnFlow: '一、10.退水直接入河',
  flooding: '二、1.大水漫灌、严重超需水定额',
  unmetered: '二、2.缺少计量设施',
  quota: '二、3.计划灌水定额落实',
  other: '二、4.其他用水浪费',
} as const

export const irrigationWaste = defineCampaign({
  id: 'irrigation-waste-problems',
  title: '农田灌溉用水浪费现象专项整治',
  basis: notice.lines(253, 304),
  phases: [
    {
      id: 'searching',
      title: '摸底排查',
      from: null,
      until: null,
      basis: notice.lines(292, 294),
      gap: gap('摸底排查的起止日期没有写明', notice.lines(292, 294)),
    },
    { id: 'fixing', title: '集中整治', from: '2021-08-01', until: '2021-10-31', basis: notice.lines(296) },
    {
      id: 'keeping',
      title: '总结巩固提高',
      from: '2021-11-01',
      until: '2021-12-31',
      basis: notice.lines(300),
    },
  ],
  problem: fields({
    number: text('问题编号'),
    township: text('乡（镇）'),
    kind: choice('问题种类', kinds),
    description: longText('问题描述'),
    place: text('地点').optional(),
    responsible: text('责任人').optional(),
  }),
  key: ['number'],
  reads: [county],
  finds: { by: [township], basis: notice.lines(294) },
  lists: { by: [township], basis: notice.lines(294) },
  fixes: { by: [township, department], basis: notice.lines(298), evidence: [] },
  strikesOff: { by: [township, county], basis: notice.lines(298) },
  looksAgain: { by: [township, county], basis: notice.lines(302, 304) },
  endsWith: 'fixing',
  lookedAgainFrom: 'keeping',
  open: [
    gap('“严重超需水定额”超过多少算严重没有写明', notice.lines(282)),
    conflict('集中整治自8月1日起，方案8月9日才印发', notice.lines(296), notice.lines(209, 211)),
    conflict(
      '专项整治工作总结10月29日前报送，集中整治到10月31日才结束',
      notice.lines(316),
      notice.lines(296),
      notice.lines(304),
    ),
  ],
})

export const townshipSummary = defineReport({
  id: 'township-summary',
  title: '专项整治工作总结',
  basis: notice.lines(316),
  owedBy: 'township-group',
  owedTo: 'county-office',
  fields: fields({
    found: count('发现问题', '个'),
    struck: count('已销号', '个'),
    remaining: count('未销号', '个'),
    summary: longText('工作总结'),
  }),
  due: {
    turn: { kind: 'once', date: '2021-10-29' },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('“10月29日前”是否含29日没有写明，按含当日', notice.lines(316)),
  },
  from: '2021-08-09',
  until: '2021-10-29',
})

export const campaign = campaignParts(irrigationWaste, validity)
export const summaries = reportParts(townshipSummary, validity, [may('county-leader', 'county')])
