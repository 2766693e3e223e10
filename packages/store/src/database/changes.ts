import type { Client } from 'pg'
import { soleClient } from './connect.ts'
import type { Database } from './tables.ts'

/** Something that was kept changed in the database. */
export interface Change {
  readonly kind: 'session' | 'token' | 'account' | 'record' | 'gazette'
  readonly county: string
  /** Digest of a session or token, id of an officer or of a register, number of a document; empty for a county's lists. */
  readonly key: string
}

/** Hears of changes that any process made. */
export interface Changes {
  /** Whether nothing is missed at present. While not, nothing may be kept. */
  readonly isHearing: boolean
  /** Calls back with each change; with null where some may have been missed. Gives what ends it. */
  subscribe(heard: (change: Change | null) => void): () => void
  stop(): Promise<void>
}

/** Channel of the triggers that tell of changes. */
const CHANNEL = 'luoshi_changes'

/** How long until a lost connection is made again, and how often it is tried whether it still answers. Milliseconds. */
const [RETRY_AFTER, ASK_EVERY, ANSWER_WITHIN] = [1000, 10_000, 5000]

/** Listens on a connection of its own until stopped; one that is lost is made again. */
export async function listenForChanges(db: Database): Promise<Changes> {
  const listener = new Listener(db)
  await listener.connect()
  return listener
}

class Listener implements Changes {
  readonly #db: Database
  readonly #subscribers = new Set<(change: Change | null) => void>()
  #client: Client | null = null
  #waiting: NodeJS.Timeout | null = null
  #isStopped = false
  isHearing = false

  constructor(db: Database) {
    this.#db = db
  }

  subscribe(heard: (change: Change | null) => void): () => void {
    this.#subscribers.add(heard)
    return () => void this.#subscribers.delete(heard)
  }

  async connect(): Promise<void> {
    const client = soleClient(this.#db)
    this.#client = client
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    client.on('notification', ({ payload }) => this.#tell(changeFrom(payload)))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch {
      this.#lose(client)
      return
    }
    if (this.#client !== client) return
    this.isHearing = true
    this.#tell(null)
    this.#later(ASK_EVERY, () => void this.#ask(client))
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.isHearing = false
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => undefined)
  }

  /** A connection can be dead without anyone being told: nothing was lost only if it answers. */
  async #ask(client: Client): Promise<void> {
    const tooLate = setTimeout(() => this.#lose(client), ANSWER_WITHIN)
    tooLate.unref()
    try {
      await client.query('select 1')
      if (this.#client === client) this.#later(ASK_EVERY, () => void this.#ask(client))
    } catch {
      this.#lose(client)
    } finally {
      clearTimeout(tooLate)
    }
  }

  #lose(client: Client): void {
    if (this.#client !== client) return
    this.#client = null
    this.isHearing = false
    this.#tell(null)
    client.end().catch(() => undefined)
    if (!this.#isStopped) this.#later(RETRY_AFTER, () => void this.connect())
  }

  #later(milliseconds: number, what: () => void): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = setTimeout(what, milliseconds)
    this.#waiting.unref()
  }

  #tell(change: Change | null): void {
    for (const heard of this.#subscribers) heard(change)
  }
}

function changeFrom(payload: string | undefined): Change | null {
  return payload === undefined ? null : (JSON.parse(payload) as Change)
}
