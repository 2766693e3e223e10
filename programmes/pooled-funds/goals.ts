import { type Decimal, productOf } from '@luoshi/kernel'

/** What a goal promises in figures, as far as it says some. */
export interface Goal {
  readonly households?: number
  readonly persons?: number
  /** What is to be earned, each with the words before it: 户均增长 3000 元. */
  readonly income: readonly { readonly of: string; readonly yuan: Decimal }[]
}

const INCOME = /([\u4e00-\u9fa5]{0,6})(\d{1,9}(?:\.\d{1,4})?)(万?)元/g

/** Figures of a goal that is written in words; what it does not say stays empty. */
export function goalFrom(text: string): Goal {
  const plain = text.replaceAll(/\s/g, '')
  const households = /(\d{1,6})余?户/.exec(plain)?.[1]
  const persons = /(\d{1,6})(?:名|余)?(?:人|个村民)/.exec(plain)?.[1]
  return {
    ...(households === undefined ? {} : { households: Number(households) }),
    ...(persons === undefined ? {} : { persons: Number(persons) }),
    income: [...plain.matchAll(INCOME)].map(([, of = '', amount = '', isMyriad]) => ({
      of,
      yuan: isMyriad === '万' ? productOf(amount, '10000') : amount,
    })),
  }
}

/** A goal's figures as one reads them; empty where there are none. */
export function goalText({ households, persons, income }: Goal): string {
  return [
    ...(households === undefined ? [] : [`${households}户`]),
    ...(persons === undefined ? [] : [`${persons}人`]),
    ...income.map(({ of, yuan }) => `${of}${yuan}元`),
  ].join('，')
}
