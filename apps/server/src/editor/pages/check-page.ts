import { html } from 'hono/html'
import { chineseSpans, severityWords } from '../../chinese-words.ts'
import type { DraftFinding } from '../../gazettes/draft-check.ts'
import type { Html } from '../../web/layout.ts'
import { severityMark } from '../../web/parts/inline.ts'
import { type EditorFrame, editorPage, form } from '../editor-frame.ts'

/** A draft with everything that stands against it; null before one was given. */
export function checkPage(frame: EditorFrame, text: string, findings: readonly DraftFinding[] | null): Html {
  const counts = Map.groupBy(findings ?? [], ({ severity }) => severity)
  const summary = Object.entries(severityWords)
    .map(([severity, { word }]) => `${word} ${counts.get(severity as DraftFinding['severity'])?.length ?? 0}`)
    .join('　')
  return editorPage(
    '发文前校核',
    frame,
    html`${form(frame, '/editor/check#result', html`<p>发文前对照本县已公开、仍有效的文件和办文规定查一遍。只校核，不保存。</p><label class="text">拟发公文 <textarea name="text" rows="16" maxlength="500000" placeholder="把拟发的公文贴在这里，或在下面选文件">${text}</textarea></label><label>文件 <input type="file" name="file" accept=".txt,.md,.docx,.pdf"></label><button type="submit">校核</button>`, true)}
${
  findings === null
    ? ''
    : html`<h2 id="result">校核结果</h2><p class="summary">${findings.length === 0 ? '没有发现应当改正之处。' : summary}</p>
<table class="list findings"><thead><tr><th scope="col">程度</th><th scope="col">种类</th><th scope="col">意见</th><th scope="col">位置</th></tr></thead><tbody>${findings.map(({ kind, severity, message, lines }) => html`<tr><td class="severity">${severityMark(severity)}</td><td class="kind">${kind}</td><td>${message}</td><td class="place" data-label="位置">${lines.length === 0 ? '' : chineseSpans(lines.slice(0, 8))}</td></tr>`)}</tbody></table>`
}`,
  )
}
