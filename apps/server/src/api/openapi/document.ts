import schemas from '@luoshi/client/schemas' with { type: 'json' }
import { type Programme, proceduresOf } from '@luoshi/kernel'
import { caseOperations } from './case-operations.ts'
import { catalogueOperations } from './catalogue-operations.ts'
import { countyOperations } from './county-operations.ts'
import { enforcementOperations } from './enforcement-operations.ts'
import { type Operation, ref } from './operation.ts'
import { procedureOperations } from './procedure-operations.ts'
import { sessionOperations } from './session-operations.ts'
import { supervisionOperations } from './supervision-operations.ts'

/** An OpenAPI document. */
export type OpenApi = Readonly<Record<string, unknown>>

/** What does not hang on one procedure, and what can be done with any. */
export const generalOperations: readonly Operation[] = [
  ...sessionOperations,
  ...countyOperations,
  ...catalogueOperations,
  ...supervisionOperations,
  ...enforcementOperations,
  ...caseOperations('/api/v1/{county}/programmes/{programme}/procedures/{procedure}'),
]

/** Every operation of the API with these programmes. */
export function operationsOf(programmes: readonly Programme[]): readonly Operation[] {
  return [
    ...generalOperations,
    ...programmes.flatMap((programme) =>
      proceduresOf(programme).flatMap((procedure) => procedureOperations(programme, procedure)),
    ),
  ]
}

/** The whole API by OpenAPI 3.1, made from the definitions by which it answers. */
export function openApiOf(programmes: readonly Programme[], version: string): OpenApi {
  const operations = operationsOf(programmes)
  const byPath = Map.groupBy(operations, ({ path }) => path)
  return {
    openapi: '3.1.0',
    info: {
      title: '落实接口',
      version,
      description:
        '县里各项制度的台账和办件。以登录后的会话或者接口令牌（Authorization: Bearer）访问；不成功时按 RFC 9457 回答原因、应当怎样和依据的条款。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(
      [...byPath].map(([path, those]) => [
        path,
        Object.fromEntries(those.map((operation) => [operation.method, operationObject(operation)])),
      ]),
    ),
    components: {
      schemas,
      responses: {
        Problem: {
          description: '没有办成：每条理由各一句，写明应当怎样和依据的条款',
          content: { 'application/problem+json': { schema: ref('ProblemView') } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'luoshi' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { token: [] }],
  }
}

function operationObject(operation: Operation): OpenApi {
  const { id, summary, description, tag, sent, answers, isPublic } = operation
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    parameters: parametersOf(operation),
    ...(sent === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              [sent.kind === 'json' ? 'application/json' : 'multipart/form-data']: { schema: sent.schema },
            },
          },
        }),
    responses: {
      [answers.status]: answerObject(answers),
      default: { $ref: '#/components/responses/Problem' },
    },
    ...(isPublic === true ? { security: [] } : {}),
  }
}

function answerObject({ schema }: Operation['answers']): OpenApi {
  if (schema === null) return { description: '已办' }
  if (typeof schema === 'string') {
    return { description: '文件', content: { [schema]: { schema: { contentMediaType: schema } } } }
  }
  return { description: '结果', content: { 'application/json': { schema } } }
}

const pathWords: Readonly<Record<string, string>> = {
  county: '县，如 qingyuan',
  programme: '制度的编号',
  procedure: '流程的编号',
  id: '编号',
  sequence: '第几次办理',
  file: '文书编号和格式，如 decision.pdf',
  digest: '附件的摘要',
  import: '导入的编号',
}

function parametersOf({
  path,
  query = [],
  method,
  isVersioned,
  isRepeatable,
  isPublic,
}: Operation): OpenApi[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: pathWords[name] ?? name,
    schema: { type: 'string' },
  }))
  const headers = [
    ...(method === 'get' || isPublic === true
      ? []
      : [header('X-CSRF-Token', '会话的 csrfToken；用接口令牌的不写')]),
    ...(isVersioned === true ? [header('If-Match', '读到的版本号，如"3"；他人已办理的回答412', true)] : []),
    ...(isRepeatable === true ? [header('Idempotency-Key', '每项办理各用一个；重发时不变，只办一次')] : []),
  ]
  return [...inPath, ...query.map((parameter) => ({ ...parameter, in: 'query' })), ...headers]
}

function header(name: string, description: string, required = false) {
  return { name, in: 'header', description, required, schema: { type: 'string' } }
}
