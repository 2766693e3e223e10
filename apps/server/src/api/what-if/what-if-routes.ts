import type { JudgedView, WhatIfView } from '@luoshi/client'
import {
  caseFieldsOf,
  dateOf,
  type Judged,
  type Parameters,
  type Programme,
  type Rule,
  readParameterValue,
  type Verdict,
  type Worth,
  whatIf,
  withValue,
} from '@luoshi/kernel'
import type { Hono } from 'hono'
import { z } from 'zod'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { type ApiIssue, apiIssue } from '../api-issues.ts'
import { findSight, isIssue } from '../find-procedure.ts'
import { readAllCases } from '../read-all-cases.ts'
import { refuse } from '../refusal.ts'
import { readBody } from '../requests.ts'
import { titleOf } from '../views/case-summary.ts'
import { outcomes } from '../views/history-view.ts'
import type { Sight } from '../views/sight.ts'
import { isRate, rulesByCaseAlone, whatIfOptions } from './what-if-options.ts'

const WHAT_IF = '/api/v1/:county/programmes/:programme/procedures/:procedure/what-if'

/** Changed cases that are named. */
const MOST_NAMED = 200

const name = z.string().min(1).max(200)

const body = {
  schema: z.strictObject({
    rule: name,
    values: z
      .array(z.strictObject({ parameter: name, from: z.iso.date(), value: z.string().max(2000) }))
      .max(50),
    worth: z.union([
      z.strictObject({ amount: name }),
      z.strictObject({ quantity: name, rate: name, datedBy: name.optional() }),
    ]),
    states: z.array(name).max(100).optional(),
    on: z.iso.date().optional(),
  }),
  wanted:
    '{"rule": 规则, "values": [{"parameter": 参数, "from": 日期, "value": 值}], "worth": {"quantity": 项目, "rate": 参数}}',
}

type Asked = z.output<typeof body.schema>

/** What would be if the county set other values: judged over the cases that one may read, and nothing is changed. */
export function addWhatIfRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.get(WHAT_IF, (c) => {
    const sight = findSight(c, context)
    return isIssue(sight) ? refuse(c, library, sight) : c.json(whatIfOptions(sight))
  })

  app.post(WHAT_IF, async (c) => {
    const asked = await readBody(c, body)
    if (!asked.isTold) return refuse(c, library, asked.issue)
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const prepared = prepare(sight, asked.value)
    if (isIssue(prepared)) return refuse(c, library, prepared)
    const { states } = asked.value
    const found = await readAllCases(services.db, sight, states === undefined ? {} : { states })
    if (isIssue(found)) return refuse(c, library, found)
    const titles = new Map(found.map((one) => [one.id, titleOf(sight, one)]))
    const records = found.map(({ id, data }) => ({ id, facts: data }))
    const on = asked.value.on ?? dateOf(sight.now)
    const inForce = sight.state.parameters.get(sight.programme.id) ?? {}
    const { rule, worth, others } = prepared
    const shown = whatIf(rule, records, worth, on, inForce, others)
    const view: WhatIfView = {
      ruleTitle: rule.title,
      on,
      cases: records.length,
      before: shown.before,
      after: shown.after,
      difference: shown.difference,
      changedCount: shown.changed.length,
      changed: shown.changed.slice(0, MOST_NAMED).map(({ id, before, after }) => ({
        id,
        title: titles.get(id) ?? id,
        before: judgedView(before),
        after: judgedView(after),
      })),
    }
    return c.json(view)
  })
}

interface Prepared {
  readonly rule: Rule
  readonly worth: Worth
  readonly others: Parameters
}

function prepare({ programme, procedure, state }: Sight, asked: Asked): Prepared | ApiIssue {
  const fields = caseFieldsOf(procedure)
  const usable = rulesByCaseAlone(programme, procedure)
  const rule = usable.find(({ id }) => id === asked.rule)
  if (rule === undefined) {
    const known = usable.map(({ id, title }) => `${id}（${title}）`).join('、')
    return apiIssue('rule-not-here', { rule: asked.rule, known: known === '' ? '无' : known })
  }
  const inForce = state.parameters.get(programme.id) ?? {}
  const others: Record<string, Programme['parameters'][number]> = {}
  for (const { parameter: id, from, value } of asked.values) {
    const parameter = others[id] ?? inForce[id] ?? programme.parameters.find((known) => known.id === id)
    const read = parameter === undefined ? null : readParameterValue(parameter, value)
    if (parameter === undefined || read === null) return apiIssue('value-refused', { parameter: id, value })
    others[id] = withValue(parameter, { from, value: read, basis: null })
  }
  const worth = worthOf(programme, fields, asked.worth)
  return isIssue(worth) ? worth : { rule, worth, others }
}

function worthOf(
  { parameters }: Programme,
  fields: Readonly<Record<string, unknown>>,
  asked: Asked['worth'],
): Worth | ApiIssue {
  const field = 'amount' in asked ? asked.amount : asked.quantity
  if (!Object.hasOwn(fields, field)) return apiIssue('worth-unknown', { field })
  if ('amount' in asked) return asked
  const rate = parameters.find((parameter) => parameter.id === asked.rate && isRate(parameter))
  if (rate === undefined) return apiIssue('worth-unknown', { field: asked.rate })
  const { quantity, datedBy } = asked
  return { quantity, rate, ...(datedBy === undefined ? {} : { datedBy }) }
}

function judgedView({ verdict, money }: Judged): JudgedView {
  return { outcome: outcomes[verdict.outcome], money, reasons: reasonsOf(verdict) }
}

function reasonsOf({ reasons, missing }: Verdict): string[] {
  return [
    ...reasons.map(({ wanted, found }) => `要求${wanted}，实际${found}`),
    ...missing.map((what) => `缺少：${what}`),
  ]
}
