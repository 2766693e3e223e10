import type { NormativeDocument } from './normative.ts'

/** The lists that a body publishes each year of its normative documents (五寨 五政办发〔2022〕31号第2317行). */
export interface YearlyLists {
  readonly year: number
  readonly continuing: readonly NormativeDocument[]
  readonly repealed: readonly NormativeDocument[]
  readonly lapsed: readonly NormativeDocument[]
}

/** What continues at the end of a year, what was repealed and what lapsed in it. */
export function yearlyLists(documents: readonly NormativeDocument[], year: number): YearlyLists {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const isWithin = (day: string | null) => day !== null && day >= first && day <= last
  const isBegun = documents.filter(({ from }) => from <= last)
  const repealed = isBegun.filter(({ repealedOn }) => isWithin(repealedOn))
  const lapsed = isBegun.filter(
    ({ repealedOn, until }) =>
      isWithin(until) && (repealedOn === null || (until !== null && repealedOn > until)),
  )
  const continuing = isBegun.filter(
    ({ repealedOn, until }) => (repealedOn === null || repealedOn > last) && (until === null || until > last),
  )
  return { year, continuing, repealed, lapsed }
}

/** What an entry of the register still lacks: registering, numbering and printing are each dated. */
export function missingSteps({ registeredOn, numberedOn, printedOn }: NormativeDocument): string[] {
  return [
    registeredOn === null ? '登记' : null,
    numberedOn === null ? '编号' : null,
    printedOn === null ? '印发' : null,
  ].filter((step) => step !== null)
}

/** Why a document cannot be numbered; empty where it can (五台 五政办发〔2023〕23号第1084行). */
export function numberingProblems(
  document: NormativeDocument,
  others: readonly NormativeDocument[],
): string[] {
  const problems: string[] = []
  if (document.reviewedOn === null) {
    problems.push('没有合法性审核的记录，不能编号：规范性文件应审必审（五台 五政办发〔2023〕23号第1084行）。')
  }
  const taken = others.find(
    ({ docNumber, title }) => docNumber === document.docNumber && title !== document.title,
  )
  if (taken !== undefined)
    problems.push(`文号“${document.docNumber}”已用于《${taken.title}》，请换一个文号。`)
  return problems
}

/** The next free number of a series in a year: one more than the last. */
export function nextNumber(series: string, year: number, taken: readonly string[]): string {
  const prefix = `${series}〔${year}〕`
  const serials = taken
    .filter((number) => number.startsWith(prefix))
    .map((number) => Number(/^(\d+)号$/.exec(number.slice(prefix.length))?.[1] ?? 0))
  return `${prefix}${Math.max(0, ...serials) + 1}号`
}
