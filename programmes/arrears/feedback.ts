import { choice, date, defineComparison, defineRegister, fields, gap, text } from '@luoshi/kernel'
import { amount } from './agreement.ts'
import { notice, office, readers, settlers } from './notice.ts'

/** What inspectors, auditors and leads said is owed, to be held against the ledger. */
export const feedback = defineRegister({
  id: 'feedback',
  title: '反馈拖欠问题台账',
  basis: notice.lines(734),
  fields: fields({
    number: text('反馈编号'),
    source: choice('反馈来源', {
      inspection: '巡视',
      guidance: '督导',
      audit: '审计',
      clue: '线索核查',
    }),
    document: text('反馈文件').optional(),
    receivedOn: date('反馈日期'),
    debtor: text('欠款单位'),
    creditor: text('中小企业名称'),
    amount,
  }),
  key: ['number'],
  calledBy: ['debtor', 'creditor'],
  access: { read: readers, write: [office, ...settlers] },
})

/** What was found and is not in the ledger may have been concealed. */
export const feedbackAgainstLedger = defineComparison({
  id: 'feedback-against-ledger',
  title: '反馈问题与清欠台账比对',
  basis: notice.lines(734),
  left: { register: feedback.id },
  right: { register: 'debts', states: ['entered', 'assigned', 'unpaid', 'planned', 'cleared', 'outside'] },
  by: ['debtor', 'creditor'],
  agree: ['amount'],
  labels: {
    agrees: '台账中有，金额相同',
    differs: '台账中有，金额不同',
    'left-only': '反馈的欠款不在台账，可能瞒报漏报',
    'right-only': '只在台账',
    'left-twice': '反馈不止一次',
    'right-twice': '台账中不止一笔',
  },
  open: [gap('同一单位欠同一企业几笔款时怎样对应没有写明，列出由经办人看', notice.lines(734))],
})
