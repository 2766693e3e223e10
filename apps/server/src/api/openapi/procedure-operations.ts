import {
  type ActionDefinition,
  actionsIn,
  allActions,
  caseFieldsOf,
  caseSchemaOf,
  citeOf,
  citeText,
  findFieldMeta,
  jsonSchemaOf,
  openingFieldsOf,
  type Procedure,
  type Programme,
  personalFieldsOf,
  sortableFieldsOf,
} from '@luoshi/kernel'
import { listParameters, type Operation, type Parameter, ref, type Schema, WORKBOOK } from './operation.ts'

/** What one procedure adds to the document: its own list, opening, and each of its actions with what they ask for. */
export function procedureOperations(programme: Programme, procedure: Procedure): readonly Operation[] {
  const base = `/api/v1/{county}/programmes/${programme.id}/procedures/${procedure.id}`
  const name = `${programme.id}.${procedure.id}`
  const tag = programme.title
  return [
    {
      method: 'get',
      path: `${base}/cases`,
      id: `${name}.list`,
      summary: `列出“${procedure.title}”`,
      tag,
      query: queryOf(procedure),
      answers: { status: 200, schema: ref('CasePage') },
    },
    {
      method: 'post',
      path: `${base}/cases`,
      id: `${name}.open`,
      summary: procedure.opening.title,
      description: byWhom(programme, procedure.opening),
      tag,
      sent: {
        kind: 'json',
        schema: {
          type: 'object',
          properties: {
            unit: { type: 'string', description: '机构编码；只在一个机构任职的可以不写' },
            owner: { type: ['string', 'null'], description: '申请人编号；不写的为本机构的' },
            input: bodySchema(openingFieldsOf(procedure)),
          },
          required: ['input'],
          additionalProperties: false,
        },
      },
      answers: { status: 201, schema: ref('DoneView') },
      isRepeatable: true,
    },
    {
      method: 'get',
      path: `${base}/first-actions`,
      id: `${name}.firstActions`,
      summary: '立案后随即可以办理的事项，供没有网络时接着填写',
      tag,
      answers: { status: 200, schema: { type: 'array', items: ref('ActionView') } },
    },
    {
      method: 'get',
      path: `${base}/export.xlsx`,
      id: `${name}.exportWorkbook`,
      summary: `导出“${procedure.title}”（表格）`,
      tag,
      query: queryOf(procedure),
      answers: { status: 200, schema: WORKBOOK },
    },
    {
      method: 'get',
      path: `${base}/export.csv`,
      id: `${name}.exportText`,
      summary: `导出“${procedure.title}”（CSV）`,
      tag,
      query: queryOf(procedure),
      answers: { status: 200, schema: 'text/csv' },
    },
    ...(hasPlaces(procedure)
      ? [
          {
            method: 'get',
            path: `${base}/export.geojson`,
            id: `${name}.exportPlaces`,
            summary: `导出“${procedure.title}”（GeoJSON）`,
            tag,
            query: queryOf(procedure),
            answers: { status: 200, schema: 'application/geo+json' },
          } as const,
        ]
      : []),
    ...actionOperations(programme, procedure, `${base}/cases/{id}/actions`, name, tag),
  ]
}

/** Whether its records say where something is. */
function hasPlaces(procedure: Procedure): boolean {
  return Object.values(caseFieldsOf(procedure)).some((field) => findFieldMeta(field)?.control === 'place')
}

/** One address an action, whatever the states in which it can be done. */
function actionOperations(
  programme: Programme,
  procedure: Procedure,
  base: string,
  name: string,
  tag: string,
): Operation[] {
  const byName = Map.groupBy(allActions(procedure), (placed) => placed.name)
  return [...byName].map(([action, placed]) => {
    const [first] = placed
    const definitions = placed.map((one) => one.action)
    const states = Object.entries(procedure.states).filter(
      ([state]) => actionsIn(procedure, state)[action] !== undefined,
    )
    const where = states.map(([, { title }]) => title).join('、')
    return {
      method: 'post',
      path: `${base}/${action}`,
      id: `${name}.actions.${action}`,
      summary: first?.action.title ?? action,
      description: `${first === undefined ? '' : byWhom(programme, first.action)}环节：${where}。`,
      tag,
      sent: { kind: 'json', schema: actSchema(definitions) },
      answers: { status: 200, schema: ref('DoneView') },
      isVersioned: true,
      isRepeatable: true,
    }
  })
}

function actSchema(definitions: readonly ActionDefinition[]): Schema {
  const inputs = definitions.flatMap(({ input }) => (input === undefined ? [] : [bodySchema(input)]))
  const [only, ...others] = inputs
  const input = others.length === 0 ? only : { anyOf: inputs }
  const materials = [
    ...new Set(definitions.flatMap(({ materials: asked = [] }) => asked.map(({ id }) => id))),
  ]
  const links = [...new Set(definitions.flatMap(({ links: kinds = [] }) => kinds.map(({ kind }) => kind)))]
  const needsReason = definitions.every((definition) => definition.needsReason === true)
  return {
    type: 'object',
    properties: {
      ...(input === undefined ? {} : { input }),
      ...(materials.length === 0
        ? {}
        : {
            materials: { type: 'array', items: { enum: materials } },
            attachments: {
              type: 'object',
              propertyNames: { enum: materials },
              additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/FileView' } },
            },
          }),
      ...(links.length === 0
        ? {}
        : {
            links: {
              type: 'array',
              items: {
                type: 'object',
                properties: { kind: { enum: links }, case: { type: 'string' } },
                required: ['kind', 'case'],
              },
            },
          }),
      reason: { type: needsReason ? 'string' : ['string', 'null'] },
    },
    ...(needsReason ? { required: ['reason'] } : {}),
  }
}

/** A form's schema within the document: it names no dialect of its own. */
function bodySchema(fields: Parameters<typeof jsonSchemaOf>[0]): Schema {
  const { $schema: _dialect, ...schema } = jsonSchemaOf(fields)
  return schema
}

function queryOf(procedure: Procedure): readonly Parameter[] {
  const schema = caseSchemaOf(procedure)
  const sortable = ['latest', 'opened', ...sortableFieldsOf(schema).map(({ name }) => name)]
  const personal = new Set(personalFieldsOf(schema).map(({ path: [name] }) => name))
  const states = Object.entries(procedure.states).map(([id, { title }]) => `${id}（${title}）`)
  const own: Readonly<Record<string, Partial<Parameter>>> = {
    state: { description: `环节，几个之间用逗号隔开：${states.join('、')}` },
    sort: { schema: { type: 'string', enum: sortable.flatMap((name) => [name, `-${name}`]) } },
  }
  const fields = Object.keys(schema.def.shape).filter((name) => !personal.has(name))
  return [
    ...listParameters.map((parameter) => ({ ...parameter, ...own[parameter.name] })),
    ...fields.map((name) => ({
      name: `where.${name}`,
      description: `“${name}”等于`,
      schema: { type: 'string' },
    })),
  ]
}

function byWhom({ roles }: Programme, { by, basis }: Pick<ActionDefinition, 'by' | 'basis'>): string {
  const who = [...new Set(by.map(({ role }) => roles[role]?.title ?? role))].join('、')
  return `由${who === '' ? '无人' : who}办理。依据：${citeText(citeOf(basis))}。`
}
