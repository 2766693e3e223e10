/**
 * Where responsibility markers stand in a clause: in brackets of any width, closed or cut off, or on a line of
 * their own behind a label (责任单位：…).
 */

import { lineAt, type TracedText } from '../traced-text.ts'

/** A stretch of a clause that may be a responsibility marker. */
export interface MarkerSpan {
  readonly start: number
  readonly end: number
  /** What stands inside the brackets, or the whole line. */
  readonly contentStart: number
  readonly contentEnd: number
  /** Whether it stands between the end of a sentence and that of the clause, as a list without a verb does. */
  readonly closesSentence: boolean
}

/** No printed marker is longer; a bracket that closes later was opened by accident. */
export const longestMarker = 600

/** A label that names units: 责任单位：, 牵头部门：, 配合：. */
export interface RoleLabel {
  readonly start: number
  /** Offset after its colon. */
  readonly end: number
  /** Without the colon. */
  readonly printed: string
  /** Whether it says what it names (…单位, …部门): without that only brackets make it a label. */
  readonly hasNoun: boolean
}

const labelEnd =
  /(?:第一|主要|具体|共同|[省市县区镇]级)?(?:责任|牵头|配合|参与|参加|负责|协办|主办|承办|协助|协同|落实|实施|主管|主责){1,2}(单位|部门|机关|主体|机构|科室|股室|乡镇|处室)?(?:[（(]人[）)]|[和及]?(?:责任人|负责人))?\s?$/
/** Last characters of such labels: what stands before most colons is none of them. */
const labelLast = new Set('位门关体构室镇人）)任头合与加责办助同实施管 ')
const longestLabel = 18
const colon = /[:：]/g
const colons = '：:'

/** Labels that name units, wherever they stand in the text. */
export function findRoleLabels(text: string): RoleLabel[] {
  const labels: RoleLabel[] = []
  colon.lastIndex = 0
  while (colon.test(text)) {
    const label = labelBefore(text, colon.lastIndex - 1)
    if (label) labels.push(label)
  }
  return labels
}

/** The label that the colon at `at` ends, or null. */
function labelBefore(text: string, at: number): RoleLabel | null {
  if (!labelLast.has(text.charAt(at - 1))) return null
  const match = labelEnd.exec(text.slice(Math.max(0, at - longestLabel), at))
  if (!match) return null
  return { start: at - match[0].length, end: at + 1, printed: match[0], hasNoun: match[1] !== undefined }
}

const openerOrColon = /[（(【［[〔:：]/g
const sentenceEnd = /[。；;！!？?]/

/** All stretches of the text that may be markers, from left to right; brackets inside brackets are among them. */
export function findMarkerSpans(whole: TracedText): MarkerSpan[] {
  const { text } = whole
  const bracketed: MarkerSpan[] = []
  const labels: RoleLabel[] = []
  openerOrColon.lastIndex = 0
  while (openerOrColon.test(text)) {
    const at = openerOrColon.lastIndex - 1
    if (colons.includes(text.charAt(at))) {
      const label = labelBefore(text, at)
      if (label?.hasNoun) labels.push(label)
    } else {
      const span = bracketedAt(text, at)
      if (span) bracketed.push(span)
    }
  }
  if (labels.length === 0) return bracketed
  return [...bracketed, ...findLabelled(whole, labels, bracketed)].sort((a, b) => a.start - b.start)
}

function bracketedAt(text: string, start: number): MarkerSpan | null {
  const closer = closerOf(text, start)
  return closer === -1 ? unclosedAt(text, start) : closedAt(text, start, closer)
}

const openerOrCloser = /[（(〈<《[［【〔）)〉>》\]］】〕]/g
const openers = '（(〈<《[［【〔'
/** More brackets than this stand in no marker, its 乡（镇） and 〈局〉 counted. */
const mostBrackets = 64
const deepest = 5

/** Offset of the bracket, of whatever width, that closes the one at `start`; -1 where none near it does. */
function closerOf(text: string, start: number): number {
  let depth = 0
  openerOrCloser.lastIndex = start
  for (let count = 0; count < mostBrackets && openerOrCloser.test(text); count++) {
    const at = openerOrCloser.lastIndex - 1
    if (at - start > longestMarker) return -1
    depth += openers.includes(text.charAt(at)) ? 1 : -1
    if (depth === 0) return at
    if (depth > deepest) return -1
  }
  return -1
}

/** Numbers and years stand in brackets too: （一）, (2), 〔2022〕. */
const shortestContent = 4

function closedAt(text: string, start: number, closer: number): MarkerSpan | null {
  if (closer - start <= shortestContent) return null
  const after = closer + 1 + (sentenceEnd.test(text.charAt(closer + 1)) ? 1 : 0)
  const standsApart = start === 0 || sentenceEnd.test(text.charAt(start - 1))
  const closesSentence = after === text.length && (standsApart || closesHeading(text, start, closer))
  const span = { start, end: closer + 1, contentStart: start + 1, contentEnd: closer, closesSentence }
  return closesSentence || markerWord.test(text.slice(start + 1, closer)) ? span : null
}

/** （一）完善服务网络（区卫生健康委、各街道办事处）: units behind a heading, which has no full stop. */
function closesHeading(text: string, start: number, closer: number): boolean {
  return (
    start <= longestHeading &&
    text.charAt(start - 1) !== '' &&
    listOfUnits.test(text.slice(start + 1, closer))
  )
}

const longestHeading = 60
const listOfUnits =
  /^(?:[\u4e00-\u9fff]{2,20}(?:[局委办厅府]|中心|办事处|管委会|公司)[、，]){1,20}[\u4e00-\u9fff]{2,20}(?:[局委办厅府]|中心|办事处|管委会|公司)等?$/

/** Words that a marker binds units by; brackets without any are markers only at the end of their clause. */
const markerWord = /责任|牵头|负责|配合|参与|参加|落实|实施|承担|承办|主办|为主|主管|主责|推进|办理|支持|协/

/**
 * A marker whose closing bracket is lost ends with its sentence: told by its label, or by a verb at the clause's
 * very end.
 */
function unclosedAt(text: string, start: number): MarkerSpan | null {
  const end = endOfLabelled(text, start + 1)
  const isLabelled = findRoleLabels(text.slice(start + 1, start + longestLabel))[0]?.start === 0
  const isVerbal = end === text.length && verbalEnd.test(text.slice(-8))
  if (!isLabelled && !isVerbal) return null
  const contentEnd = withoutStrayClosing(text, start + 1, end)
  return { start, end, contentStart: start + 1, contentEnd, closesSentence: true }
}

const verbalEnd = /(?:牵头|负责|配合|参与|落实)[）)]?$/

/** A closing bracket whose opening one is lost is no part of the last name. */
function withoutStrayClosing(text: string, start: number, end: number): number {
  if (!/[）)】］\]]/.test(text.charAt(end - 1))) return end
  const content = text.slice(start, end)
  const opened = content.match(/[（(【［[]/g)?.length ?? 0
  const closed = content.match(/[）)】］\]]/g)?.length ?? 0
  return closed > opened ? end - 1 : end
}

/** Markers without brackets: a label that opens the clause, a line or a sentence. */
function findLabelled(
  whole: TracedText,
  labels: readonly RoleLabel[],
  bracketed: readonly MarkerSpan[],
): MarkerSpan[] {
  const { text } = whole
  const spans: MarkerSpan[] = []
  let next = 0
  let from = 0
  for (const { start, end: listStart } of labels) {
    while (next < bracketed.length && (bracketed[next] as MarkerSpan).end <= start) next++
    const isInBrackets = (bracketed[next]?.start ?? Number.POSITIVE_INFINITY) < start
    if (start < from || isInBrackets || !opensSentence(whole, start)) continue
    const end = endOfLabelled(text, listStart)
    const contentEnd = withoutStrayClosing(text, start, end)
    spans.push({ start, end, contentStart: start, contentEnd, closesSentence: true })
    from = end
  }
  return spans
}

const labelLead = /^(?:[#\-*·•●○]\s*|\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)])*$/

/** Whether the text at `start` opens the clause (after its number), a sentence or a printed line. */
function opensSentence(whole: TracedText, start: number): boolean {
  if (start === 0) return true
  const before = whole.text.charAt(start - 1)
  if (/[。；;！？）)】\s]/.test(before)) return true
  if (start <= 8 && labelLead.test(whole.text.slice(0, start))) return true
  return lineAt(whole, start - 1) !== lineAt(whole, start)
}

/** A marker without a closing bracket ends with its sentence or its clause. */
function endOfLabelled(text: string, from: number): number {
  const reach = text.slice(from, from + longestMarker)
  const stop = reach.indexOf('。')
  return from + (stop === -1 ? reach.length : stop)
}
