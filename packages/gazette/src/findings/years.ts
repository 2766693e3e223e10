import { sign } from '../signs.ts'
import { lineAt } from '../traced-text.ts'
import { findingIn, type InstrumentCheck } from './finding-sources.ts'

/** A sentence that opens with a year and orders something for it. */
const yearlyTask =
  /(?<!\d)(\d{4}) ?年[，,]?(?=(?:底前)?(?:建设|新建|建成|完成|开展|实施|启动|新增|配备|改造))/g

/** What stands before the first word of a sentence. */
const opensSentence = /(?:^|[。；：:])\s?$/

const reportsPast = /^[^。]{0,60}(?:已|了|累计|共完成|以来)/

/** How far back a year of a task may lie without being doubted. */
const mostYearsBack = 4

/** A task for a year long past that one wrong digit made out of a coming one: 2013年 for 2023年. */
export const findDoubtfulYears: InstrumentCheck = (sources) => {
  const issued = Number((sources.instrument.issuedOn ?? '').slice(0, 4))
  if (!issued) return []
  return sources.read.clauses.flatMap(({ clause, whole, signs }) => {
    if ((signs & sign.year) === 0 || (signs & sign.digit) === 0) return []
    return [...whole.text.matchAll(yearlyTask)].flatMap((match) => {
      const year = Number(match[1])
      const meant = likelyYear(year, issued)
      if (meant === null || !opensSentence.test(whole.text.slice(Math.max(0, match.index - 2), match.index)))
        return []
      if (reportsPast.test(whole.text.slice(match.index + 5))) return []
      const line = lineAt(whole, match.index)
      const message = `任务年份写作${year}年，早于成文的${issued}年，疑为${meant}年之误，请核对。`
      return [findingIn(sources, 'year-doubtful', message, [[line, line]], clause.id)]
    })
  })
}

/** The coming year that differs in one digit; null where the year is no old one, or none is that near. */
function likelyYear(year: number, issued: number): number | null {
  if (year > issued - mostYearsBack) return null
  for (let meant = issued; meant <= issued + 5; meant++) if (differsInOneDigit(year, meant)) return meant
  return null
}

function differsInOneDigit(first: number, second: number): boolean {
  const [a, b] = [String(first), String(second)]
  return a.length === b.length && [...a].filter((digit, index) => digit !== b[index]).length === 1
}
