import { html } from 'hono/html'
import type { Problem } from '../../problem.ts'
import type { Html } from '../../web/layout.ts'

/** One line to fill in. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'password'
  readonly autocomplete: string
  readonly value?: string
  readonly help?: string
}

/** A field with its label, its help and what was wrong with what stood in it. */
export function fieldRow({ name, label, type, autocomplete, value, help }: Field, problem?: Problem): Html {
  const errors = (problem?.issues ?? []).filter(({ path }) => path[0] === name)
  const described = [help && `${name}-help`, errors.length > 0 && `${name}-error`].filter(Boolean).join(' ')
  return html`<div class="field">
<label for="${name}">${label}</label>
${help ? html`<p class="help" id="${name}-help">${help}</p>` : ''}
${errors.length > 0 ? html`<p class="field-error" id="${name}-error">${errors.map(({ message }) => message).join('')}</p>` : ''}
<input id="${name}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required maxlength="1000"${described ? html` aria-describedby="${described}"` : ''}${errors.length > 0 ? html` aria-invalid="true"` : ''}>
</div>`
}

/** What was wrong, before the form, each line leading to its field. */
export function problemSummary(problem: Problem | undefined, field: string): Html | '' {
  if (problem === undefined) return ''
  const issues = problem.issues ?? [{ message: problem.detail, path: [] }]
  return html`<div class="error-summary" role="alert">
<h2>${problem.title}</h2>
<ul>${issues.map(({ message, path }) => html`<li><a href="#${path[0] ?? field}">${message}</a></li>`)}</ul>
</div>`
}
