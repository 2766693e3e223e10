import { DatabaseSync } from 'node:sqlite'
import type { Database } from '@luoshi/store'
import { Charset, Index } from 'flexsearch'
import { sql } from 'kysely'
import MiniSearch from 'minisearch'

/** Answers one query: which passages hold every word, as that engine finds them. */
export interface SearchEngine {
  readonly name: string
  /** How many there are and the first twenty: what a page of results needs. */
  page(words: readonly string[]): unknown
  /** All that are found. */
  all(words: readonly string[]): ReadonlySet<number> | Promise<ReadonlySet<number>>
}

/** Every passage in turn: the floor, and the truth. */
export function scan(passages: readonly string[]): SearchEngine {
  const found = (words: readonly string[], most: number) => {
    const ids: number[] = []
    let count = 0
    for (const [id, text] of passages.entries()) {
      if (!words.every((word) => text.includes(word))) continue
      count++
      if (ids.length < most) ids.push(id)
    }
    return { count, ids }
  }
  return {
    name: 'exhaustive scan in memory',
    page: (words) => found(words, 20),
    all: (words) => new Set(found(words, passages.length).ids),
  }
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

function wordsIn(text: string): string[] {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

/** MiniSearch over words of `Intl.Segmenter`. */
export function miniSearch(passages: readonly string[]): SearchEngine {
  const index = new MiniSearch({ fields: ['text'], tokenize: wordsIn, searchOptions: { combineWith: 'AND' } })
  index.addAll(passages.map((text, id) => ({ id, text })))
  const found = (words: readonly string[]) => index.search(words.join(' ')).map(({ id }) => id as number)
  return { name: 'MiniSearch, Intl.Segmenter', page: found, all: (words) => new Set(found(words)) }
}

/** FlexSearch with its encoder for Chinese, Japanese and Korean. */
export function flexSearch(passages: readonly string[]): SearchEngine {
  const index = new Index({ tokenize: 'strict', encoder: Charset.CJK })
  for (const [id, text] of passages.entries()) index.add(id, text)
  const found = (words: readonly string[]) =>
    index.search(words.join(''), { limit: passages.length }) as number[]
  return { name: 'FlexSearch, CJK', page: found, all: (words) => new Set(found(words)) }
}

/** SQLite's FTS5 with trigrams; words of two characters fall back to LIKE. */
export function ftsTrigrams(passages: readonly string[], file: string): SearchEngine & { close(): void } {
  const db = new DatabaseSync(file)
  db.exec(
    "pragma journal_mode = wal; create virtual table passages using fts5(text, tokenize = 'trigram'); begin",
  )
  const insert = db.prepare('insert into passages (rowid, text) values (?, ?)')
  for (const [id, text] of passages.entries()) insert.run(id, text)
  db.exec('commit')
  const matching = (words: readonly string[]) => {
    const long = words.filter((word) => word.length >= 3)
    const short = words.filter((word) => word.length < 3)
    const conditions = [
      ...(long.length > 0 ? ['passages match ?'] : []),
      ...short.map(() => "text like '%' || ? || '%'"),
    ]
    const match = long.map((word) => `"${word}"`).join(' ')
    return { where: conditions.join(' and '), given: [...(long.length > 0 ? [match] : []), ...short] }
  }
  return {
    name: 'SQLite FTS5 trigram (LIKE under 3)',
    page(words) {
      const { where, given } = matching(words)
      const count = db.prepare(`select count(*) as n from passages where ${where}`).get(...given)
      return [count, db.prepare(`select rowid from passages where ${where} limit 20`).all(...given)]
    },
    all(words) {
      const { where, given } = matching(words)
      const rows = db.prepare(`select rowid as id from passages where ${where}`).all(...given)
      return new Set(rows.map(({ id }) => Number(id)))
    },
    close: () => db.close(),
  }
}

/** PostgreSQL's own trigrams and ILIKE. */
export async function pgTrigrams(db: Database, passages: readonly string[]): Promise<SearchEngine> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`drop table if exists peer_passages`.execute(db)
  await sql`create table peer_passages (id integer primary key, text text not null)`.execute(db)
  const AT_ONCE = 20_000
  for (let first = 0; first < passages.length; first += AT_ONCE) {
    const part = passages.slice(first, first + AT_ONCE)
    const ids = part.map((_, index) => first + index)
    await sql`insert into peer_passages select * from unnest(${ids}::integer[], ${part}::text[])`.execute(db)
  }
  await sql`create index peer_trigrams on peer_passages using gin (text gin_trgm_ops)`.execute(db)
  await sql`analyze peer_passages`.execute(db)
  const like = (words: readonly string[]) =>
    sql.join(
      words.map((word) => sql`text ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
      sql` and `,
    )
  return {
    name: 'PostgreSQL pg_trgm + ILIKE',
    page: async (words) => [
      await sql`select count(*) from peer_passages where ${like(words)}`.execute(db),
      await sql`select id from peer_passages where ${like(words)} limit 20`.execute(db),
    ],
    async all(words) {
      const { rows } = await sql<{ id: number }>`select id from peer_passages where ${like(words)}`.execute(
        db,
      )
      return new Set(rows.map(({ id }) => id))
    },
  }
}
