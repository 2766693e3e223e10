import { html } from 'hono/html'
import type { Officer } from '../sign-in/index.ts'
import { type Html, page } from '../web/layout.ts'

/** What every page of the editor's desk has. */
export interface EditorFrame {
  readonly officer: Officer
  readonly csrfToken: string
  /** What was refused, each in a whole sentence. */
  readonly problems?: readonly string[]
  readonly done?: Html | string | undefined
}

const parts = [
  ['/editor', '各期公报'],
  ['/editor/attributes', '公开属性'],
  ['/editor/normative', '规范性文件'],
  ['/editor/interpretations', '解读'],
  ['/editor/tables', '去标识化'],
  ['/editor/debt', '政府债务'],
  ['/editor/check', '发文前校核'],
] as const

/** Who may edit: the government's office and the county's administrators. All others may check drafts. */
export function isEditor({ posts }: Officer): boolean {
  return posts.some(
    ({ programme, role }) =>
      role === 'government-office' ||
      (programme === 'rule-making-bodies' && role === 'office') ||
      (programme === 'administration' && (role === 'administrator' || role === 'clerk')),
  )
}

/** A page of the editor's desk: what was refused stands first, each line leading to its field. */
export function editorPage(title: string, frame: EditorFrame, content: Html): Html {
  const { officer, problems = [], done } = frame
  const shown = isEditor(officer) ? parts : parts.slice(-1)
  return page(
    { title, section: 'editor' },
    html`<nav class="filter editor-parts" aria-label="编辑台"><ul>${shown.map(([href, label]) => html`<li><a href="${href}"${label === title ? html` aria-current="true"` : ''}>${label}</a></li>`)}</ul></nav>
<div class="page-head"><h1>${title}</h1><p class="summary">登录人：${officer.name}</p></div>
${problems.length === 0 ? '' : html`<div class="problems" role="alert" tabindex="-1"><h2>没有保存</h2><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>`}
${done === undefined ? '' : html`<p class="notice-state" role="status">${done}</p>`}
${content}`,
  )
}

/** A form that changes something: it carries the session's token. */
export function form({ csrfToken }: EditorFrame, action: string, content: Html, isUpload = false): Html {
  return html`<form class="editor-form" method="post" action="${action}"${isUpload ? html` enctype="multipart/form-data"` : ''}><input type="hidden" name="csrf" value="${csrfToken}">${content}</form>`
}

/** A field with its label; `value` is what was filled in before. */
export function field(
  name: string,
  label: string,
  value = '',
  more: { type?: string; isRequired?: boolean; isWide?: boolean; hint?: string } = {},
): Html {
  const { type = 'text', isRequired = false, isWide = false, hint } = more
  return html`<label${isWide ? html` class="text"` : ''}>${label}${hint === undefined ? '' : html`<small>${hint}</small>`} <input name="${name}" type="${type}" value="${value}" maxlength="500"${isRequired ? html` required` : ''}></label>`
}

/** A choice of one. */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  value = '',
): Html {
  return html`<label>${label} <select name="${name}">${options.map(([option, text]) => html`<option value="${option}"${option === value ? html` selected` : ''}>${text}</option>`)}</select></label>`
}
