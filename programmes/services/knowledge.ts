import { addMonths, date, defineRegister, fields, longText, type RecordOf, text, unit } from '@luoshi/kernel'
import { bureau, examiner, hotline, officers } from './access.ts'
import { wutaiPackage } from './bases.ts'

/** 12345 知识库: what the hotline answers from. */
export const knowledge = defineRegister({
  id: 'knowledge',
  title: '12345知识库',
  basis: wutaiPackage.lines(783),
  fields: fields({
    number: text('条目编号'),
    question: text('问题'),
    answer: longText('回答'),
    keptBy: unit('维护机构'),
    updatedOn: date('更新日期'),
  }),
  key: ['number'],
  calledBy: ['question'],
  access: { read: [...officers, hotline], write: [bureau, hotline, examiner] },
})

export type KnowledgeEntry = RecordOf<typeof knowledge.fields>

/** An entry that was not renewed in time. */
export interface StaleEntry {
  readonly number: string
  readonly question: string
  readonly updatedOn: string
  /** First day on which it is older than it may be. */
  readonly staleFrom: string
}

/** Entries older than so many months on a day, the oldest first. */
export function staleEntries(
  all: readonly Pick<KnowledgeEntry, 'number' | 'question' | 'updatedOn'>[],
  on: string,
  months = 1,
): readonly StaleEntry[] {
  return all
    .map(({ number, question, updatedOn }) => ({
      number,
      question,
      updatedOn,
      staleFrom: addMonths(updatedOn, months),
    }))
    .filter(({ staleFrom }) => staleFrom < on)
    .sort((a, b) => (a.updatedOn < b.updatedOn ? -1 : 1))
}
