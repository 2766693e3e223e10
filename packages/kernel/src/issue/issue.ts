import type { Cite } from '../cite.ts'
import { issueTexts } from './issue-texts.ts'

/** Code of an issue, declared once with its text. */
export type IssueCode = keyof typeof issueTexts

/** What an issue of that code tells besides its place. */
export type IssueData<Code extends IssueCode> = Parameters<(typeof issueTexts)[Code]>[0]

/** An expected failure: where, what was found, what would pass. It is returned, never thrown. */
export interface Issue {
  readonly code: IssueCode
  /** Keys and indexes from the outside inwards. */
  readonly path: readonly (string | number)[]
  readonly data: Readonly<Record<string, unknown>>
  /** The clause that asks for it; null where no clause does, as for a slip of the pen. */
  readonly basis: Cite | null
  /** The whole sentence for the user. */
  readonly message: string
}

/** An issue with its sentence. */
export function issueOf<Code extends IssueCode>(
  code: Code,
  path: readonly (string | number)[],
  data: IssueData<Code>,
  basis: Cite | null = null,
): Issue {
  const textOf = issueTexts[code] as (data: IssueData<Code>) => string
  return { code, path, data: { ...data }, basis, message: textOf(data) }
}
