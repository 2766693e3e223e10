import { type FieldMeta, type Fields, findFieldMeta, type Issue, labelOf } from '@luoshi/kernel'
import { html } from 'hono/html'
import type { Html } from '../web/layout.ts'

/** What was filled in, as a form sends it. */
export type Filled = Readonly<Record<string, string>>

type Drawn = Parameters<typeof findFieldMeta>[0]

/** The fields of any record as a form: no screen is written for one item. */
export function fieldsForm(schema: Fields, filled: Filled, issues: readonly Issue[]): Html {
  return html`${Object.entries(schema.def.shape).map(([name, field]) => fieldRow(name, field, filled[name] ?? '', issues))}`
}

function fieldRow(name: string, field: Drawn, value: string, issues: readonly Issue[]): Html {
  const meta = findFieldMeta(field)
  if (meta === undefined) return html``
  const own = issues.filter(({ path }) => path[0] === name)
  const optional = isOptional(field) ? html`<small>（选填）</small>` : ''
  const help = meta.help === undefined ? '' : html`<p class="help" id="${name}-help">${meta.help}</p>`
  const error =
    own.length === 0
      ? ''
      : html`<p class="field-error" id="${name}-error">${own.map(({ message }) => message).join('')}</p>`
  if (meta.control === 'yes-no' || (meta.choices !== undefined && Object.keys(meta.choices).length <= 6)) {
    const choices = meta.choices ?? { yes: '是', no: '否' }
    return html`<fieldset class="field" id="${name}"${own.length > 0 ? html` aria-invalid="true"` : ''}>
<legend>${labelOf(meta)}${optional}</legend>${help}${error}
<div class="choices">${Object.entries(choices).map(
      ([option, label]) =>
        html`<label><input type="radio" name="${name}" value="${option}"${option === value ? html` checked` : ''}>${label}</label>`,
    )}</div>
</fieldset>`
  }
  const described = [meta.help && `${name}-help`, own.length > 0 && `${name}-error`].filter(Boolean).join(' ')
  const aria = html`${described === '' ? '' : html` aria-describedby="${described}"`}${own.length > 0 ? html` aria-invalid="true"` : ''}`
  return html`<div class="field">
<label for="${name}">${labelOf(meta)}${optional}</label>${help}${error}
${control(name, meta, value, aria)}
</div>`
}

function control(name: string, meta: FieldMeta, value: string, aria: Html): Html {
  if (meta.control === 'long-text') {
    return html`<textarea id="${name}" name="${name}" rows="3" maxlength="2000"${aria}>${value}</textarea>`
  }
  if (meta.choices !== undefined) {
    return html`<select id="${name}" name="${name}"${aria}><option value="">请选择</option>${Object.entries(
      meta.choices,
    ).map(
      ([option, label]) =>
        html`<option value="${option}"${option === value ? html` selected` : ''}>${label}</option>`,
    )}</select>`
  }
  const [type, mode] = inputs[meta.control] ?? ['text', 'text']
  return html`<input id="${name}" name="${name}" type="${type}" inputmode="${mode}" value="${value}" maxlength="2000"${aria}>`
}

/** Type and keyboard of a field that is filled in on one line. */
const inputs: Partial<Readonly<Record<FieldMeta['control'], readonly [type: string, mode: string]>>> = {
  phone: ['tel', 'tel'],
  count: ['text', 'numeric'],
  decimal: ['text', 'decimal'],
  money: ['text', 'decimal'],
  date: ['date', 'none'],
}

/** What a form sent, as the schema has it; what was left empty is left out. */
export function valuesOf(schema: Fields, filled: Filled): Readonly<Record<string, unknown>> {
  const pairs = Object.entries(schema.def.shape).flatMap(([name, field]) => {
    const given = filled[name]?.trim() ?? ''
    return given === '' ? [] : [[name, readValue(field, given)] as const]
  })
  return Object.fromEntries(pairs)
}

function readValue(field: Drawn, given: string): unknown {
  const kind = findFieldMeta(field)?.control
  if (kind === 'yes-no') return given === 'yes' ? true : given === 'no' ? false : given
  if (kind === 'count') return /^\d+$/.test(given) ? Number(given) : given
  return given
}

function isOptional(field: Drawn): boolean {
  return field._zod.optin === 'optional'
}

/** What was wrong, before the form, each line leading to its field. */
export function errorSummary(
  issues: readonly { readonly message: string; readonly path: Issue['path'] }[],
): Html {
  if (issues.length === 0) return html``
  return html`<div class="error-summary" role="alert" tabindex="-1">
<h2>还不能提交</h2>
<ul>${issues.map(({ message, path }) =>
    path.length === 0 ? html`<li>${message}</li>` : html`<li><a href="#${path[0]}">${message}</a></li>`,
  )}</ul>
</div>`
}
