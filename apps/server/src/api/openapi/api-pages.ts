import { type Programme, proceduresOf } from '@luoshi/kernel'
import { html } from 'hono/html'
import { type Html, page, pageHead } from '../../web/layout.ts'
import { generalOperations } from './document.ts'
import type { Operation, Schema } from './operation.ts'
import { procedureOperations } from './procedure-operations.ts'

/** The API for people: what does not hang on a programme, and the programmes. */
export function allPage(programmes: readonly Programme[]): Html {
  return page(
    { title: '接口', section: 'data' },
    html`${pageHead('接口', html`其他系统可以用接口查询和办理。全部接口的机器可读说明（OpenAPI 3.1）：<a href="/api/v1/openapi.json">openapi.json</a>。`)}
<p>登录工作台后在“设置”里生成接口令牌，写明范围和天数，请求时写在 <code>Authorization: Bearer</code> 之后。办理时写上读到的版本号（<code>If-Match</code>）；每项办理各用一个 <code>Idempotency-Key</code>，重发时不变，只办一次。</p>
<h2>各项制度</h2>
<ul class="latest">${programmes.map(({ id, title }) => html`<li><a href="/api/programmes/${id}">${title}</a></li>`)}</ul>
<h2>通用</h2>
${generalOperations.map((operation) => operationSection(operation))}`,
  )
}

/** The API of one programme: its lists, openings and actions, with what each asks for. */
export function programmePage(programme: Programme): Html {
  const operations = proceduresOf(programme).flatMap((procedure) => procedureOperations(programme, procedure))
  return page(
    { title: `${programme.title}的接口`, section: 'data' },
    html`${pageHead(programme.title, html`<a href="/api/">接口</a>　依据和流程见<a href="/programmes/${programme.id}">制度</a>。`)}
${operations.map((operation) => operationSection(operation))}`,
  )
}

function operationSection({
  method,
  path,
  summary,
  description,
  sent,
  isVersioned,
  isRepeatable,
}: Operation): Html {
  return html`<section>
<h3>${summary}</h3>
<p><code>${method.toUpperCase()} ${path}</code></p>
${description === undefined ? '' : html`<p>${description}</p>`}
${isVersioned === true ? html`<p>应写 <code>If-Match</code>${isRepeatable === true ? html`，可写 <code>Idempotency-Key</code>` : ''}。</p>` : ''}
${sent === undefined ? '' : fieldsTable(sent.schema)}
</section>`
}

interface FieldRow {
  readonly path: string
  readonly schema: Schema
  readonly isRequired: boolean
}

/** What is sent, field by field; a type of the contract is told by its name. */
function fieldsTable(schema: Schema): Html {
  const rows = rowsOf(schema, '')
  if (rows.length === 0)
    return html`<p>内容见 openapi.json 的 <code>${String(schema['$ref']).split('/').at(-1)}</code>。</p>`
  return html`<div class="table-scroll"><table>
<thead><tr><th scope="col">项目</th><th scope="col">名称</th><th scope="col">应填</th><th scope="col">必填</th></tr></thead>
<tbody>${rows.map(
    ({ path, schema: field, isRequired }) =>
      html`<tr><td><code>${path}</code></td><td>${textOf(field, 'label')}${unitText(field)}</td><td>${wantedText(field)}</td><td>${isRequired ? '是' : ''}</td></tr>`,
  )}</tbody>
</table></div>`
}

function rowsOf(schema: Schema, prefix: string): FieldRow[] {
  const properties = schema['properties'] as Readonly<Record<string, Schema>> | undefined
  const required = (schema['required'] ?? []) as readonly string[]
  return Object.entries(properties ?? {}).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const inner = rowsOf(field, path)
    return inner.length > 0 ? inner : [{ path, schema: field, isRequired: required.includes(name) }]
  })
}

function textOf(schema: Schema, key: string): string {
  const text = schema[key]
  return typeof text === 'string' ? text : ''
}

function unitText(schema: Schema): string {
  const unit = textOf(schema, 'unit')
  return unit === '' ? '' : `（${unit}）`
}

function wantedText(schema: Schema): string {
  const choices = schema['choices'] as Readonly<Record<string, string>> | undefined
  if (choices !== undefined) {
    return Object.entries(choices)
      .map(([value, label]) => `${value}（${label}）`)
      .join('、')
  }
  return textOf(schema, 'wanted') || textOf(schema, 'description')
}
