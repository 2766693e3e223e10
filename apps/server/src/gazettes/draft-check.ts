import { counties, countyBySlug } from '@luoshi/counties'
import { type Clause, type Instrument, type Issue, read, type Span } from '@luoshi/gazette'
import { foldText, type NoticeHead, type StoredEffect } from '@luoshi/store'
import { kindLabel } from '../chinese-words.ts'
import { publicAttributes } from './attributes.ts'
import { changedBy, contradictionsOf, type NoticeInForce } from './draft-contradictions.ts'
import { rowsWithoutArticle } from './list-articles.ts'
import { type IssuingVerdict, mayIssue, type RuleMakers } from './rule-making.ts'
import { isSuperiorIn } from './superiors.ts'
import { matterOf, numberParts } from './titles.ts'
import { type EnteredTerm, validityOn } from './validity.ts'

/** What stands against a draft. */
export interface DraftFinding {
  readonly kind: string
  readonly severity: 'error' | 'warning' | 'note'
  /** A whole sentence: what was found and what would pass. */
  readonly message: string
  readonly lines: readonly Span[]
}

/** What a draft is checked against; all of it is looked up before. */
export interface DraftSurroundings {
  readonly county: string
  readonly today: string
  readonly makers: RuleMakers | null
  /** Published notices that bear the draft's number, or numbers of its series in its year. */
  readonly numbers: readonly string[]
  /** What published notices do to the documents that the draft cites, by number. */
  readonly effects: ReadonlyMap<string, readonly StoredEffect[]>
  /** Published notices of the county that carry out the same superior order, or are about the same. */
  readonly sameOrder: readonly (NoticeHead & { readonly because: string })[]
  /** Published notices in force, which the draft may contradict. */
  readonly inForce: readonly NoticeInForce[]
  /** What the register says of the term of the documents that the draft cites, by number. */
  readonly terms: ReadonlyMap<string, EnteredTerm>
  /** Titles of the published notices that bear a number which the draft cites. */
  readonly titles: ReadonlyMap<string, readonly string[]>
}

/** A draft as it was read. */
export interface Draft {
  readonly issue: Issue
  readonly instrument: Instrument | null
  readonly text: string
}

/** Reads a draft. */
export function readDraft(text: string, file: string): Draft {
  const source = text.replaceAll('\0', '\uFFFD')
  const issue = read(source, { file, counties })
  return { issue, instrument: issue.instruments[0] ?? null, text: source }
}

/** Everything that stands against a draft before it is issued. */
export function checkDraft({ issue, instrument, text }: Draft, around: DraftSurroundings): DraftFinding[] {
  const fromReader = issue.findings.map(({ kind, severity, message, lines }) => ({
    kind: kindLabel(kind),
    severity,
    message,
    lines,
  }))
  if (instrument === null) {
    const message = '没有读出一份公文：请核对标题、文号和正文。'
    return [...fromReader, { kind: '读不出公文', severity: 'error', message, lines: [] }]
  }
  return [
    ...fromReader,
    ...attributeFindings(text, instrument),
    ...endFindings(instrument),
    ...issuerFindings(instrument, around),
    ...numberFindings(instrument, around),
    ...citationFindings(instrument, around),
    ...unitFindings(instrument, around),
    ...listFindings(instrument),
    ...contradictionsOf(instrument, around.inForce),
    ...orderFindings(around),
  ]
}

/** 公开属性：… has to be chosen, with its reason where it is not open (五寨 五政办发〔2022〕31号第2313行). */
function attributeFindings(text: string, { lines }: Instrument): DraftFinding[] {
  const cite = '五寨 五政办发〔2022〕31号第2313行'
  const found = new RegExp(`(?:公开属性|公开方式)[：:\\s]*(${publicAttributes.join('|')})`).exec(text)
  const bare = new RegExp(`[（(](${publicAttributes.join('|')})[）)]`).exec(text)
  const attribute = found?.[1] ?? bare?.[1]
  if (attribute === undefined) {
    const message = `没有明确公开属性，不得发文：请写明“公开属性：主动公开”“依申请公开”或“不予公开”（${cite}）。`
    return [{ kind: '公开属性', severity: 'error', message, lines: [lines] }]
  }
  if (attribute === '主动公开' || /(?:不公开|不主动公开|公开)的?(?:依据和)?理由[：:]/.test(text)) return []
  const message = `公开属性为“${attribute}”，没有说明不能主动公开的依据和理由，不得发文（${cite}）。`
  return [{ kind: '公开属性', severity: 'error', message, lines: [lines] }]
}

/** Where the end of a text is looked for: its last clauses. */
const LAST_CLAUSES = 8

/** 有效期限 and 解读主体 stand at the end (五寨 五政办发〔2022〕31号第2315行). */
export function endFindings({ clauses, lines }: Pick<Instrument, 'clauses' | 'lines'>): DraftFinding[] {
  const end = clauses.slice(-LAST_CLAUSES).map(wordsOf).join('\n')
  const last: Span = [lines[1], lines[1]]
  const findings: DraftFinding[] = []
  if (!/有效期(?:限|至|为|[：:]|\d|[一二三四五六七八九十])/.test(end)) {
    findings.push({
      kind: '有效期限',
      severity: 'warning',
      message: '正文末尾没有注明有效期限：行政规范性文件应当注明（五寨 五政办发〔2022〕31号第2315行）。',
      lines: [last],
    })
  }
  if (!/解读主体|负责解读|负责解释|由.{2,30}解[读释]/.test(end)) {
    findings.push({
      kind: '解读主体',
      severity: 'warning',
      message:
        '正文末尾没有注明解读主体：以县政府、县政府办公室名义制发的政策性文件应当注明（五寨 五政办发〔2022〕31号第2315行）。',
      lines: [last],
    })
  }
  return findings
}

function wordsOf({ label, heading, text }: Clause): string {
  return [label, heading, text].filter(Boolean).join('')
}

function issuerFindings({ issuer, issuedOn, lines }: Instrument, around: DraftSurroundings): DraftFinding[] {
  const head: Span = [lines[0], lines[0]]
  if (issuer === null) {
    return [
      {
        kind: '发文机关',
        severity: 'error',
        message: '没有读出发文机关：请在标题或落款写全称。',
        lines: [head],
      },
    ]
  }
  const verdict: IssuingVerdict = mayIssue(issuer, issuedOn ?? around.today, around.makers)
  if (verdict.outcome === 'may') return []
  const severity = verdict.outcome === 'may-not' ? 'error' : 'note'
  return [{ kind: '制定主体', severity, message: verdict.reason, lines: [head] }]
}

/** The number is free and follows the last of its series. */
function numberFindings({ docNumber, lines }: Instrument, { numbers }: DraftSurroundings): DraftFinding[] {
  const head: Span = [lines[0], lines[0]]
  if (docNumber === null) {
    return [
      { kind: '文号', severity: 'note', message: '还没有文号：编号前应有合法性审核记录。', lines: [head] },
    ]
  }
  if (numbers.includes(docNumber)) {
    return [
      { kind: '文号', severity: 'error', message: `文号“${docNumber}”已经用过，请换一个。`, lines: [head] },
    ]
  }
  const { series, year, serial } = numberParts(docNumber)
  if (series === null || year === null || serial === null) return []
  const serials = numbers
    .map(numberParts)
    .filter((parts) => parts.series === series && parts.year === year)
    .map((parts) => parts.serial ?? 0)
  const last = Math.max(0, ...serials)
  if (serials.length === 0 || serial === last + 1) return []
  const message = `文号“${docNumber}”不连续：${series}〔${year}〕公开的最后一号是${last}号，下一号应为${last + 1}号。`
  return [{ kind: '文号', severity: 'warning', message, lines: [head] }]
}

/** Cites of what is repealed, has lapsed, is not in force yet, or bears another title. */
function citationFindings(
  draft: Instrument,
  { effects, terms, titles, today }: DraftSurroundings,
): DraftFinding[] {
  const changed = changedBy(draft)
  return draft.citations.flatMap(({ docNumber: cited, title, lines }): DraftFinding[] => {
    if (cited === null || cited === draft.docNumber || changed.has(cited)) return []
    const named = `引用的《${title}》（${cited}）`
    const others = titles.get(cited) ?? []
    if (others.length > 0 && !others.some((other) => isTitleOf(other, title))) {
      const message = `${named}文号与标题不符：公开的${cited}是《${others[0]}》，请核对文号。`
      return [{ kind: '引用文号与标题不符', severity: 'warning', message, lines: [lines] }]
    }
    // When it was issued is not known: it stood before what speaks of it.
    const { standing, reason } = validityOn(
      { issuedOn: '0001-01-01' },
      effects.get(cited) ?? [],
      today,
      terms.get(cited),
    )
    const how = reason.replace(/。$/, '')
    if (standing === 'repealed' || standing === 'ended') {
      const message = `${named}已经失去效力：${how}，请改引现行文件。`
      return [{ kind: '引用已失效文件', severity: 'error', message, lines: [lines] }]
    }
    if (standing !== 'not-yet') return []
    const message = `${named}尚未施行：${how}，请核对是否引用原来的文件。`
    return [{ kind: '引用未施行文件', severity: 'warning', message, lines: [lines] }]
  })
}

/** A document goes by its whole title or by the name of what it hands out, in any punctuation. */
function isTitleOf(whole: string, cited: string): boolean {
  const [long = '', short = ''] = [whole, cited].map((title) =>
    foldText(title).replace(/[^\p{L}\p{N}]/gu, ''),
  )
  return long.includes(short) || short.includes(long)
}

/** Units that the county does not know: abolished, renamed, or mistyped. */
function unitFindings({ duties }: Instrument, { county }: DraftSurroundings): DraftFinding[] {
  const known = countyBySlug.get(county)
  if (known === undefined) return []
  const names = new Set(known.units.flatMap(({ name, aliases }) => [name, ...aliases]))
  const seen = new Set<string>()
  return duties.flatMap(({ units, lines }) =>
    units.flatMap(({ name, printed }) => {
      const isOwn = /^县/.test(name) || name.startsWith(known.name)
      if (names.has(name) || !isOwn || seen.has(name)) return []
      seen.add(name)
      const message = `“${printed}”不在本县机构之中：可能已经撤并、改名，或写法有误，请核对全称。`
      return [{ kind: '机构不存在', severity: 'warning' as const, message, lines: [lines] }]
    }),
  )
}

/** Tables that are lists: each item names the article it rests on (五寨 五政办发〔2022〕31号第2297行). */
function listFindings({ tables, title }: Instrument): DraftFinding[] {
  if (!/清单|目录/.test(title)) return []
  return tables.flatMap((table) => {
    const missing = rowsWithoutArticle(table)
    const rows = table.rows.filter(({ kind }) => kind === 'row').length
    if (missing.length === 0 || rows < 3) return []
    const message = `清单${rows}项中有${missing.length}项没有写明法律法规或政策的具体条款：没有依据的事项不得列入（五寨 五政办发〔2022〕31号第2297行）。`
    const lines = missing.slice(0, 20).map(({ line }): Span => [line, line])
    return [{ kind: '清单事项无条款', severity: 'warning' as const, message, lines }]
  })
}

function orderFindings({ sameOrder }: DraftSurroundings): DraftFinding[] {
  return sameOrder.map(({ docNumber, title, because }) => ({
    kind: '同一部署已有文件',
    severity: 'warning' as const,
    message: `${because}：本县已有${docNumber ?? ''}《${title}》，请核对是否重复发文，或写明废止、修改它。`,
    lines: [],
  }))
}

/** What a draft carries out: the orders that it names before its first numbered clause, and what it is about. */
export function ordersOf(instrument: Instrument, county: string): { superiors: string[]; matter: string } {
  const name = countyBySlug.get(county)?.name ?? ''
  const isSuperior = isSuperiorIn(instrument, name)
  const superiors = instrument.citations.filter(isSuperior).map(({ docNumber, title }) => docNumber ?? title)
  return { superiors: [...new Set(superiors)], matter: matterOf(instrument, name === '' ? null : name) }
}
