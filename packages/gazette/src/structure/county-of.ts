import type { CountyNames, ReadInstrument } from '../reading.ts'
import type { Masthead } from './masthead.ts'

/** The county whose gazette this is: told by the masthead, else by who issued the instruments. */
export function findCounty(
  counties: readonly CountyNames[],
  masthead: Masthead,
  instruments: readonly ReadInstrument[],
): CountyNames | null {
  const named = (text: string | null) =>
    text === null ? undefined : counties.find(({ name }) => text.includes(name))
  return (
    named(masthead.name) ??
    named(masthead.publisher) ??
    instruments.map(({ issuer }) => named(issuer)).find((county) => county !== undefined) ??
    instruments.map(({ title }) => named(title)).find((county) => county !== undefined) ??
    null
  )
}
