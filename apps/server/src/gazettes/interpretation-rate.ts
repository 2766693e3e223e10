import { tenths } from './attributes.ts'

/** How much of a unit's policy documents is interpreted. */
export interface InterpretationRate {
  readonly unit: string
  readonly documents: number
  readonly interpreted: number
  /** Of a hundred, one decimal. */
  readonly rate: string
  /** Whether the rate reaches what is asked. */
  readonly isEnough: boolean
}

/** Least rate, of a hundred: 五台 五政办发〔2021〕42号第205行. */
export const LEAST_RATE = 90

/** Interpreted ÷ policy documents, by the unit that answers for them; those that fall short first. */
export function interpretationRates(
  documents: readonly { readonly docNumber: string; readonly unit: string }[],
  interpreted: ReadonlySet<string>,
): InterpretationRate[] {
  const byUnit = Map.groupBy(documents, ({ unit }) => unit)
  return [...byUnit]
    .map(([unit, own]) => {
      const count = own.filter(({ docNumber }) => interpreted.has(docNumber)).length
      return {
        unit,
        documents: own.length,
        interpreted: count,
        rate: tenths(count, own.length),
        isEnough: count * 100 >= LEAST_RATE * own.length,
      }
    })
    .sort((a, b) => Number(a.isEnough) - Number(b.isEnough) || a.unit.localeCompare(b.unit, 'zh-CN'))
}
