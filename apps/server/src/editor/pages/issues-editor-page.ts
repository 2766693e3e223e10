import type { IssueHead, NoticeHead, PlacedFinding } from '@luoshi/store'
import { html } from 'hono/html'
import { kindLabel } from '../../chinese-words.ts'
import { answerKinds, answerWords } from '../../gazettes/answers.ts'
import { issueAddress } from '../../web/addresses.ts'
import type { Html } from '../../web/layout.ts'
import { findingLines, severityMark } from '../../web/parts/inline.ts'
import { choice, type EditorFrame, editorPage, field, form } from '../editor-frame.ts'
import { besideAddress } from './beside-page.ts'
import { editorAddress } from './editor-address.ts'

const stateWords = { draft: '待公开', published: '已公开', replaced: '已更正' } as const

/** All versions of all issues of the county, and a place to upload one. */
export function issuesEditorPage(
  frame: EditorFrame,
  issues: readonly IssueHead[],
  nameOf: (officer: string) => string,
): Html {
  return editorPage(
    '各期公报',
    frame,
    html`${form(frame, '/editor/issues', html`<label>公报文件 <input type="file" name="file" required accept=".txt,.md,.docx,.pdf"></label><button type="submit">上传</button>`, true)}
${issues.length === 0 ? html`<p class="empty">还没有公报。上传一份文本、Word 或 PDF，看读出了什么，再公开。</p>` : issueTable(issues, nameOf)}`,
  )
}

function issueTable(issues: readonly IssueHead[], nameOf: (officer: string) => string): Html {
  return html`<table class="list labelled"><thead><tr><th scope="col">公报</th><th scope="col">版本</th><th scope="col">状态</th><th scope="col" class="figure">文件</th><th scope="col" class="figure">校核意见</th><th scope="col">上传人</th></tr></thead>
<tbody>${issues.map((issue) => html`<tr><th scope="row"><a href="${editorAddress(issue)}">${issue.title}</a></th><td data-label="版本">第 ${issue.version} 版</td><td data-label="状态">${stateWords[issue.state]}</td><td class="figure" data-label="文件">${issue.notices}</td><td class="figure" data-label="校核意见">${issue.findings}</td><td data-label="上传人">${nameOf(issue.importedBy)}</td></tr>`)}</tbody></table>`
}

/** A version before it is shown: its notices, its findings with their answers, and what publishes it. */
export function issueEditorPage(
  frame: EditorFrame,
  issue: IssueHead,
  notices: readonly NoticeHead[],
  findings: readonly PlacedFinding[],
  published: IssueHead | undefined,
): Html {
  const open = findings.filter(({ answer }) => answer === null)
  const isCorrection = published !== undefined && published.version < issue.version
  return editorPage(
    issue.title,
    frame,
    html`<p class="summary">第 ${issue.version} 版　${stateWords[issue.state]}　${notices.length} 份文件　${findings.length} 条校核意见，${open.length} 条未答复</p>
<ul class="actions">${issue.state === 'published' ? html`<li><a href="${issueAddress(issue)}">看公开的页面</a></li>` : ''}<li><a href="${editorAddress(issue)}/beside">对照原文</a></li><li><a href="${editorAddress(issue)}/text">改正文字，另存一版</a></li></ul>
${
  issue.state !== 'draft'
    ? ''
    : form(
        frame,
        `${editorAddress(issue)}/publish`,
        html`${beforePublishing(notices.length, open, isCorrection)}${isCorrection ? field('correction', '勘误说明', '', { isRequired: true, isWide: true, hint: '写明改了什么；新旧两版都保留，各自写明。' }) : ''}<button type="submit">${isCorrection ? '公开更正' : '公开'}</button>`,
      )
}
<h2>校核意见</h2>
${findings.length === 0 ? html`<p class="summary">没有校核意见：读入时没有发现问题。</p>` : findings.map((finding) => findingForm(frame, issue, finding))}
<h2>文件</h2>
<ol class="relations">${notices.map(({ docNumber, title, issuedOn }) => html`<li>${docNumber ?? '无文号'}　${title}　${issuedOn ?? '无日期'}</li>`)}</ol>`,
  )
}

/** What comes of publishing, and what has not been looked at yet. */
function beforePublishing(notices: number, open: readonly PlacedFinding[], isCorrection: boolean): Html {
  const wrong = open.filter(({ finding }) => finding.severity === 'error').length
  const says = isCorrection
    ? `公开后，公众看到的是这一版的 ${notices} 份文件；原来的一版保留，注明已更正。`
    : `公开后，任何人都能看到这一期的 ${notices} 份文件。公开的版本不再改动，有错只能另存一版更正。`
  const unanswered = `还有 ${open.length} 条校核意见没有答复${wrong === 0 ? '' : `，其中有误 ${wrong} 条`}，请先看一遍下面的意见。`
  return html`<p>${says}</p>${open.length === 0 ? '' : html`<p class="unanswered">${unanswered}</p>`}`
}

function findingForm(
  frame: EditorFrame,
  issue: IssueHead,
  { ordinal, finding, answer }: PlacedFinding,
): Html {
  const answered = answerWords(answer)
  return html`<div class="finding-answer" id="f-${ordinal}"><p>${severityMark(finding.severity)} <b>${kindLabel(finding.kind)}</b>　${finding.message}${findingLines(issue, finding, ([line]) => besideAddress(issue, line))}</p>
${answered === null ? '' : html`<p class="answered">${answered}</p>`}
${form(frame, `${editorAddress(issue)}/findings/${ordinal}`, html`${choice('answer', '答复', Object.entries(answerKinds))}${field('note', '说明', '', { hint: '不采纳的，写明理由。' })}<button type="submit" class="plain">答复</button>`)}</div>`
}
