import { type Database, latestEntries } from '@luoshi/store'
import { z } from 'zod'

/** Public attributes of a document (公开属性), as 五寨 五政办发〔2022〕31号第2313行 names them. */
export const publicAttributes = ['主动公开', '依申请公开', '不予公开'] as const

/** A document's public attribute. */
export type PublicAttribute = (typeof publicAttributes)[number]

const optionalText = z.string().trim().max(500).default('')

/** An entry of the ledger of public attributes (公文公开属性认定台账). */
export const attributeSchema = z.object({
  docNumber: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  unit: z.string().trim().min(1).max(60),
  attribute: z.enum(publicAttributes),
  /** Basis and reason of what is not open. */
  reason: optionalText,
  superiorNumber: optionalText,
  superiorAttribute: z.preprocess(
    (value) => value || null,
    z.enum(publicAttributes).nullable().default(null),
  ),
  /** Why a document is less open than the one above it. */
  overrideReason: optionalText,
  decidedOn: z.iso.date(),
})

/** An entry as it was last entered. */
export type AttributeEntry = z.infer<typeof attributeSchema>

/** Why an attribute cannot be entered; empty where it can. */
export function attributeProblems(entry: AttributeEntry): string[] {
  const { attribute, reason, superiorAttribute, overrideReason } = entry
  const problems: string[] = []
  if (attribute === '主动公开') return problems
  if (reason === '') {
    problems.push(
      `拟定为“${attribute}”，没有说明不能主动公开的依据和理由，不得发文（五寨 五政办发〔2022〕31号第2313行）。`,
    )
  }
  if (superiorAttribute === '主动公开' && overrideReason === '') {
    problems.push(
      `上位文件为“主动公开”，原则上不得拟定为“${attribute}”；确需如此的，应写明理由（五台 五政办发〔2021〕42号第185行）。`,
    )
  }
  return problems
}

/** The share of documents that are not open, by year, and whether it rose. */
export interface AttributeYear {
  readonly year: number
  readonly all: number
  readonly notOpen: number
  /** Of a hundred, one decimal. */
  readonly share: string
  /** The share should fall year by year; null for the first year. */
  readonly isRisen: boolean | null
}

/** (依申请公开 + 不予公开) ÷ all, by year (五台 五政办发〔2021〕42号第183行). */
export function attributeYears(
  entries: readonly Pick<AttributeEntry, 'attribute' | 'decidedOn'>[],
): AttributeYear[] {
  const byYear = Map.groupBy(entries, ({ decidedOn }) => Number(decidedOn.slice(0, 4)))
  const years = [...byYear].sort(([a], [b]) => a - b)
  return years.map(([year, found], index) => {
    const notOpen = notOpenIn(found)
    const before = years[index - 1]?.[1]
    return {
      year,
      all: found.length,
      notOpen,
      share: tenths(notOpen, found.length),
      // Cross-multiplied: whole numbers compare exactly.
      isRisen: before === undefined ? null : notOpen * before.length > notOpenIn(before) * found.length,
    }
  })
}

function notOpenIn(entries: readonly Pick<AttributeEntry, 'attribute'>[]): number {
  return entries.filter(({ attribute }) => attribute !== '主动公开').length
}

/** 1 of 3 as 33.3: rounded half up, in whole tenths of a hundredth. */
export function tenths(part: number, whole: number): string {
  if (whole === 0) return '0.0'
  const scaled = Math.floor((part * 2000 + whole) / (2 * whole))
  return `${Math.floor(scaled / 10)}.${scaled % 10}`
}

/** The ledger of a county, as last entered. */
export async function attributeEntries(db: Database, county: string): Promise<AttributeEntry[]> {
  const entries = await latestEntries(db, { county, kind: 'attribute' })
  return entries.map(({ payload }) => attributeSchema.parse(payload))
}
