/** Lets what is done under one key wait for what was begun under it before. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Does the work once all earlier work of the key is done, however that ended. */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    this.#last.set(key, mine)
    try {
      return await mine
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key)
    }
  }
}
