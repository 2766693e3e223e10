import { type Compilable, CompiledQuery, type RawBuilder, sql } from 'kysely'
import type { Database } from './tables.ts'

/** Runs a statement that is written once: what is done for every action is not put together anew each time. */
export async function run<Row>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

/** Stands in a statement for a value that is given each time it runs. */
class Blank {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Puts a blank into a statement, by the name of the value that is given for it. */
export type Blanks<Values> = <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>

/**
 * A statement that Kysely writes the first time it runs: to put a long one together takes longer than it takes to run. What
 * differs from time to time stands in it as a blank.
 */
export function writtenOnce<Values extends Readonly<Record<string, unknown>>, Row>(
  write: (db: Database, blank: Blanks<Values>) => Compilable<Row>,
): (db: Database, values: Values) => Promise<readonly Row[]> {
  let written: CompiledQuery<Row> | undefined
  return async (db, values) => {
    written ??= write(db, (name) => sql`${new Blank(name)}`).compile()
    const parameters = written.parameters.map((part) => (part instanceof Blank ? values[part.name] : part))
    return (await db.executeQuery<Row>({ ...written, parameters })).rows
  }
}
