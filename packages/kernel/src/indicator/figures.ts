import type { Grant } from '../access/access.ts'
import type { Basis } from '../definition/gap.ts'
import { citeOf } from '../definition/gap.ts'
import { defineProcedure, OPENING, type Procedure } from '../procedure/procedure.ts'
import { defineRegister, type Register } from '../register/register.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import { choice, fields, measure, text } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import { findPeriod, periodKindLabels } from '../time/period.ts'
import type { Indicator } from './indicator.ts'

/** Who reports the figures of indicators, who checks them, and on what that rests. */
export interface FiguresDefinition {
  readonly basis: Basis
  readonly version: number
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly indicators: readonly Indicator[]
  /** Who reports: units of their own figures. */
  readonly reports: readonly Grant[]
  /** Who checks: never the one who reported. */
  readonly checks: readonly Grant[]
  readonly reads: readonly Grant[]
}

/** The register of a programme's figures, how one is reported and checked, and what it is held to. */
export interface Figures {
  readonly register: Register
  readonly procedure: Procedure
  readonly rules: readonly Rule[]
}

/** Figures of indicators by period, with where they come from: reported by one, checked by another, put right with a reason. */
export function figuresOf(definition: FiguresDefinition): Figures {
  const { indicators, basis, version, validFrom, validTo, reports, checks, reads } = definition
  const register = figureRegister(indicators, basis, [...reports, ...checks, ...reads], reports)
  const { shape } = register.fields
  const procedure = defineProcedure({
    id: register.id,
    title: register.title,
    basis: citeOf(basis),
    version,
    validFrom,
    validTo,
    register: register.id,
    subject: register.fields,
    access: { read: [...reports, ...checks, ...reads] },
    lookups: {},
    opening: { title: '填报', by: reports, basis, gates: [PERIOD_RULE] },
    initial: 'reported',
    states: {
      reported: {
        title: '待审核',
        on: {
          check: { title: '审核通过', to: 'checked', by: checks, basis, notByWhoDid: [OPENING, 'resubmit'] },
          return: { title: '退回', to: 'returned', by: checks, basis, needsReason: true },
        },
      },
      returned: {
        title: '已退回',
        on: {
          resubmit: {
            title: '重新填报',
            to: 'reported',
            by: reports,
            basis,
            input: fields({ value: shape.value, source: shape.source }),
          },
        },
      },
      checked: {
        title: '已审核',
        final: 'completed',
        on: { reopen: { title: '退回更正', to: 'returned', by: checks, basis, needsReason: true } },
      },
    },
    limits: {},
  })
  return { register, procedure, rules: [periodFits(indicators, basis, shape)] }
}

const PERIOD_RULE = 'figure-period'

function figureRegister(
  indicators: readonly Indicator[],
  basis: Basis,
  reads: readonly Grant[],
  writes: readonly Grant[],
) {
  const titles = indicators.map(({ id, title, partOf, unit }) => {
    const whole = partOf === undefined ? title : `${partOf}：${title}`
    return [id, unit === '' ? whole : `${whole}（${unit}）`]
  })
  return defineRegister({
    id: 'figures',
    title: '指标数据',
    basis: citeOf(basis),
    fields: fields({
      indicator: choice('指标', Object.fromEntries(titles) as Record<string, string>),
      period: text('期间', { help: '月度如2026-08，季度如2026-Q3，半年如2026-H1，年度如2026' }),
      value: measure('数值', '按指标的计量单位', { least: '-999999999999999' }),
      source: text('数据来源', { help: '报表、文件或系统的名称，可供核对' }),
    }),
    key: ['indicator', 'period'],
    access: { read: reads, write: writes },
  })
}

function periodFits(
  indicators: readonly Indicator[],
  basis: Basis,
  { indicator, period }: ReturnType<typeof figureRegister>['fields']['shape'],
): Rule {
  const byId = new Map(indicators.map((one) => [one.id, one]))
  return defineRule({
    id: PERIOD_RULE,
    title: '填报期间',
    basis: citeOf(basis),
    inputs: { indicator, period },
    parameters: {},
    decide: (input) => {
      const known = byId.get(input.indicator)
      if (known === undefined) return { missing: '指标' }
      const found = findPeriod(input.period)
      return {
        isMet: found?.kind === known.every,
        wanted: `“${known.title}”按${periodKindLabels[known.every]}填报`,
        found: found?.title ?? `“${input.period}”不是期间`,
        basis: known.basis,
      }
    },
  })
}
