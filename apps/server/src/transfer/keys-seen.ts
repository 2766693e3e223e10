import type { Procedure, Programme } from '@luoshi/kernel'
import type { RowProblem, RowRead } from './read-records.ts'

/** The keys of a register's records among the rows: two rows of one file must not have the same. */
export class KeysSeen {
  readonly #fields: readonly string[] | null
  readonly #lines = new Map<string, number>()

  constructor(programme: Programme, procedure: Procedure) {
    const register = programme.registers.find(({ id }) => id === procedure.register)
    const isCarried = programme.procedures.some((each) => each.register === procedure.register)
    this.#fields = isCarried ? null : (register?.key ?? null)
  }

  problemsOf(row: RowRead): readonly RowProblem[] {
    if (this.#fields === null || row.kind !== 'record') return []
    const values = this.#fields.map((field) => row.input[field])
    const key = JSON.stringify(values)
    const earlier = this.#lines.get(key)
    if (earlier === undefined) {
      this.#lines.set(key, row.line)
      return []
    }
    const message = `与第${earlier}行重复：${values.join('、')}在同一台账中只能有一条，请删去其中一行。`
    return [{ line: row.line, column: '', message }]
  }
}
