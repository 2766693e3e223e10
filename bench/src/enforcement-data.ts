import { hash } from 'node:crypto'
import { once } from 'node:events'
import { type Case, findProcedure, type Outcome, type Procedure } from '@luoshi/kernel'
import type { Vault } from '@luoshi/store'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { projectionOf } from '../../packages/store/src/listing/projection.ts'
import { canonicalJson } from '../../packages/store/src/log/digest.ts'
import type { Entry } from '../../packages/store/src/log/entry.ts'
import { enforcement } from '../../programmes/enforcement/index.ts'
import {
  day,
  decision,
  documented,
  must,
  proposal,
  told,
} from '../../programmes/enforcement/penalty-case.test-support.ts'
import { dumped, people, settled } from '../../programmes/enforcement/world.test-support.ts'

const BATCH = 1000

const TABLES = {
  actions: 'county, subject, sequence, kind, actor, at, cite, payload, previous, digest',
  cases:
    'county, id, programme, procedure, register, unit, owner, state, closed, version, opened, latest, head, body, record_key',
  case_search: 'county, id, scope, text',
  case_order: 'county, id, programme, procedure, field, unit, key',
} as const

type Done = Extract<Outcome, { kind: 'done' }>

/** One case in so many goes on, as in a county at work; of those one in fifty is without any record. */
const OPEN_EVERY = Number(process.env['LUOSHI_BENCH_OPEN_EVERY'] ?? 50)
const BARE_EVERY = 50

const {
  idNumber: _id,
  person: _person,
  ...organised
} = {
  ...dumped,
  partyKind: 'organisation',
  organisation: '清源县上河砂石有限公司',
}

/**
 * A case of an organisation, closed after twenty actions, and one that is being investigated; the piece of evidence and
 * the signed record that each has.
 */
function templates() {
  const { wu, head, reviewer } = people
  const county = settled('2023-05-08T10:00:00+08:00')
  must(county.open('ordinary', 'c', wu, organised))
  must(county.act('c', 'approve', head))
  const open = county.done.get('c') ?? []
  documented(county, 'c', dumped.number)
  day(county, '2023-05-12')
  must(county.act('c', 'conclude', wu))
  must(county.act('c', 'propose', wu, { input: proposal }))
  day(county, '2023-05-15')
  must(county.act('c', 'tell', wu, { input: told }))
  const defence = { defence: '请求从轻。', defenceAnswer: '不予采纳。' }
  for (let time = 0; time < 4; time++) must(county.act('c', 'defend', wu, { input: defence }))
  day(county, '2023-05-23')
  must(county.act('c', 'lapse', wu))
  day(county, '2023-05-24')
  const opinion = { reviewOpinion: 'agree', reviewNotes: '同意', reviewerName: '沈和' }
  must(county.act('c', 'review', reviewer, { input: opinion }))
  const talk = { discussion: '一致同意', discussedOn: '2023-05-24', attendees: '全体' }
  must(county.act('c', 'discuss', head, { input: talk }))
  must(county.act('c', 'decide', head, { input: decision }))
  const service = { servedOn: '2023-05-24', serviceWay: 'direct', receiver: '单位' }
  must(county.act('c', 'serve', wu, { input: service }))
  const published = { publishedOn: '2023-05-24', publicationNumber: '公示-1' }
  must(county.act('c', 'publish', wu, { input: published, links: [{ kind: 'publication', case: 'p' }] }))
  const part = { paid: '500', partPaidOn: '2023-05-24', receipt: '票-1' }
  for (let time = 0; time < 3; time++) must(county.act('c', 'payPart', wu, { input: part }))
  const paid = { paid: '1000', paidOn: '2023-05-24', receipt: '票-2', stayedDays: 0 }
  must(county.act('c', 'pay', wu, { input: paid }))
  must(county.act('c', 'close', head, { input: { result: '结案', volumes: 20 } }))
  const done = (id: string) => county.done.get(id) ?? []
  return { closed: done('c'), open, evidence: done('c-e'), record: done('c-r') }
}

/** Stand in a pattern for what differs from case to case. */
const MARK = {
  subject: '@@subject@@',
  number: '@@number@@',
  unit: '@@unit@@',
  previous: '@@previous@@',
} as const

/** One action of a kind of case, written once: what its digest is over, and its row. */
interface Pattern {
  readonly canonical: string
  readonly row: string
}

/** A kind of case or record, with each of its actions as a pattern. */
interface Kind {
  readonly procedure: Procedure
  /** Stands between `penalty-` and the number in its id. */
  readonly name: string
  /** What of its data differs from case to case. */
  readonly own: Readonly<Record<string, string>>
  readonly last: Case
  readonly patterns: readonly Pattern[]
}

function kindOf(procedureId: string, name: string, own: Kind['own'], done: readonly Done[]): Kind {
  const procedure = findProcedure(enforcement, procedureId)
  const last = done.at(-1)?.case
  if (procedure === undefined || last === undefined) throw new Error(`nothing of ${procedureId}`)
  return { procedure, name, own, last, patterns: done.map((one, at) => patternOf(procedure, own, one, at)) }
}

function patternOf(
  { id: procedure, version }: Procedure,
  own: Kind['own'],
  { event, effects, verdicts }: Done,
  place: number,
): Pattern {
  const { id: programme } = enforcement
  const opened = { unit: MARK.unit, owner: null, programme, procedure, version }
  const input = place === 0 ? { ...event.input, ...own } : event.input
  const entry: Omit<Entry, 'digest'> = {
    county: 'qingyuan',
    subject: MARK.subject,
    sequence: place + 1,
    kind: place === 0 ? 'opening' : 'action',
    actor: event.by,
    cite: null,
    payload: { event: { ...event, input }, effects, verdicts, ...(place === 0 ? { opened } : {}) },
    previous: place === 0 ? null : MARK.previous,
    request_key: null,
    request_digest: null,
  }
  const { county, subject, sequence, kind, actor, payload, previous } = entry
  const row = line([
    county,
    subject,
    sequence,
    kind,
    actor,
    event.at,
    null,
    JSON.stringify(payload),
    previous,
  ])
  return { canonical: canonicalJson(entry), row: row.slice(0, -1) }
}

/** Writes cases and their records with their whole logs, chained and listed; goes on where an earlier load was ended. */
export async function loadEnforcement(client: Client, vault: Vault, cases: number): Promise<void> {
  await client.query('set synchronous_commit = off')
  const { closed, open, evidence, record } = templates()
  const numbered = { number: MARK.number }
  const kinds = {
    closed: kindOf('ordinary', '', numbered, closed),
    open: kindOf('ordinary', '', numbered, open),
    evidence: kindOf('evidence', 'e-', { number: `${MARK.number}-证1`, case: MARK.number }, evidence),
    record: kindOf('record', 'r-', { number: `${MARK.number}-笔1`, case: MARK.number }, record),
  }
  const { rows } = await client.query<{ cases: string; tallies: string }>(
    `select (select count(*) from cases where procedure = 'ordinary') as cases,
            (select count(*) from tallies) as tallies`,
  )
  const begun = Number(rows[0]?.cases ?? 0)
  if (begun >= cases && rows[0]?.tallies !== '0') return
  let written: Promise<void> = Promise.resolve()
  for (let first = begun; first < cases; first += BATCH) {
    const lines: Record<keyof typeof TABLES, string[]> = {
      actions: [],
      cases: [],
      case_search: [],
      case_order: [],
    }
    for (let number = first; number < Math.min(cases, first + BATCH); number++) {
      const isOpen = number % OPEN_EVERY === 0
      const isBare = isOpen && number % (OPEN_EVERY * BARE_EVERY) === 0
      const onRecord = isBare ? [] : [kinds.evidence, kinds.record]
      for (const kind of [isOpen ? kinds.open : kinds.closed, ...onRecord])
        add(lines, vault, kind, number, number % 2 === 0 ? 'east' : 'west')
    }
    // While the server writes these, the next are made.
    await written
    written = copyAll(client, lines)
  }
  await written
  await client.query(`
    delete from tallies;
    insert into tallies (county, programme, procedure, is_open, state, unit, value)
    select county, programme, procedure, is_open, state, unit, count(*) from cases group by 1, 2, 3, 4, 5, 6`)
  await client.query('vacuum analyze')
}

function add(
  lines: Record<keyof typeof TABLES, string[]>,
  vault: Vault,
  { procedure, name, own, last, patterns }: Kind,
  number: number,
  unit: string,
): void {
  const id = `penalty-${name}${number}`
  const named = `罚-${number}`
  let head = ''
  for (const { canonical, row } of patterns) {
    const previous = head
    const filled = (pattern: string) =>
      pattern
        .replaceAll(MARK.subject, id)
        .replaceAll(MARK.number, named)
        .replaceAll(MARK.unit, unit)
        .replaceAll(MARK.previous, previous)
    head = hash('sm3', filled(canonical), 'hex')
    lines.actions.push(`${filled(row)}\t${head}\n`)
  }
  const data = Object.entries(own).map(([field, mark]) => [field, mark.replaceAll(MARK.number, named)])
  const made: Case = { ...last, id, unit, owner: null, data: { ...last.data, ...Object.fromEntries(data) } }
  const { search, order } = projectionOf(vault, enforcement, procedure, made)
  const final = procedure.states[made.state]?.final ?? null
  lines.cases.push(
    line([
      ...[made.county, id, enforcement.id, procedure.id, procedure.register, unit, null, made.state, final],
      ...[patterns.length, made.opened, made.latest, head, JSON.stringify(made), null],
    ]),
  )
  const scope = search.scope.map((term) => `"${term.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)
  lines.case_search.push(line([made.county, id, `{${scope.join(',')}}`, search.text]))
  for (const [field, key] of Object.entries(order)) {
    lines.case_order.push(line([made.county, id, enforcement.id, procedure.id, field, unit, key]))
  }
}

async function copyAll(
  client: Client,
  lines: Readonly<Record<keyof typeof TABLES, string[]>>,
): Promise<void> {
  await client.query('begin')
  for (const table of Object.keys(TABLES) as (keyof typeof TABLES)[]) await copy(client, table, lines[table])
  await client.query('commit')
}

function line(values: readonly (string | number | null)[]): string {
  const written = values.map((value) =>
    value === null
      ? '\\N'
      : String(value).replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t'),
  )
  return `${written.join('\t')}\n`
}

async function copy(client: Client, table: keyof typeof TABLES, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${TABLES[table]}) from stdin`))
  stream.end(lines.join(''))
  await once(stream, 'finish')
}
