import type { Logger } from 'pino'

/** What sends codes to telephones. A county brings its own; the made-up one shows them to its administrator. */
export interface CodeSender {
  /** Whether it went out; the sentence that says why not otherwise. */
  send(message: {
    readonly county: string
    readonly phone: string
    readonly code: string
  }): Promise<string | null>
}

/** Seconds after which a gateway that does not answer is given up. */
const PATIENCE = 10_000

/**
 * Sends by a web hook: a POST of `{"phone", "code", "minutes"}` to the county's message gateway, with a bearer token where
 * one is set. Any 2xx is taken as sent.
 */
export function webhookSender(url: string, token: string | null, log: Logger): CodeSender {
  return {
    async send({ phone, code }) {
      const headers = {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      }
      const body = JSON.stringify({ phone, code, minutes: CODE_MINUTES })
      const signal = AbortSignal.timeout(PATIENCE)
      const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch((error: unknown) => {
        log.error({ err: error }, 'the message gateway did not answer')
        return null
      })
      if (answer?.ok) return null
      if (answer !== null) log.error({ status: answer.status }, 'the message gateway refused a code')
      return '验证码没有发出去，请过一会儿再试，或者到任何一个政务服务窗口办理。'
    },
  }
}

/** Minutes for which a code is good. */
export const CODE_MINUTES = 5

/** A code that was shown instead of sent. */
export interface ShownCode {
  readonly at: string
  /** 138****5678 */
  readonly phone: string
  readonly code: string
}

/** Shows codes to the administrator of the made-up county and sends nothing. */
export class ShownCodes implements CodeSender {
  readonly #shown: ShownCode[] = []
  readonly #clock: () => string

  constructor(clock: () => string) {
    this.#clock = clock
  }

  async send({ phone, code }: { readonly phone: string; readonly code: string }): Promise<null> {
    const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`
    this.#shown.unshift({ at: this.#clock(), phone: masked, code })
    this.#shown.splice(20)
    return null
  }

  /** The latest first. */
  get latest(): readonly ShownCode[] {
    return this.#shown
  }
}

/** Where neither is there: nobody can be sent a code, and is told where to go. */
export const noSender: CodeSender = {
  send: async () => '本县还没有开通短信验证码，请到任何一个政务服务窗口办理。',
}
