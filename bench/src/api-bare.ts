/** The floor of `npm run bench -- api`: bare Fastify with the same SQL, in a process of its own. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { Pool } from 'pg'
import { isPasswordOf } from '../../apps/server/src/sign-in/password-hash.ts'
import { COUNTY, PAGE, PROCEDURE, PROGRAMME, recordId, units } from './api-records.ts'

const FIND = 'select body, version, head, programme from cases where county = $1 and id = $2'

const LIST = `
  select id, body, version from cases
  where county = $1 and programme = $2 and procedure = $3 and is_open and unit = $4
  order by latest desc, id desc limit ${PAGE}`

const COUNT = `
  select sum(value)::integer as value from tally_sums
  where county = $1 and programme = $2 and procedure = $3 and unit = $4`

/** The rows that opening a case leaves, by hand and in one statement. */
const CREATE = `
  with opened as (
    insert into cases (county, id, programme, procedure, register, unit, state, version, opened, latest, head, body,
                       record_key)
    values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8, $9, $10::jsonb, $18)
  ), logged as (
    insert into actions (county, subject, sequence, kind, actor, at, cite, payload, digest)
    values ($1, $2, 1, 'opening', $11, $8, $12::jsonb, $13::jsonb, $9)
  ), tallied as (
    insert into tally_changes (county, programme, procedure, is_open, state, unit, change)
    values ($1, $3, $4, true, $7, $6, 1)
  ), found as (
    insert into case_search (county, id, scope, text) values ($1, $2, $14, $15)
  )
  insert into case_order (county, id, programme, procedure, field, unit, key)
  select $1, $2, $3, $4, field, $6, key from unnest($16::text[], $17::text[]) as sorted (field, key)`

const SIGN_IN = `
  insert into sessions (county, digest, id, officer, opened, latest, ends, agent, address)
  values ($1, $2, $3, $4, now(), now(), now() + interval '8 hours', 'bench', '127.0.0.1')`

const [, , connectionString = ''] = process.argv
const pool = new Pool({ connectionString, max: 10 })
pool.on('error', () => undefined)

/** Runs a statement that its connection keeps prepared. */
async function run(name: string, text: string, values: readonly unknown[]) {
  return (await pool.query({ name, text, values: [...values] })).rows
}

const [unit] = units
const template = await readTemplate()
const app = Fastify()

app.get('/cases/:id', async (request, reply) => {
  const { id } = request.params as { id: string }
  const [found] = await run('find', FIND, [COUNTY, id])
  if (found === undefined) return reply.code(404).send()
  return found
})

app.get('/cases', async () => {
  const of = [COUNTY, PROGRAMME, PROCEDURE, unit]
  const [rows, [count]] = await Promise.all([run('list', LIST, of), run('count', COUNT, of)])
  return { rows, count }
})

app.post('/cases', async (request, reply) => {
  const { input } = request.body as { input: unknown }
  const id = `${PROCEDURE}-${randomUUID()}`
  const body = { ...template.body, id, data: input }
  const { register, state, head, actor, cite, payload, scope, text, fields, keys } = template
  const at = new Date().toISOString()
  const parts = [JSON.stringify(body), actor, JSON.stringify(cite), JSON.stringify(payload)]
  const values = [COUNTY, id, PROGRAMME, PROCEDURE, register, unit, state, at, head, ...parts]
  await run('create', CREATE, [...values, scope, text, fields, keys, JSON.stringify(input)])
  return reply.code(201).send(body)
})

app.post('/session', async (request, reply) => {
  const { username, password } = request.body as { username: string; password: string }
  const text = 'select officer, name, password from accounts where county = $1 and username = $2'
  const [account] = await run('account', text, [COUNTY, username])
  if (account === undefined || !(await isPasswordOf(account.password, password)))
    return reply.code(401).send()
  const token = randomBytes(32).toString('base64url')
  const digest = createHash('sm3').update(token).digest('hex')
  await run('session', SIGN_IN, [COUNTY, digest, randomUUID(), account.officer])
  return { name: account.name, token }
})

process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await pool.end()
  process.exit(0)
})

/** What a record's opening left, to be written again under other ids. */
async function readTemplate() {
  const of = [COUNTY, recordId(0)]
  const whole = `
    select c.register, c.state, c.head, c.body, a.actor, a.cite, a.payload, s.scope, s.text,
      array(select o.field from case_order o where o.county = $1 and o.id = $2 order by o.field) as fields,
      array(select o.key from case_order o where o.county = $1 and o.id = $2 order by o.field) as keys
    from cases c
      join actions a on a.county = c.county and a.subject = c.id and a.sequence = 1
      join case_search s on s.county = c.county and s.id = c.id
    where c.county = $1 and c.id = $2`
  const [found] = await run('template', whole, of)
  if (found === undefined) throw new Error('there is no record to write again')
  return found
}
