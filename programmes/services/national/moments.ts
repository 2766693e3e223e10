import { type IsoInstant, isDay, isInstant } from '@luoshi/kernel'

/** A date as the standard writes it: 20221008 */
export function dateToNational(day: string): string {
  return day.replaceAll('-', '')
}

/** A date from how the standard writes it; null for what is none. */
export function dateFromNational(written: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? []
  const found = `${year}-${month}-${day}`
  return year !== undefined && isDay(found) ? found : null
}

/** A moment in the spelling of its table. Seconds, in the time of Shanghai; the standard has no zones. */
export function momentToNational(at: IsoInstant, format: string): string {
  const shanghai = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  const [day, time] = [dateToNational(shanghai.slice(0, 10)), shanghai.slice(11, 19)]
  if (format.includes('hh:mm:ss')) return `${day}${time}`
  return `${day}${format.includes('T') ? 'T' : ''}${time.replaceAll(':', '')}`
}

/** A moment from any of the three spellings; null for what is none. */
export function momentFromNational(written: string): IsoInstant | null {
  const [, day = '', hours, minutes, seconds] = /^(\d{8})T?(\d{2}):?(\d{2}):?(\d{2})$/.exec(written) ?? []
  const date = dateFromNational(day)
  if (date === null || hours === undefined) return null
  const at = `${date}T${hours}:${minutes}:${seconds}+08:00`
  return isInstant(at) ? at : null
}
