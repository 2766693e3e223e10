import { findCase } from '@luoshi/store'
import type { DeskSite } from './desk-site.ts'

/** A browser: what it sends, with its cookies. */
export class Visitor {
  #cookie = ''

  async ask(
    url: string,
    init: RequestInit = {},
  ): Promise<{ readonly status: number; readonly text: string }> {
    const headers = new Headers(init.headers)
    headers.set('cookie', this.#cookie)
    const answer = await fetch(url, { redirect: 'manual', ...init, headers })
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    if (set.length > 0) this.#cookie = set.join('; ')
    return { status: answer.status, text: await answer.text() }
  }

  post(url: string, fields: Readonly<Record<string, string>>) {
    return this.ask(url, { method: 'POST', body: new URLSearchParams(fields) })
  }
}

/** An officer of the demo county, as what does actions by the API. */
export class Officer extends Visitor {
  readonly #site: DeskSite
  readonly #programme: string
  #csrf = ''

  constructor(site: DeskSite, programme: string) {
    super()
    this.#site = site
    this.#programme = programme
  }

  async signIn(username: string): Promise<this> {
    await this.post(`${this.#site.address}/sign-in/demo`, { username, next: '/healthz' })
    const session = await this.ask(`${this.#site.address}/api/v1/session`)
    this.#csrf = (JSON.parse(session.text) as { csrfToken: string }).csrfToken
    return this
  }

  send(path: string, body: unknown) {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': this.#csrf }
    return this.ask(`${this.#site.address}/api/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    })
  }

  async act(procedure: string, id: string, action: string, body: object = {}): Promise<number> {
    const at = `qingyuan/programmes/${this.#programme}/procedures/${procedure}/cases/${id}`
    const { case: found } = (await findCase(this.#site.services.db, 'qingyuan', id)) ?? {}
    const headers = {
      'content-type': 'application/json',
      'x-csrf-token': this.#csrf,
      'if-match': `"${found?.events}"`,
    }
    const url = `${this.#site.address}/api/v1/${at}/actions/${action}`
    return (await this.ask(url, { method: 'POST', body: JSON.stringify(body), headers })).status
  }

  async limitsOf(procedure: string, id: string): Promise<string> {
    const at = `qingyuan/programmes/${this.#programme}/procedures/${procedure}/cases/${id}`
    return (await this.ask(`${this.#site.address}/api/v1/${at}`)).text
  }
}
