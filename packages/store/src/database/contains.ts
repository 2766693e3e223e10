import { type RawBuilder, sql } from 'kysely'

/** That a word stands in a text: `like` looks through one in three quarters of the time of `strpos`. */
export function contains(text: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  return sql<boolean>`${text} like ${patternOf(word)}`
}

/** The same, of a word that the planner does not look at. */
export function containsTold(text: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  return sql<boolean>`${text} like (select ${patternOf(word)}::text)`
}

function patternOf(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}
