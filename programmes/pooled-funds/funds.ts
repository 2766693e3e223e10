import {
  choice,
  compareDecimals,
  type Decimal,
  type Decision,
  differenceOf,
  isAtMost,
  measure,
  sumOf,
} from '@luoshi/kernel'

/** Where money comes from. The two notices call some of them by different names. */
export const sources = {
  central: '中央衔接资金',
  provincial: '省级衔接资金',
  city: '市级衔接资金',
  county: '县级衔接资金',
  pooledCentral: '统筹整合中央资金',
  pooledProvincial: '统筹整合省级资金',
  carriedOver: '整合上年结转中央资金',
} as const

export type Source = keyof typeof sources

export const sourceIds = Object.keys(sources) as Source[]

/** What money is for. */
export const classes = {
  industry: '产业发展类',
  infrastructure: '基础设施类',
  policy: '政策补助类',
  resettlement: '易地搬迁后续扶持类',
  management: '项目管理费',
} as const

export type UseClass = keyof typeof classes

export const classIds = Object.keys(classes) as UseClass[]

/** 万元, to the 元 as the notices print it. */
const inMillesimal = (label: string) => measure(label, '万元')

export const sourceChoice = choice('资金来源', sources)
export const classChoice = choice('资金类别', classes)
export const totalAmount = inMillesimal('合计')

/** What a project or a payment has of each source. */
export const shareShape = {
  central: inMillesimal(sources.central).optional(),
  provincial: inMillesimal(sources.provincial).optional(),
  city: inMillesimal(sources.city).optional(),
  county: inMillesimal(sources.county).optional(),
  pooledCentral: inMillesimal(sources.pooledCentral).optional(),
  pooledProvincial: inMillesimal(sources.pooledProvincial).optional(),
  carriedOver: inMillesimal(sources.carriedOver).optional(),
} as const

/** Amounts by source, as far as there are some. */
export type Shares = Readonly<Partial<Record<Source, Decimal | undefined>>>

/** Of one source, `0` for none. */
export const shareOf = (shares: Shares, source: Source): Decimal => shares[source] ?? '0'

/** Of all sources. */
export const totalOf = (shares: Shares): Decimal => sumOf(sourceIds.map((source) => shareOf(shares, source)))

/** All of one source in several. */
export const sumOfSource = (all: readonly Shares[], source: Source): Decimal =>
  sumOf(all.map((shares) => shareOf(shares, source)))

/** What there is of a source, of a class or of all, and what is taken of it; 万元. */
export interface Taken {
  readonly name: string
  readonly has: Decimal
  readonly takes: Decimal
}

/**
 * Whether something is taken, and of nothing more than there is.
 *
 * @param total what is taken now, 万元
 * @param words what has it and what takes it, and what is wanted, for the reason
 */
export function takenWithin(
  total: Decimal,
  taken: readonly Taken[],
  words: { readonly has: string; readonly takes: string; readonly wanted: string },
): Decision {
  const over = taken.filter(({ has, takes }) => !isAtMost(takes, has))
  const told = over.map(
    ({ name, has, takes }) =>
      `${name}${words.has}${has}万元，${words.takes}${takes}万元，超出${differenceOf(takes, has)}万元`,
  )
  return {
    isMet: over.length === 0 && compareDecimals(total, '0') > 0,
    wanted: words.wanted,
    found: over.length === 0 ? `${total}万元` : told.join('；'),
  }
}

const sourceNames = new Map<string, Source>([
  ...sourceIds.map((source) => [sources[source], source] as const),
  ['统筹其他中央资金', 'pooledCentral'],
  ['统筹其他省级资金', 'pooledProvincial'],
])

const classNames = new Map<string, UseClass>([
  ...classIds.map((one) => [classes[one], one] as const),
  ['易地搬迁安置区基础设施和公共服务配套类', 'resettlement'],
  ['易地搬迁后扶类', 'resettlement'],
])

/** One source of a plan with its amount in 万元. */
export interface SourceRow {
  readonly source: Source
  readonly amount: Decimal
}

/** One class of a plan; a plan may say no number of projects, which is not none. */
export interface UseRow {
  readonly useClass: UseClass
  readonly amount: Decimal
  readonly projects?: number | undefined
}

/** What a plan's text says of its money. */
export interface ReadFunds {
  readonly sources: readonly SourceRow[]
  readonly uses: readonly UseRow[]
}

/** Reads sources and uses from the text of a plan, as it is printed. What it has no word for is left out. */
export function readFunds(text: string): ReadFunds {
  const plain = text.replaceAll(/\s/g, '')
  const found = plain.split(/[，,；;。：:]/).flatMap((part): SourceRow[] => {
    const at = part.search(/\d/)
    const source = sourceNames.get(part.slice(0, at))
    const amount = amountAt(part, at)
    return source === undefined || amount === null ? [] : [{ source, amount }]
  })
  const [head = '', ...after] = plain.split('统筹安排')
  const uses = after.flatMap((segment, place): UseRow[] => {
    const before = place === 0 ? head : String(after[place - 1])
    const useClass = classNames.get(headingAt(before))
    const amount = amountAt(segment, 0)
    if (useClass === undefined || amount === null) return []
    const counted = /项目(\d+)个/.exec(segment)?.[1]
    return [{ useClass, amount, ...(counted === undefined ? {} : { projects: Number(counted) }) }]
  })
  return { sources: found, uses }
}

/** An amount in 万元 that begins there; null for none. */
function amountAt(text: string, at: number): Decimal | null {
  return at < 0 ? null : (/^(\d{1,9}(?:\.\d{1,4})?)万元/.exec(text.slice(at))?.[1] ?? null)
}

/** The heading with which a text ends: 产业发展类 of 1.产业发展类： */
function headingAt(text: string): string {
  return (
    text
      .replace(/[：:]$/, '')
      .split(/[.．、）)；;。]/)
      .at(-1) ?? ''
  )
}
