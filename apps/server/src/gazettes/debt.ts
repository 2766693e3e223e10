import { type Database, latestEntries } from '@luoshi/store'
import { z } from 'zod'

const money = z
  .string()
  .trim()
  .regex(/^\d{1,15}(?:\.\d{1,6})?$/)
const words = z.string().trim().min(1).max(300)

/** The eight things that are published of a debt (五台 五政办发〔2021〕42号第175行), with their labels. */
export const debtFields = {
  limit: '限额（万元）',
  balance: '余额（万元）',
  issued: '发行（万元）',
  kind: '品种',
  term: '期限',
  rate: '利率（%）',
  repayment: '偿还计划',
  source: '偿债资金来源',
} as const

/** A debt in a period: 2021 or 2021-06. None of the eight may be left out. */
export const debtSchema = z.object({
  period: z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/),
  name: words,
  limit: money,
  balance: money,
  issued: money,
  kind: words,
  term: words,
  rate: money,
  repayment: words,
  source: words,
})

/** A debt as it was last entered. */
export type DebtRecord = z.infer<typeof debtSchema>

/** What is entered of a debt belongs to a period and a name. */
export function debtSubject({ period, name }: DebtRecord): string {
  return `${period}#${name}`
}

/** The debts of a county, the latest period first. */
export async function debtsOf(db: Database, county: string): Promise<DebtRecord[]> {
  const entries = await latestEntries(db, { county, kind: 'debt' })
  return entries
    .map(({ payload }) => debtSchema.parse(payload))
    .sort((a, b) =>
      a.period < b.period ? 1 : a.period > b.period ? -1 : a.name.localeCompare(b.name, 'zh-CN'),
    )
}
