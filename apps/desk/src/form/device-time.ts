import type { FieldView } from '../schema/field-view.ts'
import type { Values } from './draft.ts'

/** Hours by which Shanghai is ahead. */
const AHEAD = 8

/** Whether this is a phone or a tablet, which officers have with them where things happen. */
export function isMobile(): boolean {
  return matchMedia('(pointer: coarse)').matches
}

/** What was filled in, with the time of a mobile device's own clock in each field that asks for it. */
export function withDeviceTimes(fields: readonly FieldView[], values: Values): Values {
  const asking = fields.filter(({ isDeviceTime }) => isDeviceTime === true)
  if (asking.length === 0 || !isMobile()) return values
  const now = shanghaiTime(Date.now())
  return { ...values, ...Object.fromEntries(asking.map(({ name }) => [name, now])) }
}

function shanghaiTime(moment: number): string {
  const local = new Date(moment + AHEAD * 60 * 60 * 1000).toISOString()
  return local.replace(/\.\d+Z$/, '+08:00')
}
