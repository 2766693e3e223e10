import { createHash, randomUUID } from 'node:crypto'
import { isInstant } from '@luoshi/kernel'
import type { Context } from 'hono'
import { z } from 'zod'
import { type ApiIssue, apiIssue } from './api-issues.ts'

/** What a request says, or what is wrong with it. */
export type Told<Value> =
  | { readonly isTold: true; readonly value: Value }
  | { readonly isTold: false; readonly issue: ApiIssue }

const told = <Value>(value: Value): Told<Value> => ({ isTold: true, value })
const untold = (issue: ApiIssue): Told<never> => ({ isTold: false, issue })

const record = z.record(z.string().max(100), z.unknown())
const id = z.string().min(1).max(200)

/** A file as it was answered when it was handed in. */
const fileReference = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().trim().min(1).max(255),
  mediaType: z.string().max(200),
  bytes: z.int().min(1),
})

/** What opening a case, acting on it, correcting it and reading its personal data are sent with. */
export const bodies = {
  open: {
    schema: z.strictObject({
      unit: id.optional(),
      owner: id.nullish(),
      input: record.default({}),
    }),
    wanted: '{"unit": 机构编码, "owner": 申请人编号, "input": {各项内容}}，前两项可以不写',
  },
  act: {
    schema: z.strictObject({
      input: record.default({}),
      materials: z.array(id).max(100).default([]),
      attachments: z.record(id, z.array(fileReference).min(1).max(20)).default({}),
      links: z
        .array(z.strictObject({ kind: id, case: id }))
        .max(100)
        .default([]),
      reason: z.string().max(2000).nullish(),
    }),
    wanted:
      '{"input": {各项内容}, "materials": [材料], "attachments": {材料: [文件]}, "links": [{"kind": 种类, "case": 办件编号}], "reason": 理由}，不需要的可以不写',
  },
  correct: {
    schema: z.strictObject({ changes: record, reason: z.string().max(2000) }),
    wanted: '{"changes": {要改的各项}, "reason": 理由}',
  },
  reveal: {
    schema: z.strictObject({ reason: z.string().max(2000), fields: z.array(id).max(100).optional() }),
    wanted: '{"reason": 用途, "fields": [项目]}，不写项目的为全部',
  },
} as const

/** The body of a request, checked once. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  { schema, wanted }: { readonly schema: Schema; readonly wanted: string },
): Promise<Told<z.output<Schema>>> {
  let given: unknown
  try {
    given = await c.req.json()
  } catch {
    return untold(apiIssue('body-unreadable', { place: '不是JSON', wanted }))
  }
  const parsed = schema.safeParse(given)
  if (parsed.success) return told(parsed.data)
  const [first] = parsed.error.issues
  const keys = first?.code === 'unrecognized_keys' ? first.keys : []
  const place = [...(first?.path ?? []), ...keys].join('.')
  return untold(apiIssue('body-unreadable', { place: place === '' ? '全部' : place, wanted }))
}

/** The version that was read, from `If-Match: "3"`. */
export function readVersion(c: Context): Told<number> {
  const given = c.req.header('if-match')
  if (given === undefined) return untold(apiIssue('version-missing'))
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim()) ?? []
  return version === undefined
    ? untold(apiIssue('version-unreadable', { found: given.slice(0, 40) }))
    : told(Number(version))
}

/** The key of a request that may be sent again, from `Idempotency-Key`; null for one that is sent once. */
export function readKey(c: Context): Told<string | null> {
  const given = c.req.header('idempotency-key')
  if (given === undefined) return told(null)
  const key = given.replace(/^"(.*)"$/, '$1')
  return /^[\w-]{8,100}$/.test(key) ? told(key) : untold(apiIssue('key-unreadable'))
}

/** The moment of which something is asked, from `?at=`; null for the present. */
export function readMoment(c: Context): Told<string | null> {
  const given = c.req.query('at')
  if (given === undefined) return told(null)
  // A plus sign that nobody encoded arrives as a space.
  const at = given.replace(' ', '+')
  return isInstant(at) ? told(at) : untold(apiIssue('moment-unreadable', { found: given.slice(0, 40) }))
}

/** A new case's id: of its own, or the same for each try of one request. */
export function newCaseId(procedure: string, officer: string, key: string | null): string {
  const mark =
    key === null
      ? randomUUID().replaceAll('-', '').slice(0, 20)
      : createHash('sha256').update(`${procedure}\n${officer}\n${key}`).digest('hex').slice(0, 20)
  return `${procedure}-${mark}`
}

/** A key as the log keeps it: nobody meets another's. */
export function requestKey(officer: string, key: string | null): string | null {
  return key === null ? null : `${officer}/${key}`
}
