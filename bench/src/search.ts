import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, foldText, importIssue, searchNotices, startStore } from '@luoshi/store'
import { searchQueries } from '@luoshi/testing'
import { sql } from 'kysely'
import { prepareIssue } from '../../apps/server/src/gazettes/prepare-issue.ts'
import { searchTermsOf } from '../../apps/server/src/gazettes/search-query.ts'
import { keepWords } from '../../packages/store/src/gazettes/keep-words.ts'
import { issuesToSearch, quantile, recallAndPrecision, seeded } from './search-corpus.ts'
import { flexSearch, ftsTrigrams, miniSearch, pgTrigrams, type SearchEngine, scan } from './search-peers.ts'

/** How often the gazettes are there; the last gives a million passages. */
const COPIES = (process.env['LUOSHI_BENCH_COPIES'] ?? '1,5,20,100,220').split(',').map(Number)
/** Beyond this the engines that live in memory would take minutes to build and gigabytes to hold. */
const MOST_IN_MEMORY = Number(process.env['LUOSHI_BENCH_IN_MEMORY'] ?? 100)
/** Beyond this only ours and the scan are measured. */
const MOST_WITH_PEERS = Number(process.env['LUOSHI_BENCH_WITH_PEERS'] ?? 220)
const PASSES = 3
/** A folder in which the data stay, to be measured again without being loaded; one that ends with the run without it. */
const KEPT = process.env['LUOSHI_BENCH_KEPT']

const queries = searchQueries.flatMap((group) => group.queries)

type PreparedIssue = ReturnType<typeof prepareIssue>
type PreparedInstrument = PreparedIssue['instruments'][number]

interface Measured {
  readonly name: string
  readonly build: number
  readonly times: readonly number[]
  readonly recall: number
  readonly precision: number
}

/** Search beside its peers: the same passages, the same sixty queries, one run. */
export async function benchSearch(say: (line: string) => void): Promise<void> {
  const issues = issuesToSearch().map(({ issue, text }) => prepareIssue(issue, text))
  const notices = issues.flatMap(({ instruments }) => instruments.map(foldedPassages))
  const passages = notices.flat()
  say(`${passages.length} passages; ${queries.length} queries, ${PASSES} passes after one that warms up; ms`)
  say(
    'Ours: notices that hold every word and the places in them, all counted; ten ranked, marked. Peers: passages that',
  )
  say(
    'hold every word, counted, twenty ids. Recall and precision against an exhaustive scan by the same measure, ours',
  )
  say('also on 400 runs of two, three, four and six characters cut anywhere.')
  const folder = KEPT ?? mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const store = await startWithMemory(folder)
  const { db } = store
  for (const issue of issues) {
    await importIssue(db, issue, { by: 'bench', at: '2026-01-01T00:00:00Z', isPublished: true })
  }
  let copies = await copiesIn(db)
  for (const wanted of COPIES.filter((wanted) => wanted >= copies)) {
    const begin = performance.now()
    await copyGazettes(db, copies, wanted)
    if (wanted > copies) for (const issue of issues) await keepWordsOf(db, issue)
    copies = wanted
    await sql`vacuum analyze gazette_instruments, gazette_passages, gazette_searched, gazette_word_counts,
      gazette_notice_days, gazette_effects`.execute(db)
    const build = performance.now() - begin
    await expectCounts(db, notices, wanted)
    const texts = Array.from({ length: wanted }, () => passages).flat()
    const rows = [
      await measureOurs(db, 'ours', build, {}, wanted === 1),
      await measureOurs(db, 'ours, in one county and in force', build, filters, false),
      ...(await measurePeers(db, texts, folder, wanted)),
    ]
    sayTable(say, wanted, texts.length, rows)
  }
  await sayIndex(db, say)
  await store.stop()
  if (KEPT === undefined) rmSync(folder, { recursive: true, force: true })
}

function foldedPassages({ passages }: PreparedInstrument): string[] {
  return passages.map(({ text }) => foldText(text))
}

/** What each import does besides storing: words that are frequent among all that there is now are counted. */
async function keepWordsOf(db: Database, { instruments }: PreparedIssue): Promise<void> {
  await db.transaction().execute((transaction) => keepWords(transaction, instruments.flatMap(foldedPassages)))
}

/** As many notices and places must be found as a scan finds, times the copies. */
async function expectCounts(
  db: Database,
  notices: readonly (readonly string[])[],
  copies: number,
): Promise<void> {
  for (const query of queries) {
    const terms = searchTermsOf(query)
    const words = terms.map((spellings) => spellings.map(foldText))
    const places = [...placesOfNotices(notices.entries(), words).values()]
    const wanted = {
      count: places.length * copies,
      placeCount: copies * places.reduce((sum, one) => sum + one, 0),
    }
    const { count, placeCount } = await searchNotices(db, { terms, limit: 1 })
    if (count !== wanted.count || placeCount !== wanted.placeCount) {
      throw new Error(
        `${query}: ${count} notices, ${placeCount} places; a scan finds ${JSON.stringify(wanted)}`,
      )
    }
  }
}

/** Of each notice that holds every word, by its place, how many passages hold one. */
function placesOfNotices<Key>(
  notices: Iterable<readonly [Key, readonly string[]]>,
  words: readonly (readonly string[])[],
): Map<Key, number> {
  const found = new Map<Key, number>()
  for (const [key, parts] of notices) {
    if (!words.every((spellings) => parts.some((part) => spellings.some((word) => part.includes(word)))))
      continue
    found.set(key, parts.filter((part) => words.flat().some((word) => part.includes(word))).length)
  }
  return found
}

/** A store whose server has a gigabyte for what it reads, as those of the peers that were measured elsewhere. */
async function startWithMemory(folder: string) {
  for (;;) {
    const store = await startStore({ folder, url: null, masterKeys: null })
    if (store.kind === 'refused') throw new Error(store.message)
    const { rows } = await sql<{ shared_buffers: string }>`show shared_buffers`.execute(store.db)
    if (rows[0]?.shared_buffers === '1GB') return store
    await sql`alter system set shared_buffers = '1GB'`.execute(store.db)
    await store.stop()
  }
}

/** How often the gazettes are there. */
async function copiesIn(db: Database): Promise<number> {
  const { rows } = await sql<{ copies: number }>`
    select (count(*) / count(*) filter (where position('~' in id) = 0))::integer as copies
    from gazette_instruments`.execute(db)
  return rows[0]?.copies ?? 1
}

const filters = { county: 'wutai', inForceOn: '2026-01-01' }

/** More copies of every notice and passage, each with an id of its own; the index is made anew over all of them. */
async function copyGazettes(db: Database, from: number, to: number): Promise<void> {
  if (to <= from) return
  const copies = sql`generate_series(${from + 1}::integer, ${to}::integer) copy`
  await sql`drop index gazette_searched_runs`.execute(db)
  await sql`
    insert into gazette_instruments
    select copied.* from gazette_instruments i cross join ${copies}
    cross join lateral jsonb_populate_record(i, jsonb_build_object('id', i.id || '~' || copy,
      'place', i.place || '~' || copy, 'address', i.address || '~' || copy,
      'number', nextval(pg_get_serial_sequence('gazette_instruments', 'number')))) copied
    where position('~' in i.id) = 0`.execute(db)
  await sql`
    insert into gazette_passages
    select copied.* from gazette_passages p cross join ${copies}
    cross join lateral jsonb_populate_record(p, jsonb_build_object('instrument', p.instrument || '~' || copy)) copied
    where position('~' in p.instrument) = 0 order by copy, p.ordinal`.execute(db)
  await sql`
    insert into gazette_searched
    select c.number, s.ordinal, s.county, s.folded
    from gazette_searched s
    join gazette_instruments i on i.number = s.notice and position('~' in i.id) = 0
    cross join ${copies}
    join gazette_instruments c on c.county = i.county and c.id = i.id || '~' || copy
    order by c.number, s.ordinal`.execute(db)
  await sql`
    create table copied as
    select i.number as original, c.number >> 10 as block, (c.number & 1023) << 21 as within
    from gazette_instruments i cross join ${copies}
    join gazette_instruments c on c.county = i.county and c.id = i.id || '~' || copy
    where position('~' in i.id) = 0`.execute(db)
  await sql`
    insert into gazette_word_counts as known
    select r.word, r.county, made.block, made.counts
    from gazette_word_counts r cross join lateral (
      select c.block, array_agg(c.within | (counted & 2097151)) as counts
      from unnest(r.counts) counted join copied c on c.original = ((r.block << 10) | (counted >> 21))
      group by c.block) made
    on conflict (word, county, block) do update set counts = known.counts || excluded.counts`.execute(db)
  await sql`drop table copied`.execute(db)
  await sql`
    insert into gazette_notice_days
    select days.* from (select distinct county from gazette_instruments) counties
      cross join gazette_days_of(counties.county) days
    on conflict (county, block) do update set issued = excluded.issued, ended = excluded.ended`.execute(db)
  await db.connection().execute(async (one) => {
    await sql`set maintenance_work_mem = '512MB'`.execute(one)
    await sql`
      create index gazette_searched_runs on gazette_searched using gin (gazette_runs(folded))
      with (fastupdate = off)`.execute(one)
  })
}

async function measureOurs(
  db: Database,
  name: string,
  build: number,
  narrowed: Partial<typeof filters>,
  isChecked: boolean,
): Promise<Measured> {
  const times = await timesOf((query) =>
    searchNotices(db, { terms: searchTermsOf(query), limit: 10, ...narrowed }),
  )
  if (!isChecked) return { name, build, times, recall: Number.NaN, precision: Number.NaN }
  const { recall, precision } = await checkOurs(db)
  return { name, build, times, recall, precision }
}

/** Every place of every notice that is found, beside those that a scan of all passages finds. */
async function checkOurs(db: Database): Promise<{ recall: number; precision: number }> {
  const rows = await db
    .selectFrom('gazette_passages')
    .select(['county', 'instrument', 'text'])
    .orderBy('county')
    .orderBy('instrument')
    .orderBy('ordinal')
    .execute()
  const byNotice = Map.groupBy(rows, ({ county, instrument }) => `${county} ${instrument}`)
  const texts = new Map([...byNotice].map(([key, parts]) => [key, parts.map(({ text }) => foldText(text))]))
  const shares: { recall: number; precision: number }[] = []
  const asked = [...queries.map(searchTermsOf), ...randomRuns([...texts.values()].flat())]
  for (const given of asked) {
    const terms = given.map((spellings) => spellings.map(foldText))
    const wanted = placesOfNotices(texts, terms)
    const { notices } = await searchNotices(db, { terms, limit: 1000 })
    const found = new Map(notices.map(({ head, placeCount }) => [`${head.county} ${head.id}`, placeCount]))
    let shared = 0
    for (const [key, count] of found) shared += Math.min(count, wanted.get(key) ?? 0)
    const total = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((sum, count) => sum + count, 0)
    shares.push({
      recall: wanted.size === 0 ? 1 : shared / total(wanted),
      precision: found.size === 0 ? 1 : shared / total(found),
    })
  }
  return mean(shares)
}

/** A hundred runs each of two, three, four and six characters, cut anywhere. */
function randomRuns(texts: readonly string[]): string[][][] {
  const random = seeded(20210061)
  return [2, 3, 4, 6].flatMap((length) => {
    const long = texts.filter((text) => text.length >= length)
    return Array.from({ length: 100 }, () => {
      const text = long[Math.floor(random() * long.length)] ?? ''
      const start = Math.floor(random() * (text.length - length + 1))
      return [[text.slice(start, start + length)]]
    })
  })
}

async function measurePeers(
  db: Database,
  texts: readonly string[],
  folder: string,
  copies: number,
): Promise<Measured[]> {
  const rows: Measured[] = []
  const truth = scan(texts)
  const add = async (make: () => SearchEngine | Promise<SearchEngine>) => {
    const begin = performance.now()
    const engine = await make()
    const build = performance.now() - begin
    rows.push(await measurePeer(engine, build, copies === 1 ? truth : null))
    return engine
  }
  await add(() => truth)
  if (copies > MOST_WITH_PEERS) return rows
  await add(() => pgTrigrams(db, texts))
  const fts = ftsTrigrams(texts, join(folder, `fts-${copies}.sqlite`))
  await add(() => fts)
  fts.close()
  if (copies > MOST_IN_MEMORY) return rows
  await add(() => flexSearch(texts))
  await add(() => miniSearch(texts))
  return rows
}

async function measurePeer(
  engine: SearchEngine,
  build: number,
  truth: SearchEngine | null,
): Promise<Measured> {
  const wordsOf = (query: string) => query.split(' ').map(foldText)
  const times = await timesOf(async (query) => engine.page(wordsOf(query)))
  if (truth === null) return { name: engine.name, build, times, recall: Number.NaN, precision: Number.NaN }
  const shares: { recall: number; precision: number }[] = []
  for (const query of queries) {
    const words = wordsOf(query)
    shares.push(recallAndPrecision(await engine.all(words), await truth.all(words)))
  }
  return { name: engine.name, build, times, ...mean(shares) }
}

async function timesOf(answer: (query: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let pass = 0; pass <= PASSES; pass++) {
    for (const query of queries) {
      const begin = performance.now()
      await answer(query)
      if (pass > 0) times.push(performance.now() - begin)
    }
  }
  return times
}

function mean(shares: readonly { recall: number; precision: number }[]): {
  recall: number
  precision: number
} {
  const of = (share: (one: { recall: number; precision: number }) => number) =>
    shares.reduce((sum, one) => sum + share(one), 0) / shares.length
  return { recall: of(({ recall }) => recall), precision: of(({ precision }) => precision) }
}

function sayTable(
  say: (line: string) => void,
  copies: number,
  passages: number,
  rows: readonly Measured[],
): void {
  say('')
  say(`×${copies}: ${passages.toLocaleString('en')} passages`)
  say('| engine | build, s | p50, ms | p95, ms | recall | precision |')
  say('|---|---:|---:|---:|---:|---:|')
  for (const { name, build, times, recall, precision } of rows) {
    const share = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(3))
    say(
      `| ${name} | ${(build / 1000).toFixed(1)} | ${quantile(times, 0.5).toFixed(2)} | ${quantile(times, 0.95).toFixed(2)} | ${share(recall)} | ${share(precision)} |`,
    )
  }
}

async function sayIndex(db: Database, say: (line: string) => void): Promise<void> {
  const { rows } = await sql<{ keys: string; counts: string; tables: string; text: string }>`
    select pg_size_pretty(pg_relation_size('gazette_searched_runs')) as keys,
           pg_size_pretty(pg_total_relation_size('gazette_word_counts')) as counts,
           pg_size_pretty(pg_total_relation_size('gazette_searched')) as tables,
           pg_size_pretty(sum(octet_length(folded))) as text from gazette_searched`.execute(db)
  const [size] = rows
  if (size !== undefined)
    say(
      `\nAt the end: text ${size.text}; with its keys ${size.tables} (keys ${size.keys}); counts ${size.counts}`,
    )
}
