import type { Logger } from 'pino'

/** Milliseconds after which a service that does not answer is given up. */
const PATIENCE = 10_000

/** What checks that a name and an id number belong together: the county's own identity service, where it has one. */
export interface IdentityAdapter {
  verify(person: {
    readonly name: string
    readonly idNumber: string
  }): Promise<'same' | 'different' | 'unknown'>
}

/** Asks an identity service by a web hook: `{"name", "idNumber"}` in, `{"same": true}` out. */
export function webhookIdentity(url: string, token: string | null, log: Logger): IdentityAdapter {
  return {
    async verify(person) {
      const headers = {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      }
      try {
        const signal = AbortSignal.timeout(PATIENCE)
        const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(person), signal })
        const told = (await answer.json()) as { same?: unknown }
        if (!answer.ok || typeof told.same !== 'boolean') return 'unknown'
        return told.same ? 'same' : 'different'
      } catch (error) {
        log.error({ err: error }, 'the identity service did not answer')
        return 'unknown'
      }
    },
  }
}
