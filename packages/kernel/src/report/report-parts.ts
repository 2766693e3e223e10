import type { Grant } from '../access/access.ts'
import type { Validity } from '../campaign/campaign-parts.ts'
import type { Case } from '../procedure/case.ts'
import { OWN_UNIT } from '../procedure/known-facts.ts'
import { defineProcedure, type Procedure } from '../procedure/procedure.ts'
import { defineRegister, type Register } from '../register/register.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import { date, type Fields, fields } from '../schema/fields.ts'
import { unit } from '../schema/form-fields.ts'
import { periodOf } from '../time/period.ts'
import { daysOfTurn, periodOfTurn, recurrenceText } from './recurrence.ts'
import type { Report } from './report.ts'
import type { ReportAnswer } from './report-summary.ts'

/** What a report gives its programme: where answers are kept, how one is sent and taken, and what it is held to. */
export interface ReportParts {
  readonly register: Register
  readonly procedure: Procedure
  readonly rules: readonly Rule[]
}

const turn = date('报送日', { help: '原文规定的那一天，如每月18日报的填18日' })
const sender = unit('报送单位')

/**
 * The register, procedure and rules of a report's answers; they are listed in its programme like any others. Each unit
 * answers a turn once; what was sent back is put right and sent again.
 *
 * @param reads who sees all answers, beside those who send and take them
 */
export function reportParts(report: Report, validity: Validity, reads: readonly Grant[]): ReportParts {
  const { id, title, basis, owedBy, owedTo } = report
  const sends: Grant[] = [{ role: owedBy, reach: 'unit' }]
  const takes: Grant[] = [{ role: owedTo, reach: 'county' }]
  const all = [...sends, ...takes, ...reads]
  const rules = [turnRule(report), senderRule(report)]
  const register: Register = defineRegister<Fields>({
    id,
    title,
    basis,
    fields: fields({ unit: sender, turn, ...report.fields.def.shape }),
    key: ['unit', 'turn'],
    access: { read: all, write: sends },
  })
  const procedure = defineProcedure({
    id,
    title,
    basis,
    ...validity,
    register: id,
    subject: register.fields,
    access: { read: all },
    lookups: {},
    opening: { title: '报送', by: sends, basis, gates: rules.map((rule) => rule.id) },
    initial: 'sent',
    states: {
      sent: {
        title: '已报送',
        on: {
          take: { title: '收下', to: 'taken', by: takes, basis },
          return: { title: '退回', to: 'returned', by: takes, basis, needsReason: true },
        },
      },
      returned: {
        title: '已退回',
        on: { resend: { title: '重新报送', to: 'sent', by: sends, basis, input: report.fields } },
      },
      taken: {
        title: '已收下',
        final: 'completed',
        on: { reopen: { title: '退回更正', to: 'returned', by: takes, basis, needsReason: true } },
      },
    },
    limits: {},
  })
  return { register, procedure, rules }
}

/** The answers that cases of a report's procedure are; what was sent back counts as sent. */
export function answersFrom(report: Report, cases: readonly Case[]): readonly ReportAnswer[] {
  return cases
    .filter(({ procedure }) => procedure === report.id)
    .map(({ unit, opened, data }) => ({ unit, turn: String(data['turn']), at: opened, data }))
}

function turnRule({ id, title, due, from, until }: Report): Rule {
  const basis = due.basis.kind === 'gap' ? due.basis.basis : due.basis
  return defineRule({
    id: `${id}-turn`,
    title: '报送日',
    basis,
    inputs: { turn },
    parameters: {},
    decide: (input) => {
      const days = daysOfTurn(due.turn, periodOf(periodOfTurn[due.turn.kind], input.turn))
      const isWithin = from <= input.turn && (until === null || input.turn <= until)
      return {
        isMet: isWithin && days.includes(input.turn),
        wanted: `“${title}”的报送日（${recurrenceText(due)}，自${from}起${until === null ? '' : `至${until}`}）`,
        found: input.turn,
      }
    },
  })
}

function senderRule({ id, title, basis }: Report): Rule {
  return defineRule({
    id: `${id}-sender`,
    title: '报送单位',
    basis,
    inputs: { unit: sender, [OWN_UNIT]: unit('办件所属机构') },
    parameters: {},
    decide: (input) => ({
      isMet: input.unit === input[OWN_UNIT],
      wanted: `“${title}”由本单位报送（${input[OWN_UNIT]}）`,
      found: input.unit,
    }),
  })
}
