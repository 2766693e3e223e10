import { dateOf, type IsoInstant } from '@luoshi/kernel'
import { chineseDate } from '../chinese-words.ts'

/** A moment to the minute, as people read it in the time of Shanghai: 2026年3月2日9时05分. */
export function clockTime(instant: IsoInstant): string {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  const [hour = '', minute = ''] = shanghai.slice(11, 16).split(':')
  return `${chineseDate(dateOf(instant))}${Number(hour)}时${minute}分`
}
