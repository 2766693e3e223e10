import { findingIn, type InstrumentCheck } from './finding-sources.ts'

/** Titles of bans and restrictions that hold for a time. */
const ban = /禁止|禁燃|禁放|禁牧|封山|限行|管制|封闭施工|停水|停电|停气|禁渔/

/** What makes a ban lasting. */
const lasting = /全年|长期|常年|永久|即日起/

const day = /\d{1,2} ?月 ?\d{1,2} ?日|(?:正月|腊月|农历)[初十廿一二三四五六七八九]{1,3}|除夕/g

/** A ban for a season whose days are nowhere named. */
export const findMissingPeriods: InstrumentCheck = (sources) => {
  const { title, issuedOn, lines } = sources.instrument
  if (!ban.test(title) || !/期|时段|季/.test(title)) return []
  const days = new Set<string>()
  for (const { whole } of sources.read.clauses) {
    if (lasting.test(whole.text)) return []
    const text = whole.text.replace(/《[^《》]*》/g, '')
    for (const [printed] of text.matchAll(day)) days.add(printed.replace(/\s/g, ''))
  }
  const [, month, date] = (issuedOn ?? '').split('-').map(Number)
  days.delete(`${month}月${date}日`)
  if (days.size > 0) return []
  const message = '通篇没有写明禁止或管制的起止日期，请补充从哪一日起到哪一日止。'
  return [findingIn(sources, 'period-missing', message, [[lines[0], lines[0]]])]
}
