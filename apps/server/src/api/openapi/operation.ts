/** JSON Schema, as far as it is written here. */
export type Schema = Readonly<Record<string, unknown>>

/** What is sent with a request. */
export type Sent =
  | { readonly kind: 'json'; readonly schema: Schema }
  | { readonly kind: 'form'; readonly schema: Schema }

/** One thing that the API does, at one address. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  readonly path: string
  /** Unique: `listCases` */
  readonly id: string
  /** 列出办件 */
  readonly summary: string
  readonly description?: string
  /** Group under which it is listed. */
  readonly tag: string
  readonly query?: readonly Parameter[]
  readonly sent?: Sent
  /** The answer: a schema for JSON, a media type for a file; null for none. */
  readonly answers: { readonly status: 200 | 201 | 202 | 204; readonly schema: Schema | string | null }
  /** Asks for `If-Match`. */
  readonly isVersioned?: boolean
  /** Takes an `Idempotency-Key`. */
  readonly isRepeatable?: boolean
  /** Whether anyone may ask it. */
  readonly isPublic?: boolean
}

/** What may stand behind the `?`. */
export interface Parameter {
  readonly name: string
  readonly description: string
  readonly schema: Schema
}

/** A type of the contract. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` }
}

/** Several of a type of the contract. */
export function listOf(name: string): Schema {
  return { type: 'array', items: ref(name) }
}

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The query of every list. */
export const listParameters: readonly Parameter[] = [
  { name: 'q', description: '关键词，几个之间用空格隔开', schema: { type: 'string', maxLength: 100 } },
  { name: 'state', description: '环节的编号，几个之间用逗号隔开', schema: { type: 'string' } },
  {
    name: 'closed',
    description: '在办、办结或全部',
    schema: { type: 'string', enum: ['open', 'closed', 'all'] },
  },
  { name: 'unit', description: '机构编码', schema: { type: 'string' } },
  { name: 'sort', description: '按哪个字段排序，前面加 - 为倒序', schema: { type: 'string' } },
  { name: 'after', description: '上一页给出的 next', schema: { type: 'string' } },
  {
    name: 'limit',
    description: '每页几条',
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 20 },
  },
]
