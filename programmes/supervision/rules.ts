import { defineRule, fields, listOf, type Rule, text } from '@luoshi/kernel'
import { rule13710 } from './notices.ts'
import { duties, handling, nature } from './registers.ts'

const { shape } = duties.fields
const dueDay = handling.dueDay.optional()

/** A matter that the text dates has its day, and none later than the text's. */
export const datedHasDay = defineRule({
  id: 'dated-has-day',
  title: '原文期限',
  basis: rule13710,
  inputs: { nature, dueDay, textDay: shape.textDay },
  parameters: {},
  decide: (input) => {
    if (input.nature !== 'dated') return { isMet: true, wanted: '不是定有期限的事项', found: '不是' }
    const latest = input.textDay === undefined ? '' : `，且不晚于原文期限${input.textDay}`
    const isInText = input.textDay === undefined || (input.dueDay ?? '') <= input.textDay
    return {
      isMet: input.dueDay !== undefined && isInText,
      wanted: `填写办结期限${latest}`,
      found: input.dueDay ?? '没有填写',
    }
  },
})

/** A matter for which nobody has set a day gets one from the unit, with its answer. */
export const ownDaySet = defineRule({
  id: 'own-day-set',
  title: '承办机构自定期限',
  basis: rule13710,
  inputs: { nature: nature.optional(), dueDay },
  parameters: {},
  decide: (input) => ({
    isMet: input.nature !== 'own' || input.dueDay !== undefined,
    wanted: '反馈时填写办结期限，因为原文没有期限',
    found: input.dueDay ?? '没有填写',
  }),
})

/** Only what an ordinary matter has, a number of days, is lengthened by days. */
export const endsOnDay = defineRule({
  id: 'ends-on-day',
  title: '按日期办结的事项',
  basis: rule13710,
  inputs: { nature: nature.optional() },
  parameters: {},
  decide: (input) => ({
    isMet: input.nature !== 'ordinary',
    wanted: '是按日期办结的事项（一般事项用“批准延期”）',
    found: input.nature === 'ordinary' ? '一般事项' : '按日期办结',
  }),
})

export const grantedAsAsked = defineRule({
  id: 'granted-as-asked',
  title: '延期不超过申请',
  basis: rule13710,
  inputs: { dueDay: handling.dueDay, wantedDay: handling.wantedDay },
  parameters: {},
  decide: (input) => ({
    isMet: input.dueDay <= input.wantedDay,
    wanted: `延期不晚于申请的${input.wantedDay}`,
    found: input.dueDay,
  }),
})

export const isDivision = defineRule({
  id: 'is-division',
  title: '任务分解',
  basis: rule13710,
  inputs: { origin: shape.origin, parent: shape.parent },
  parameters: {},
  decide: (input) => ({
    isMet: input.origin === 'division' && input.parent !== undefined,
    wanted: '是写明上级任务的分解任务（其他任务由督查室交办）',
    found: input.origin === 'division' ? '没有写明上级任务' : '不是分解任务',
  }),
})

/** The whole is settled after its parts. */
export const partsSettled = defineRule({
  id: 'parts-settled',
  title: '分解任务已办结',
  basis: rule13710,
  inputs: {
    unsettledParts: listOf('未办结的分解任务', fields({ number: text('任务编号'), title: text('任务名称') })),
  },
  parameters: {},
  decide: ({ unsettledParts }) => ({
    isMet: unsettledParts.length === 0,
    wanted: '分解的任务都已办结',
    found:
      unsettledParts.length === 0
        ? '都已办结'
        : `还有${unsettledParts.map(({ title, number }) => `“${title}”（${number}）`).join('、')}`,
  }),
})

export const circularInOrder = defineRule({
  id: 'circular-in-order',
  title: '通报起止日期',
  basis: rule13710,
  inputs: { from: handling.dueDay, until: handling.dueDay },
  parameters: {},
  decide: (input) => ({
    isMet: input.from <= input.until,
    wanted: '起日不晚于止日',
    found: `${input.from}至${input.until}`,
  }),
})

export const rules: readonly Rule[] = [
  datedHasDay,
  ownDaySet,
  endsOnDay,
  grantedAsAsked,
  isDivision,
  partsSettled,
  circularInOrder,
]
