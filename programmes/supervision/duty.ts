import { defineProcedure, fields, OPENING } from '@luoshi/kernel'
import { dutyLimits } from './duty-limits.ts'
import { rule13710 as basis } from './notices.ts'
import { chief, clerk, duties, handler, handling, leader } from './registers.ts'

const { shape } = duties.fields

/** States in which a duty is not settled yet. */
export const OPEN_STATES = ['proposed', 'confirmed', 'assigned', 'underway'] as const

/** How clerks put what was read into duties as they are given out: one into several, several into one. */
const arrangements = {
  merge: {
    title: '并入另一任务',
    to: 'merged',
    by: [clerk],
    basis,
    needsReason: true,
    input: fields({ mergedInto: handling.mergedInto }),
  },
  divide: {
    title: '拆分',
    to: 'divided',
    by: [clerk],
    basis,
    needsReason: true,
    input: fields({ dividedInto: handling.dividedInto }),
  },
} as const

/** What was merged, divided or left out by mistake waits for the clerk's word again. */
const restore = {
  restore: { title: '恢复为待确认', to: 'proposed', by: [clerk], basis, needsReason: true },
} as const

/** From what a gazette orders, or a meeting or leader decides, to its strike-off (13710: 1 day, 3, 7 or a month, none left). */
export const duty = defineProcedure({
  id: 'duty',
  title: '督办任务',
  basis,
  version: 1,
  validFrom: '2022-09-21',
  validTo: null,
  register: duties.id,
  subject: duties.fields,
  access: { read: duties.access.read },
  lookups: {
    unsettledParts: {
      title: '未办结的分解任务',
      register: duties.id,
      where: { parent: 'number' },
      states: [...OPEN_STATES],
      gives: { kind: 'records', fields: ['number', 'title'] },
    },
  },
  opening: { title: '提出任务', by: [clerk, leader, handler], basis },
  initial: 'proposed',
  states: {
    proposed: {
      title: '待确认',
      on: {
        confirm: { title: '确认', to: 'confirmed', by: [clerk], basis },
        correct: {
          title: '更正',
          to: 'proposed',
          by: [clerk],
          basis,
          needsReason: true,
          input: fields({
            title: shape.title.optional(),
            content: shape.content.optional(),
            lead: shape.lead,
            support: shape.support,
            textDay: shape.textDay,
            targets: shape.targets,
          }),
        },
        ...arrangements,
        dismiss: { title: '不列为任务', to: 'dismissed', by: [clerk], basis, needsReason: true },
        assignPart: {
          title: '交办分解任务',
          to: 'assigned',
          by: [handler],
          basis,
          needsReason: true,
          gates: ['is-division'],
          input: fields({ lead: shape.lead.unwrap(), dueDay: handling.dueDay }),
          transfer: { to: 'chosen', field: 'lead', among: 'county', basis },
        },
      },
    },
    confirmed: {
      title: '待交办',
      on: {
        assign: {
          title: '交办',
          to: 'assigned',
          by: [clerk],
          basis,
          needsReason: true,
          gates: ['dated-has-day'],
          input: fields({
            lead: shape.lead.unwrap(),
            support: shape.support,
            nature: handling.nature,
            dueDay: handling.dueDay.optional(),
          }),
          transfer: { to: 'chosen', field: 'lead', among: 'county', basis },
        },
        ...arrangements,
        undertake: {
          title: '由督查室所在机构承办',
          to: 'underway',
          by: [clerk],
          basis,
          input: fields({ dueDay: handling.dueDay, plan: handling.plan }),
        },
      },
    },
    assigned: {
      title: '待反馈',
      on: {
        answer: {
          title: '反馈办理方案',
          to: 'underway',
          by: [handler],
          basis,
          gates: ['own-day-set'],
          input: fields({ plan: handling.plan, dueDay: handling.dueDay.optional() }),
        },
        giveBack: {
          title: '退回督查室',
          to: 'confirmed',
          by: [handler],
          basis,
          needsReason: true,
          transfer: { to: 'sender', basis },
        },
      },
    },
    underway: {
      title: '办理中',
      on: {
        report: {
          title: '报告进展',
          to: 'underway',
          by: [handler, clerk],
          basis,
          input: fields({ progress: handling.progress, progressNote: handling.progressNote }),
        },
        bringPlan: {
          title: '报送分期办理方案',
          to: 'underway',
          by: [handler],
          basis,
          gates: ['ends-on-day'],
          input: fields({ plan: handling.plan, dueDay: handling.dueDay }),
        },
        askTime: {
          title: '申请延期',
          to: 'underway',
          by: [handler],
          basis,
          needsReason: true,
          input: fields({ wantedDay: handling.wantedDay }),
        },
        grantTime: {
          title: '批准延期',
          to: 'underway',
          by: [chief],
          basis,
          answers: 'askTime',
          notByWhoDid: ['askTime'],
          extends: { limit: 'settle-ordinary', count: 7, times: 1, basis },
        },
        grantDay: {
          title: '批准延期至',
          to: 'underway',
          by: [chief],
          basis,
          answers: 'askTime',
          notByWhoDid: ['askTime'],
          gates: ['ends-on-day', 'granted-as-asked'],
          input: fields({ dueDay: handling.dueDay }),
        },
        refuseTime: {
          title: '不予延期',
          to: 'underway',
          by: [chief],
          basis,
          answers: 'askTime',
          needsReason: true,
        },
        settle: {
          title: '办结',
          to: 'settled',
          by: [handler, clerk],
          basis,
          gates: ['parts-settled'],
          input: fields({
            result: handling.result,
            evidence: handling.evidence,
            evidenceNote: handling.evidenceNote,
          }),
        },
      },
    },
    settled: {
      title: '待核查',
      on: {
        verify: {
          title: '核查属实',
          to: 'verified',
          by: [clerk],
          basis,
          notByWhoDid: ['settle', 'report'],
          input: fields({ checkNote: handling.checkNote }),
        },
        handBack: { title: '退回重办', to: 'underway', by: [clerk, chief], basis, needsReason: true },
      },
    },
    verified: {
      title: '待销号',
      on: {
        strikeOff: {
          title: '同意销号',
          to: 'struck',
          by: [chief],
          basis,
          notByWhoDid: ['verify', 'settle', OPENING],
        },
        handBack: { title: '退回重办', to: 'underway', by: [clerk, chief], basis, needsReason: true },
      },
    },
    struck: {
      title: '已销号',
      final: 'completed',
      on: {
        reopen: { title: '恢复督办', to: 'underway', by: [clerk, chief], basis, needsReason: true },
      },
    },
    merged: { title: '已并入', final: 'withdrawn', on: restore },
    divided: { title: '已拆分', final: 'withdrawn', on: restore },
    dismissed: { title: '不列为任务', final: 'refused', on: restore },
    revoked: { title: '已撤销', final: 'withdrawn', on: {} },
  },
  anywhere: {
    revoke: { title: '撤销任务', to: 'revoked', by: [chief], basis, needsReason: true, except: ['proposed'] },
  },
  limits: dutyLimits,
  standing: {
    fields: {
      number: 'number',
      parent: 'parent',
      source: 'document',
      place: 'clause',
      progress: 'progress',
    },
    stages: {
      proposed: ['proposed'],
      open: ['confirmed', 'assigned', 'underway'],
      done: ['settled', 'verified', 'struck'],
    },
    settling: Object.keys(dutyLimits).filter((limit) => limit.startsWith('settle-')),
    again: ['underway'],
  },
})
