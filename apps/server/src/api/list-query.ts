import type { CaseOrder } from '@luoshi/store'
import type { Context } from 'hono'
import { z } from 'zod'
import { apiIssue } from './api-issues.ts'
import type { Told } from './requests.ts'

/** What a list was asked for. */
export interface ListQuery {
  readonly q?: string
  readonly states?: readonly string[]
  readonly closed?: 'open' | 'closed' | 'all'
  readonly unit?: string
  readonly sort?: CaseOrder
  readonly after?: string
  readonly limit?: number
  readonly where: Readonly<Record<string, string>>
}

const word = z.string().min(1).max(200)

/** Each name that may stand behind the `?`, and what it may say. */
const known = {
  q: { schema: z.string().max(100), wanted: '至多100字的关键词' },
  state: { schema: word, wanted: '环节的编号，几个之间用逗号隔开' },
  closed: { schema: z.enum(['open', 'closed', 'all']), wanted: 'open、closed 或 all' },
  unit: { schema: word, wanted: '机构编码' },
  sort: { schema: z.string().regex(/^-?[A-Za-z]\w{0,60}$/), wanted: '一个字段名，前面加 - 为倒序' },
  after: { schema: z.string().max(2000), wanted: '上一页给出的 next' },
  limit: { schema: z.coerce.number().int().min(1).max(500), wanted: '1至500的整数' },
} as const

/**
 * The query of a list. A name that is not known is refused: a filter that is misspelt must not show everything.
 *
 * @param others names that somebody else reads
 */
export function readListQuery(c: Context, others: readonly string[] = []): Told<ListQuery> {
  const query: Record<string, unknown> = {}
  const where: Record<string, string> = {}
  for (const [name, value] of Object.entries(c.req.query())) {
    if (others.includes(name)) continue
    if (name.startsWith('where.')) where[name.slice('where.'.length)] = value
    else if (Object.hasOwn(known, name)) {
      const { schema, wanted } = known[name as keyof typeof known]
      const parsed = schema.safeParse(value)
      if (!parsed.success) return { isTold: false, issue: apiIssue('query-refused', { name, wanted }) }
      query[name] = parsed.data
    } else {
      const wanted = `${Object.keys(known).join('、')} 或 where.字段 之一`
      return { isTold: false, issue: apiIssue('query-refused', { name, wanted }) }
    }
  }
  const { state, sort, ...rest } = query
  return {
    isTold: true,
    value: {
      ...rest,
      where,
      ...(typeof state === 'string' ? { states: state.split(',') } : {}),
      ...(typeof sort === 'string' ? { sort: orderOf(sort) } : {}),
    },
  }
}

function orderOf(sort: string): CaseOrder {
  return sort.startsWith('-') ? { by: sort.slice(1), descending: true } : { by: sort, descending: false }
}
