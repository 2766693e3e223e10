import { type Answer, choice, defineRule, defineValueRule, gap, yesNo } from '@luoshi/kernel'
import { notice } from './notice.ts'

/** How a household can be heated. */
export const methods = {
  central: '集中供热',
  electric: '煤改电',
  gas: '煤改气',
  other: '其他清洁能源',
} as const

export type Method = keyof typeof methods

const suggestion = choice('建议的改造方式', {
  central: '集中供热',
  'electric-gas-other': '煤改电、煤改气或其他清洁能源',
  'electric-other': '煤改电或其他清洁能源',
})

export type Suggestion = 'central' | 'electric-gas-other' | 'electric-other'

export const suggestionField = suggestion
export const reach = {
  isHeatReached: yesNo('热力管网覆盖到'),
  isGasReached: yesNo('燃气管网覆盖到'),
}
export const method = choice('改造方式', methods)

/** Central heating comes first where its pipes reach; gas only where those of gas do. */
export function suggestedFor({
  isHeatReached,
  isGasReached,
}: {
  readonly isHeatReached: boolean
  readonly isGasReached: boolean
}): Suggestion {
  if (isHeatReached) return 'central'
  return isGasReached ? 'electric-gas-other' : 'electric-other'
}

const allowed: Readonly<Record<Suggestion, readonly Method[]>> = {
  central: ['central'],
  'electric-gas-other': ['electric', 'gas', 'other'],
  'electric-other': ['electric', 'other'],
}

export const suggestionRule = defineValueRule({
  id: 'suggestion',
  title: '建议的改造方式',
  basis: notice.lines(1271, 1277),
  gives: suggestion,
  inputs: reach,
  parameters: {},
  decide: (input): Answer<Suggestion> => {
    const value = suggestedFor(input)
    const heat = input.isHeatReached ? '热力管网覆盖到，优先集中供热' : '热力管网覆盖不到'
    const gas = input.isGasReached ? '燃气管网覆盖到' : '燃气管网覆盖不到'
    return { value, because: input.isHeatReached ? heat : `${heat}，${gas}` }
  },
})

/** The method that was chosen is one of those that the pipes allow. */
export const methodFits = defineRule({
  id: 'method-fits',
  title: '改造方式与管网覆盖相符',
  basis: notice.lines(1271, 1277),
  inputs: { ...reach, method },
  parameters: {},
  decide: ({ method: chosen, ...pipes }) => {
    const fitting = allowed[suggestedFor(pipes)]
    return {
      isMet: fitting.includes(chosen),
      wanted: `采用${fitting.map((one) => methods[one]).join('、')}`,
      found: methods[chosen],
      basis: pipes.isHeatReached ? notice.lines(1271) : notice.lines(1277),
    }
  },
})

export const methodGaps = [gap('“煤改电”和“煤改气”之间哪个优先没有写明', notice.lines(1271))]
