import { type Database, type NoticeHead, noticesByNumbers } from '@luoshi/store'

/** The published notices that a page names, looked up before it is written. */
export interface CitedNotices {
  /** All that bear a number; more than one where it was given twice. */
  noticesByNumber(county: string, docNumber: string): readonly NoticeHead[]
}

/** Looks up every document that something cites: whatever in it carries a county and a document number. */
export async function noticesCitedBy(db: Database, something: unknown): Promise<CitedNotices> {
  const numbers = new Map<string, Set<string>>()
  JSON.stringify(something, (_, part) => {
    if (typeof part === 'object' && part !== null && 'county' in part && 'docNumber' in part) {
      const { county, docNumber } = part
      if (typeof county === 'string' && typeof docNumber === 'string') {
        numbers.set(county, (numbers.get(county) ?? new Set()).add(docNumber))
      }
    }
    return part
  })
  const found = await Promise.all([...numbers].map(([county, own]) => noticesByNumbers(db, county, [...own])))
  return byNumber(found.flat())
}

/** Notices that were looked up, by number. */
export function byNumber(heads: readonly NoticeHead[]): CitedNotices {
  const groups = Map.groupBy(heads, ({ county, docNumber }) => `${county} ${docNumber}`)
  return { noticesByNumber: (county, docNumber) => groups.get(`${county} ${docNumber}`) ?? [] }
}
