import {
  type Clause,
  type Deadline,
  type DurationUnit,
  type Finding,
  findingKinds,
  type Instrument,
  type Issue,
  repairKinds,
  type Span,
  type Target,
} from '@luoshi/gazette'

/** 2022-08-22 as 2022年8月22日. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 第12行 or 第12—15行. */
export function chineseLines([first, last]: Readonly<Span>): string {
  return first === last ? `第${first}行` : `第${first}—${last}行`
}

/** 第12行、第40—43行. */
export function chineseSpans(spans: readonly Span[]): string {
  return spans.map(chineseLines).join('、')
}

/** An issue's own words for itself: 清源县人民政府公报 2026年第2期（上）; a loose notice by its title, several by their file. */
export function issueTitle(issue: Issue): string {
  const [notice, ...others] = issue.instruments
  const fileName = issue.file.split(/[\\/]/).at(-1) ?? issue.file
  const loose = notice === undefined || others.length > 0 ? fileName : notice.title
  const name = issue.name ?? (issue.number === null ? loose : '政府公报')
  const number = issueNumber(issue)
  return number === '' ? name : `${name} ${number}`
}

/** 2026年第2期（上）; empty for a loose notice. */
export function issueNumber(issue: Issue): string {
  const year = issue.year === null ? '' : `${issue.year}年`
  const number = issue.number === null ? '' : `第${issue.number}期`
  return number === '' ? '' : `${year}${number}${issue.part === null ? '' : `（${issue.part}）`}`
}

/** Labels that end in no mark of their own, as 第五条 and 1.2, stand apart from what follows. */
export function spaceAfter(label: string): string {
  return /[条章节\d]$/.test(label) ? '　' : ''
}

/** 附件2: what stands alone above the title of an annex. */
export function isAnnexMark(heading: string): boolean {
  return /^附[件表录]\s*\d*$/.test(heading)
}

/** What is counted of an instrument, in the order in which it is shown. */
export function instrumentCounts(instrument: Instrument): { label: string; count: number }[] {
  return [
    { label: '任务', count: instrument.duties.length },
    { label: '期限', count: instrument.deadlines.length },
    { label: '指标', count: instrument.targets.length },
    { label: '金额', count: instrument.amounts.length },
    { label: '引用', count: instrument.citations.length },
    { label: '表格', count: instrument.tables.length },
    { label: '附件', count: instrument.annexes.length },
  ]
}

/** A severity as users read it: the word and a shape that tells it without colour. */
export const severityWords = {
  error: { word: '有误', shape: '■' },
  warning: { word: '存疑', shape: '▲' },
  note: { word: '提示', shape: '●' },
} as const satisfies Record<Finding['severity'], { word: string; shape: string }>

const operatorWords = {
  '>=': '不低于',
  '<=': '不超过',
  '>': '高于',
  '<': '低于',
  '=': '',
  '~': '约',
} as const satisfies Record<Target['operator'], string>

/** 不低于 92%. */
export function targetWords(target: Target): string {
  const operator = operatorWords[target.operator]
  return `${operator}${operator === '' ? '' : ' '}${target.value}${target.unit}`
}

const durationWords = {
  hour: '小时',
  day: '日',
  workday: '个工作日',
  week: '周',
  month: '个月',
  year: '年',
} as const satisfies Record<DurationUnit, string>

const weekdays: Readonly<Record<string, string>> = {
  MO: '一',
  TU: '二',
  WE: '三',
  TH: '四',
  FR: '五',
  SA: '六',
  SU: '日',
}

const rhythms: Readonly<Record<string, string>> = {
  DAILY: '每日',
  WEEKLY: '每周',
  MONTHLY: '每月',
  'MONTHLY 3': '每季度',
  'MONTHLY 6': '每半年',
  YEARLY: '每年',
}

const rhythmUnits: Readonly<Record<string, string>> = {
  DAILY: '日',
  WEEKLY: '周',
  MONTHLY: '个月',
  YEARLY: '年',
}

function ruleParts(recurrence: string): ReadonlyMap<string, string> {
  return new Map(
    recurrence.split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=')
      return [name, value]
    }),
  )
}

/** How often something comes back, from its rule (RFC 5545): 每日, 每季度, 每2周. */
export function rhythmWords(recurrence: string): string {
  const parts = ruleParts(recurrence)
  const frequency = parts.get('FREQ') ?? ''
  const interval = parts.get('INTERVAL') ?? '1'
  const known = rhythms[interval === '1' ? frequency : `${frequency} ${interval}`]
  return known ?? `每${interval}${rhythmUnits[frequency] ?? '次'}`
}

/** When something comes back: 每月18日, 每周一, 每年4—11月. */
export function recurrenceWords(recurrence: string): string {
  const parts = ruleParts(recurrence)
  const listed = (name: string) => parts.get(name)?.split(',') ?? []
  const numbers = listed('BYMONTH').map(Number)
  const isRun = numbers.length > 2 && numbers.every((month, index) => month === (numbers[0] ?? 0) + index)
  const months = isRun ? [`${numbers[0]}—${numbers.at(-1)}月`] : numbers.map((month) => `${month}月`)
  const days = listed('BYMONTHDAY').map((day) => (day === '-1' ? '最后一日' : `${day}日`))
  const week = listed('BYDAY').map((day) => weekdays[day] ?? '')
  return `${rhythmWords(recurrence)}${months.join('、')}${days.join('、')}${week.join('、')}`
}

/** What a deadline means: its date, its duration, or when it comes back. */
export function deadlineWords(deadline: Deadline): string {
  if (deadline.date !== null) return chineseDate(deadline.date)
  if (deadline.duration !== null) {
    return `${deadline.duration.amount} ${durationWords[deadline.duration.unit]}`
  }
  return deadline.recurrence === null ? '' : recurrenceWords(deadline.recurrence)
}

/** Whole 元 with thousands parted: 1,286.50. */
export function groupedYuan(yuan: string): string {
  const [whole = '0', fraction] = yuan.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** What a kind of repair is called. */
export function repairLabel(kind: string): string {
  return Object.hasOwn(repairKinds, kind) ? repairKinds[kind as keyof typeof repairKinds] : kind
}

/** What a kind of finding is called. */
export function kindLabel(kind: string): string {
  return Object.hasOwn(findingKinds, kind) ? findingKinds[kind as keyof typeof findingKinds].label : kind
}

/** A clause as clerks name it: 二（一）3, from the labels above it; 第五条; a paragraph by the clause it is in. */
export function clauseReference(clauses: ReadonlyMap<string, Clause>, id: string): string {
  let reference = ''
  for (let clause = clauses.get(id); clause !== undefined; clause = clauses.get(clause.parent ?? '')) {
    const label = clause.label ?? ''
    reference = label.replace(/[、.．]$/, '') + reference
    if (/^第.+条$/.test(label) || /^\d+\.\d/.test(label)) break
  }
  return reference === '' ? '正文' : reference
}

/** The first characters of a text, for lists. */
export function shortened(text: string, length = 48): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
