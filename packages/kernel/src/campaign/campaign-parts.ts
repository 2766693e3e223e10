import { citeOf } from '../definition/gap.ts'
import {
  type ActionDefinition,
  defineProcedure,
  type LimitDefinition,
  type Procedure,
} from '../procedure/procedure.ts'
import { defineRegister, type Register } from '../register/register.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import { date, type Fields, fields, text } from '../schema/fields.ts'
import { files, longText, unit } from '../schema/form-fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import { type Campaign, findPhase } from './campaign.ts'

/** What a programme says of its definitions' validity, and its campaign's procedure with it. */
export interface Validity {
  readonly version: number
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
}

/** What a campaign gives its programme: where problems are kept, how they go, and the dates to which they are held. */
export interface CampaignParts {
  readonly register: Register
  readonly procedure: Procedure
  readonly rules: readonly Rule[]
}

const deadline = date('整改期限')
const lookedOn = date('回头看日期')

/** The register, procedure and rules of a campaign; they are listed in its programme like any others. */
export function campaignParts(campaign: Campaign, validity: Validity): CampaignParts {
  const rules = [deadlineRule(campaign), lookedAgainRule(campaign)].flatMap((rule) => rule ?? [])
  return {
    register: problemRegister(campaign),
    procedure: campaignProcedure(campaign, validity),
    rules,
  }
}

/**
 * A campaign as a procedure: found → listed → fixed with evidence → struck off by another → looked at again. What came
 * back is put on the list anew, with a deadline of its own.
 */
export function campaignProcedure(campaign: Campaign, validity: Validity): Procedure {
  const { id, title, basis, problem, finds } = campaign
  const { strikesOff, looksAgain, fixes, lists, handsOver } = campaign
  const looked = fields({ lookedOn, finding: longText('回头看情况') })
  const lookGates = lookedAgainRule(campaign) === null ? [] : [lookedAgainId(campaign)]
  return defineProcedure({
    id,
    title,
    basis,
    ...validity,
    register: id,
    subject: problem,
    access: { read: readersOf(campaign) },
    lookups: {},
    opening: { title: '发现问题', ...finds },
    initial: 'found',
    states: {
      found: {
        title: '待列入清单',
        on: {
          list: listing(campaign),
          dismiss: { title: '不列入清单', to: 'dismissed', ...lists, needsReason: true },
        },
      },
      listed: {
        title: '整改中',
        on: {
          fix: {
            title: '整改完成',
            to: 'fixed',
            by: fixes.by,
            basis: fixes.basis,
            input: fields({ repair: longText('整改情况'), evidence: files('整改佐证').optional() }),
            materials: fixes.evidence,
          },
          ...handingBack(campaign),
        },
      },
      fixed: {
        title: '待销号',
        on: {
          strikeOff: { title: '销号', to: 'struck', ...strikesOff, notByWhoDid: ['fix'] },
          reject: { title: '退回整改', to: 'listed', ...strikesOff, needsReason: true },
        },
      },
      struck: {
        title: '已销号',
        final: 'completed',
        on: {
          hold: { title: '回头看未反弹', to: 'held', ...looksAgain, input: looked, gates: lookGates },
          relapse: {
            title: '回头看反弹',
            to: 'found',
            ...looksAgain,
            needsReason: true,
            input: looked,
            gates: lookGates,
            ...(handsOver === undefined
              ? {}
              : { transfer: { to: 'sender', mayKeep: true, basis: lists.basis } }),
          },
        },
      },
      held: { title: '已巩固', final: 'completed', on: {} },
      dismissed: { title: '未列入清单', final: 'refused', on: {} },
    },
    limits: limitsOf(campaign),
  })
}

function problemRegister(campaign: Campaign): Register {
  const { id, title, basis, problem, key, finds } = campaign
  return defineRegister<Fields>({
    id,
    title: `${title}问题台账`,
    basis,
    fields: problem,
    key,
    access: { read: readersOf(campaign), write: finds.by },
  })
}

function readersOf({ reads, finds, lists, fixes, strikesOff, looksAgain }: Campaign) {
  const all = [reads, finds.by, lists.by, fixes.by, strikesOff.by, looksAgain.by].flat()
  return [...new Map(all.map((grant) => [`${grant.role} ${grant.reach}`, grant])).values()]
}

/** The problem is put on the list with who is to fix it by when; where units hand over, it is theirs from then on. */
function listing(campaign: Campaign): ActionDefinition<'listed'> {
  const { lists, handsOver } = campaign
  const gates = deadlineRule(campaign) === null ? [] : [deadlineId(campaign)]
  const listed = { title: '列入清单', to: 'listed', ...lists, gates } as const
  if (handsOver === undefined) {
    return { ...listed, input: fields({ department: text('整改部门'), deadline }) }
  }
  return {
    ...listed,
    input: fields({ department: unit('整改部门'), deadline }),
    needsReason: true,
    transfer: { to: 'chosen', field: 'department', among: handsOver, mayKeep: true, basis: lists.basis },
  }
}

function handingBack({ handsOver, fixes, lists }: Campaign): Record<string, ActionDefinition<'found'>> {
  if (handsOver === undefined) return {}
  const { by } = fixes
  const transfer = { to: 'sender', mayKeep: true, basis: lists.basis } as const
  return {
    handBack: { title: '退回重新交办', to: 'found', by, basis: lists.basis, needsReason: true, transfer },
  }
}

function limitsOf(campaign: Campaign): Record<string, LimitDefinition> {
  const { fixes } = campaign
  const last = findPhase(campaign, campaign.endsWith)
  const fixing: LimitDefinition = {
    title: '整改期限',
    starts: 'list',
    ends: ['fix'],
    legal: { field: 'deadline', basis: citeOf(fixes.basis) },
    missed: { kind: 'flag' },
  }
  if (last === undefined || last.until === null) return { fix: fixing }
  return {
    fix: fixing,
    strikeOff: {
      title: `${last.title}销号期限`,
      starts: 'opening',
      ends: ['strikeOff', 'dismiss'],
      legal: { day: last.until, basis: last.basis },
      missed: { kind: 'flag' },
    },
  }
}

const deadlineId = ({ id }: Campaign) => `${id}-deadline`
const lookedAgainId = ({ id }: Campaign) => `${id}-looked-again`

/** No deadline lies after the phase by whose end all is to be struck off. */
function deadlineRule(campaign: Campaign): Rule | null {
  const last = findPhase(campaign, campaign.endsWith)
  if (last === undefined || last.until === null) return null
  const { until, title, basis } = last
  return defineRule({
    id: deadlineId(campaign),
    title: '整改期限',
    basis,
    inputs: { deadline },
    parameters: {},
    decide: (input) => ({
      isMet: input.deadline <= until,
      wanted: `整改期限不晚于${title}结束的${until}`,
      found: input.deadline,
    }),
  })
}

/** Problems are looked at again from the first day of its phase on. */
function lookedAgainRule(campaign: Campaign): Rule | null {
  const phase = findPhase(campaign, campaign.lookedAgainFrom)
  if (phase === undefined || phase.from === null) return null
  const { from, title, basis } = phase
  return defineRule({
    id: lookedAgainId(campaign),
    title: '回头看日期',
    basis,
    inputs: { lookedOn },
    parameters: {},
    decide: (input) => ({
      isMet: input.lookedOn >= from,
      wanted: `回头看不早于${title}开始的${from}`,
      found: input.lookedOn,
    }),
  })
}
