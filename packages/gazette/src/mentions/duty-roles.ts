/** Reads what a responsibility marker says: which units it binds, and how. */

import type { DutyRole } from '../issue.ts'
import { cutAtSeparators, namesOfItem } from '../units/unit-list.ts'
import type { UnitNames } from '../units/unit-names.ts'
import { findRoleLabels } from './duty-markers.ts'

/** A unit as a marker binds it. */
export interface BoundUnit {
  readonly printed: string
  readonly as: DutyRole
}

/** Roles by the words of a label; 责任 is what a label means that names none of the others. */
const labelRoles: readonly (readonly [RegExp, DutyRole])[] = [
  [/牵头|主办/, '牵头'],
  [/配合|协/, '配合'],
  [/参/, '参与'],
  [/负责(?!人)/, '负责'],
]

/** Roles by the verb at a segment's end, the more telling first: 牵头负责 is 牵头, 配合落实 is 配合. */
const verbRoles: readonly (readonly [RegExp, DutyRole])[] = [
  [/牵头|主办|为主/, '牵头'],
  [/配合|协|支持/, '配合'],
  [/参/, '参与'],
]

const otherLabel =
  /(?:完成时限|时限要求|完成时间|整改时限|时间要求|办理时限|时间节点|时限|责任人|责任领导|牵头领导|包联领导|分管领导|联系人|联系电话|备注)[:：]/g
/** A sentence that binds units to the clauses that follow (以下均需…，不再列出；下同): no part of this one's list. */
const furtherRule = /[。；;]以下.*$|。[^。]{0,60}(?:不再|下同).*$/
const labelWithoutColon = /^(?:责任|牵头|配合)(?:单位|部门)(?=\s?[县市省各区州旗])/
const verbEnd = /(?:牵头|主办|为主|负责|落实|实施|承担|承办|推进|办理|配合|协助|协同|协办|支持|参与|参加)$/
const verbWord = /牵头|主办|为主|负责|落实|实施|承担|承办|推进|办理|配合|协助|协同|协办|支持|参与|参加/
const modifierEnd =
  /(?:(?:按照?|依|依据|根据)?(?:各自|有关|相关)?(?:工作)?(?:职责|职能)(?:和?分工)?(?:规定)?|分工|分别|共同|具体|主要|统一|统筹|积极|密切|直接|全面|联合|组织|抓好|做好|指导|督促|督导|应当?|要)$/
/** 详见附件, 含乡镇: said beside the units. */
const remark = /^(?:详?见|含|不含|除)/
const timeWords = /[年月日旬季]|底前|完成|长期|持续|常态|坚持|推进|不再列出|下同/
const groupTail = /等[^、，,；;]{0,6}(?:部门|单位)/

/**
 * Units of a marker's content, or null where the content is no marker after all. A list without label and verb
 * is one only where `mayBeBare`.
 */
export function readBoundUnits(content: string, names: UnitNames, mayBeBare: boolean): BoundUnit[] | null {
  const own = /下|不再/.test(content) ? content.replace(furtherRule, '') : content
  const text = own.replace(labelWithoutColon, (label) => `${label}：`)
  const labels = findLabels(text)
  // A marker in brackets of its own inside these is read by itself.
  if (labels[0] && /[（(【［[〔]/.test(text.charAt(labels[0].start - 1))) return null
  const units = labels.length > 0 ? readLabelled(text, labels, names) : readVerbal(text, names, mayBeBare)
  return units === null || units.length === 0 ? null : units
}

interface Label {
  readonly start: number
  readonly end: number
  /** Null for a label that names no units: 完成时限, 责任人. */
  readonly role: DutyRole | null
}

/** Labels of the content, empty where none names units. */
function findLabels(content: string): Label[] {
  const labels: Label[] = []
  for (const { start, end, printed } of findRoleLabels(content)) {
    labels.push({ start, end, role: labelRoles.find(([word]) => word.test(printed))?.[1] ?? '责任' })
  }
  if (labels.length === 0) return labels
  for (const match of content.matchAll(otherLabel)) {
    const end = match.index + match[0].length
    if (labels.every((label) => label.end !== end)) labels.push({ start: match.index, end, role: null })
  }
  return labels.sort((a, b) => a.start - b.start)
}

function readLabelled(content: string, labels: readonly Label[], names: UnitNames): BoundUnit[] {
  const units: BoundUnit[] = []
  for (const [index, label] of labels.entries()) {
    if (label.role === null) continue
    const list = content.slice(label.end, labels[index + 1]?.start ?? content.length)
    units.push(...bindUnder(readSegments(list, names), label.role))
  }
  return units
}

/** Under a label 负责 says no more than the label; 牵头 and 配合 do. */
function bindUnder(segments: readonly Segment[], role: DutyRole): BoundUnit[] {
  return bind(
    segments.map((segment) => (segment.role === '负责' ? { ...segment, role } : segment)),
    role,
  )
}

function readVerbal(content: string, names: UnitNames, mayBeBare: boolean): BoundUnit[] | null {
  if (!mayBeBare && !verbWord.test(content)) return null
  const segments = readSegments(content, names)
  const printed = segments.flatMap((segment) => segment.units)
  const formed = printed.filter((name) => names.isUnit(name)).length
  const isElliptic = groupTail.test(content) && printed.every((name) => name.length <= 8)
  if (printed.length === 0 || (formed * 2 < printed.length && !isElliptic)) return null
  if (segments.some((segment) => segment.role !== null)) return bind(segments, '责任')
  return mayBeBare && formed === printed.length ? bind(segments, '责任') : null
}

/** What stands between two separators: some units (A和B), and the role of the verb behind them. */
interface Segment {
  readonly units: readonly string[]
  readonly role: DutyRole | null
}

function readSegments(list: string, names: UnitNames): Segment[] {
  return cutAtSeparators(list).map(({ printed, start }) => {
    const { rest, role } = takeVerb(printed)
    const units = namesOfItem({ printed: rest, start }, names.isKnown).map((name) => name.printed)
    const isBeside =
      remark.test(printed) || (timeWords.test(printed) && !units.some((unit) => names.isUnit(unit)))
    return isBeside ? { units: [], role: null } : { units, role }
  })
}

/** Last characters of the verbs: most segments end in none of them. */
const lastOfVerb = new Set('头办主责实施担推进理合助同持与加。.')

/** Takes the verb and what stands before it (按职责分工, 具体) from the end of a segment. */
function takeVerb(segment: string): { rest: string; role: DutyRole | null } {
  if (!lastOfVerb.has(segment.charAt(segment.length - 1))) return { rest: segment, role: null }
  let rest = segment.replace(/[。.]$/, '')
  let verbs = ''
  for (;;) {
    const verb = verbEnd.exec(rest) ?? (verbs === '' ? null : modifierEnd.exec(rest))
    if (!verb) break
    verbs = verb[0] + verbs
    rest = rest.slice(0, verb.index)
  }
  if (verbs === '') return { rest, role: null }
  return { rest, role: verbRoles.find(([word]) => word.test(verbs))?.[1] ?? '负责' }
}

/**
 * Gives each unit the role of the next verb behind it. Units behind the last verb support what is led before
 * them (A牵头，B、C); without any verb the role is the label's.
 */
function bind(segments: readonly Segment[], otherwise: DutyRole): BoundUnit[] {
  const bound: BoundUnit[] = []
  let pending: string[] = []
  let last: DutyRole | null = null
  for (const segment of segments) {
    pending.push(...segment.units)
    if (segment.role === null) continue
    for (const printed of pending) bound.push({ printed, as: segment.role })
    pending = []
    last = segment.role
  }
  const role = last === '牵头' ? '配合' : otherwise
  for (const printed of pending) bound.push({ printed, as: role })
  return bound
}
