import {
  date,
  defineProcedure,
  defineTextPaper,
  duration,
  fields,
  gap,
  type Material,
  may,
  text,
} from '@luoshi/kernel'
import {
  evidence,
  head,
  notice,
  officer,
  overseer,
  police,
  procuratorate,
  suspectedCrimes,
} from './registers.ts'

/** The five papers that go with a case to the police. */
export const handedOver: readonly Material[] = [
  { id: 'transfer-letter', title: '涉嫌犯罪案件移送书', basis: notice.lines(958) },
  { id: 'investigation-report', title: '涉嫌犯罪案件情况的调查报告', basis: notice.lines(959) },
  { id: 'list-of-goods', title: '涉案物品清单', basis: notice.lines(960) },
  { id: 'appraisal', title: '附资质证明的检验报告或者鉴定意见', basis: notice.lines(961) },
  { id: 'other', title: '其他有关涉嫌犯罪的材料', basis: notice.lines(962) },
]

export const transferLetter = defineTextPaper({
  id: 'transfer-letter',
  title: '涉嫌犯罪案件移送书',
  basis: notice.lines(958),
  register: suspectedCrimes.id,
  head: 'plain',
  issuer: '{@unit}',
  number: { mark: '涉罪移送', basis: gap('附件1没有印出，编号方式由县里定', notice.lines(958)) },
  addressee: '县公安局',
  body: [
    { text: '{reportedBy}查办的案件（编号{number}）涉嫌犯罪，现移送你局。' },
    { level: 1, text: '涉案人：{suspect}。' },
    { level: 1, text: '案件情况：{facts}' },
    { level: 1, text: '涉案货值{value}元。', when: { field: 'value' } },
    { level: 1, text: '涉嫌罪名或者追诉标准：{offence}。' },
  ],
  annexes: handedOver.slice(1).map(({ title }) => title),
  copies: ['县人民检察院'],
  clear: [{ field: 'suspect', basis: notice.lines(958) }],
  open: [gap('附件1没有印出，移送书的格式由县里定，这里只写案件必有的内容', notice.lines(958))],
})

const toPolice = {
  to: 'transferred',
  basis: notice.lines(952, 962),
  materials: handedOver,
  papers: [transferLetter.id],
} as const

/** From an officer's report to what came of the case with the police. */
export const transfer = defineProcedure({
  id: 'transfer',
  title: '涉嫌犯罪案件移送',
  basis: notice.lines(903, 966),
  version: 1,
  validFrom: '2022-12-12',
  validTo: null,
  register: suspectedCrimes.id,
  subject: suspectedCrimes.fields,
  access: { read: [officer, head, police, procuratorate, overseer] },
  lookups: {},
  opening: { title: '提出移送报告', by: [officer], basis: notice.lines(923, 927) },
  initial: 'reported',
  states: {
    reported: {
      title: '待决定',
      on: {
        approve: { title: '批准移送', to: 'approved', by: [head], basis: notice.lines(927, 932) },
        refuse: {
          title: '不批准移送',
          to: 'refused',
          by: [head],
          basis: notice.lines(932, 934),
          needsReason: true,
        },
        transferAtOnce: {
          title: '立即移送',
          ...toPolice,
          by: [officer],
          basis: notice.lines(917, 921),
          gates: ['obvious-on-the-spot'],
        },
      },
    },
    approved: {
      title: '待移送',
      on: { transfer: { title: '移送公安机关', ...toPolice, by: [officer] } },
    },
    refused: {
      title: '待行政处罚',
      on: {
        penalise: {
          title: '作出行政处罚',
          to: 'penalised',
          by: [officer],
          basis: notice.lines(934, 936),
          input: fields({
            decision: text('行政处罚决定书文号'),
            decidedOn: date('作出行政处罚的日期'),
          }),
        },
      },
    },
    penalised: {
      title: '待报检察机关备案',
      on: {
        file: { title: '报检察机关备案', to: 'filed', by: [officer], basis: notice.lines(935, 936) },
      },
    },
    transferred: {
      title: '公安机关审查中',
      on: {
        accept: {
          title: '立案',
          to: 'accepted',
          by: [police],
          basis: notice.lines(964),
          input: fields({ policeNotice: text('立案通知文号') }),
        },
        decline: {
          title: '不立案',
          to: 'declined',
          by: [police],
          basis: notice.lines(964, 966),
          needsReason: true,
          input: fields({ policeNotice: text('不予立案通知书文号') }),
        },
      },
    },
    declined: {
      title: '待依法处理',
      on: {
        handle: {
          title: '依法作出处理',
          to: 'handled',
          by: [officer],
          basis: notice.lines(966),
          input: fields({ result: text('处理结果') }),
        },
      },
    },
    handled: {
      title: '待告知公安机关',
      on: { inform: { title: '书面告知公安机关', to: 'informed', by: [officer], basis: notice.lines(966) } },
    },
    accepted: { title: '已立案', final: 'completed', on: {} },
    informed: { title: '已处理并告知', final: 'completed', on: {} },
    filed: { title: '已备案', final: 'completed', on: {} },
  },
  limits: {
    decide: {
      title: '决定是否移送的期限',
      starts: 'opening',
      ends: ['approve', 'refuse', 'transferAtOnce'],
      legal: duration(3, 'workday', notice.lines(927, 930)),
      reminderDays: 1,
      missed: { kind: 'escalate', role: 'overseer' },
    },
    transfer: {
      title: '移送公安机关的期限',
      starts: 'approve',
      ends: ['transfer'],
      legal: duration(24, 'hour', notice.lines(931)),
      missed: { kind: 'escalate', role: 'overseer' },
    },
    file: {
      title: '报检察机关备案的期限',
      starts: 'penalise',
      ends: ['file'],
      legal: duration(10, 'workday', notice.lines(934, 936)),
      reminderDays: 2,
      missed: { kind: 'escalate', role: 'overseer' },
    },
  },
})

/** Goods of a case, from being found to being appraised. */
export const keeping = defineProcedure({
  id: 'keeping',
  title: '涉案物品登记',
  basis: notice.lines(940, 950),
  version: 1,
  validFrom: '2022-12-12',
  validTo: null,
  register: evidence.id,
  subject: evidence.fields,
  access: { read: [officer, head, police, may('overseer', 'county')] },
  lookups: {},
  opening: {
    title: '登记涉案物品',
    by: [officer],
    basis: notice.lines(940, 943),
    gates: ['perishable-fixed'],
  },
  initial: 'listed',
  states: {
    listed: {
      title: '已登记',
      rests: true,
      on: {
        appraise: {
          title: '登记检验鉴定结果',
          to: 'listed',
          by: [officer],
          basis: notice.lines(947, 950),
          input: fields({ appraisal: text('检验报告或者鉴定意见') }),
        },
        handOver: { title: '随案移送', to: 'handedOver', by: [officer], basis: notice.lines(952, 960) },
        dispose: {
          title: '按规定处理',
          to: 'disposed',
          by: [officer],
          basis: notice.lines(942, 943),
          needsReason: true,
        },
      },
    },
    handedOver: { title: '已移送', final: 'completed', on: {} },
    disposed: { title: '已处理', final: 'completed', on: {} },
  },
  limits: {},
})
