import { once } from 'node:events'
import { type Case, openCase, type Procedure, type Programme, transition } from '@luoshi/kernel'
import type { Vault } from '@luoshi/store'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { projectionOf } from '../../packages/store/src/listing/projection.ts'
import { caseKeyOf, sealedData } from '../../packages/store/src/vault/case-key.ts'
import { clerk, programmes, STATES, UNITS } from './cases-programmes.ts'
import { surroundings } from './log-programme.ts'

/** Cases that are written at a time. */
const BATCH = 5000

const TABLES = {
  cases:
    'county, id, programme, procedure, register, unit, owner, state, closed, version, opened, latest, head, body, record_key',
  case_keys: 'county, subject, master, wrapped',
  case_search: 'county, id, scope, text',
  case_order: 'county, id, programme, procedure, field, unit, key',
  timers: 'county, subject, name, at, does, programme, procedure, unit',
} as const

type Lines = Record<keyof typeof TABLES, string[]>

/** A procedure and how many cases it has. */
export interface Kind {
  readonly programme: Programme
  readonly procedure: Procedure
  readonly cases: number
}

/** A hundred procedures, from one with a fifth of all cases down to many with few: as in life. */
export function kindsOf(cases: number): readonly Kind[] {
  const all = programmes.flatMap((programme) =>
    programme.procedures.map((procedure) => ({ programme, procedure })),
  )
  const weights = all.map((_, place) => 1 / (place + 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return all.map((kind, place) => ({ ...kind, cases: Math.round((cases * (weights[place] ?? 0)) / sum) }))
}

/** Numbers from 0 up to 1, the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const CHARACTERS = [
  ...'东西南北上下前后大小新老石水山沟河湾坪岭梁峁塬岔堡寨店庄营铺坡崖泉井桥柳杨松柏槐枣杏桃梨王李张刘陈赵周吴郑孙马胡郭何高林罗宋谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const PROJECTS = [
  '深松整地',
  '设施大棚',
  '危房改造',
  '退耕还林',
  '饮水安全',
  '道路硬化',
  '良种推广',
  '圈舍改建',
  '电商培训',
  '技能鉴定',
]
const KINDS = ['补助申领', '项目验收', '资格认定', '贴息贷款', '以奖代补']

/** A made-up village and project. */
export function wordsOf(random: () => number): { village: string; project: string } {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const village = `${pick(CHARACTERS)}${pick(CHARACTERS)}${random() < 0.3 ? pick(CHARACTERS) : ''}村`
  return { village, project: `${pick(PROJECTS)}${pick(KINDS)}` }
}

/** Writes the cases as their actions would have left them, without the log: lists do not look into it. */
export async function loadCases(client: Client, vault: Vault, kinds: readonly Kind[]): Promise<void> {
  await client.query("set maintenance_work_mem = '1GB'; set synchronous_commit = off")
  const indexes = await takeIndexesAway(client)
  for (const kind of kinds) {
    const templates = templatesOf(kind)
    const random = randomNumbers(kind.cases)
    for (let done = 0; done < kind.cases; done += BATCH) {
      const lines: Lines = { cases: [], case_keys: [], case_search: [], case_order: [], timers: [] }
      const end = Math.min(kind.cases, done + BATCH)
      for (let number = done; number < end; number++) {
        addCase(lines, vault, kind, caseFrom(templates, kind, number, random))
      }
      for (const table of Object.keys(TABLES) as (keyof Lines)[]) await copy(client, table, lines[table])
    }
  }
  await client.query(`
    insert into tallies (county, programme, procedure, is_open, state, unit, value)
    select county, programme, procedure, is_open, state, unit, count(*) from cases group by 1, 2, 3, 4, 5, 6`)
  for (const definition of indexes) await client.query(definition)
  await client.query('vacuum analyze')
}

/** Indexes are built at the end, from all rows at once; the keys of the tables stay. */
async function takeIndexesAway(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
      where tablename = any($1) and indexname not like '%_pkey'`,
    [Object.keys(TABLES)],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

/** A case of the kind in each of its states. */
function templatesOf({ programme, procedure }: Kind): readonly Case[] {
  const context = { ...surroundings, programme }
  const by = { ...clerk, posts: UNITS.map((unit) => ({ role: 'clerk', unit, from: null, until: null })) }
  const input = {
    ...{ number: '1', village: '村', project: '项目', area: '1', people: 1, since: '2026-03-01' },
    ...{ name: '王小明', contact: '13800001234' },
  }
  const opened = openCase(
    procedure,
    { id: '1', county: 'qingyuan', unit: 'town-0', owner: null },
    { by, input },
    context,
  )
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.issues))
  const after = (before: Case, name: string): Case => {
    const done = transition(procedure, before, { name, by }, context)
    if (done.kind === 'refused') throw new Error(JSON.stringify(done.issues))
    return done.case
  }
  const checked = after(opened.case, 'check')
  const audited = after(checked, 'audit')
  return [opened.case, checked, audited, after(audited, 'pay'), after(audited, 'refuse')]
}

/** One in eight goes on; of those that have come to rest, one in ten was refused. */
function caseFrom(templates: readonly Case[], kind: Kind, number: number, random: () => number): Case {
  const place = random() < 0.125 ? Math.floor(random() * 3) : random() < 0.1 ? 4 : 3
  const template = templates[place] as Case
  const opened = new Date(Date.UTC(2024, 2, 1) + Math.floor(random() * 730 * 86_400_000))
  const openedAt =
    place < 3 ? new Date(Date.UTC(2026, 1, 10) + Math.floor(random() * 15 * 86_400_000)) : opened
  const latest = new Date(openedAt.getTime() + Math.floor(random() * 15 * 86_400_000)).toISOString()
  const started = openedAt.toISOString()
  const clock = template.clocks['decide']
  return {
    ...template,
    id: `${kind.procedure.id}-${number}`,
    unit: UNITS[Math.floor(random() * UNITS.length)] ?? '',
    owner: random() < 0.2 ? `citizen-${Math.floor(random() * 20_000)}` : null,
    opened: started,
    latest,
    entered: latest,
    clocks: clock === undefined ? {} : { decide: { ...clock, started, ended: place < 3 ? null : latest } },
    data: {
      number: `N-${String(number).padStart(6, '0')}`,
      ...wordsOf(random),
      area: (random() * 500).toFixed(2),
      people: Math.floor(random() * 9),
      since: started.slice(0, 10),
      name: '王小明',
      contact: `138${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
    },
  }
}

function addCase(lines: Lines, vault: Vault, { programme, procedure }: Kind, made: Case): void {
  const { county, id, unit, owner, state, opened, latest } = made
  const key = caseKeyOf(vault, county, id, null)
  const { search, order } = projectionOf(vault, programme, procedure, made)
  const body = { ...made, data: sealedData(procedure, key, made.data) }
  const closed = procedure.states[state]?.final ?? null
  const version = STATES.indexOf(state as (typeof STATES)[number]) + 1
  const head = '0'.repeat(64)
  const { register } = procedure
  lines.cases.push(
    line([
      county,
      id,
      programme.id,
      procedure.id,
      register,
      unit,
      owner,
      state,
      closed,
      version,
      opened,
      latest,
      head,
      JSON.stringify(body),
      null,
    ]),
  )
  if (key.unstored !== null) {
    lines.case_keys.push(
      line([county, id, key.unstored.master, `\\x${key.unstored.wrapped.toString('hex')}`]),
    )
  }
  const scope = search.scope.map((term) => `"${term.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)
  lines.case_search.push(line([county, id, `{${scope.join(',')}}`, search.text]))
  for (const [field, value] of Object.entries(order)) {
    lines.case_order.push(line([county, id, programme.id, procedure.id, field, unit, value]))
  }
  if (closed === null) {
    const at = new Date(Date.parse(opened) + 28 * 86_400_000).toISOString()
    lines.timers.push(
      line([county, id, 'limit/decide', at, '{"kind":"flag"}', programme.id, procedure.id, unit]),
    )
  }
}

function line(values: readonly (string | number | null)[]): string {
  const written = values.map((value) =>
    value === null
      ? '\\N'
      : String(value).replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t'),
  )
  return `${written.join('\t')}\n`
}

async function copy(client: Client, table: keyof Lines, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const stream = client.query(copyFrom(`copy ${table} (${TABLES[table]}) from stdin`))
  stream.end(lines.join(''))
  await once(stream, 'finish')
}
