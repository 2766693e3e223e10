import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Failures from one address before it has to wait, and within how many seconds they count. */
const [MOST, WITHIN] = [30, 300]

/**
 * Failures by address, in this process only. How often one account may fail is kept in the database and is exact over all
 * processes; this limit spares a process the work of checking passwords, so each counts its own and an attack writes
 * nothing. Successes do not count: a whole office may sign in from one address in the morning.
 */
export class Attempts {
  readonly #limiter = new RateLimiterMemory({ points: MOST, duration: WITHIN })

  /** Whether an address has to wait. */
  async areTooMany(address: string): Promise<boolean> {
    const found = await this.#limiter.get(address)
    return found !== null && found.consumedPoints >= MOST
  }

  /** Counts a failure. */
  async fail(address: string): Promise<void> {
    await this.#limiter.penalty(address, 1)
  }
}
