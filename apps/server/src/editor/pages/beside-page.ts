import type { Issue } from '@luoshi/gazette'
import type { IssueHead } from '@luoshi/store'
import { html } from 'hono/html'
import { repairLabel } from '../../chinese-words.ts'
import { clauseText } from '../../gazettes/passages.ts'
import { withQuery } from '../../web/addresses.ts'
import type { Html } from '../../web/layout.ts'
import { pageOf, pager } from '../../web/paging.ts'
import { repairedLines } from '../../web/parts/repaired-lines.ts'
import { type EditorFrame, editorPage, form } from '../editor-frame.ts'
import { editorAddress } from './editor-address.ts'

const LINES_PER_PAGE = 200

/** Address of a line beside what was read from it. */
export function besideAddress(head: Pick<IssueHead, 'key' | 'version'>, line: number): string {
  const page = Math.ceil(line / LINES_PER_PAGE)
  return `${withQuery(`${editorAddress(head)}/beside`, { page: page === 1 ? undefined : page })}#L${line}`
}

/** The file's lines and, beside them, the clauses and rows that were read from them. */
export function besidePage(
  frame: EditorFrame,
  head: IssueHead,
  issue: Issue,
  lines: readonly string[],
  page: number,
): Html {
  const at = pageOf(lines.length, page, LINES_PER_PAGE)
  const [first, last] = [at.offset + 1, Math.min(lines.length, at.offset + LINES_PER_PAGE)]
  const read = new Map<number, string[]>()
  const put = (line: number, text: string) => read.set(line, [...(read.get(line) ?? []), text])
  for (const { title, docNumber, clauses, tables, lines: span } of issue.instruments) {
    put(span[0], `【公文】${[docNumber, title].filter(Boolean).join('　')}`)
    for (const clause of clauses) put(clause.lines[0], clauseText(clause))
    for (const { rows } of tables) for (const row of rows) put(row.line, row.cells.join('｜'))
  }
  const shown = repairedLines(lines, issue.repairs, first, last).filter(
    ({ line, kinds }) => kinds.length > 0 || read.has(line) || (lines[line - 1] ?? '').trim() !== '',
  )
  return editorPage(
    `${head.title} 对照原文`,
    frame,
    html`<p class="summary"><a href="${editorAddress(head)}">回到这一版</a></p>
${pager(at, `${editorAddress(head)}/beside`, {})}
<table class="compare beside"><thead><tr><th scope="col">行</th><th scope="col">原文</th><th scope="col">读出的内容</th></tr></thead>
<tbody>${shown.map(
      ({ line, kinds }) =>
        html`<tr id="L${line}"><td class="kind">${line}</td><td data-label="原文">${lines[line - 1] ?? ''}${kinds.length === 0 ? '' : html`<small class="answered">${kinds.map(repairLabel).join('、')}</small>`}</td><td data-label="读出的内容">${(read.get(line) ?? []).map((text) => html`<p>${text}</p>`)}</td></tr>`,
    )}</tbody></table>
${pager(at, `${editorAddress(head)}/beside`, {})}`,
  )
}

/** The text of a version, to be put right and kept as another version. */
export function textPage(frame: EditorFrame, head: IssueHead, source: string): Html {
  return editorPage(
    `${head.title} 改正文字`,
    frame,
    html`<p class="summary">保存后另成一版，重新读过；原来的版本不变。<a href="${editorAddress(head)}">回到这一版</a></p>
${form(frame, `${editorAddress(head)}/text`, html`<label class="text">文字 <textarea name="text" rows="30">${source}</textarea></label><button type="submit">另存一版</button>`)}`,
  )
}
