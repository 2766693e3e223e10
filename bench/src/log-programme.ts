import { randomBytes } from 'node:crypto'
import {
  type Actor,
  defineProcedure,
  defineProgramme,
  defineRegister,
  defineRule,
  fields,
  instrument,
  isAtMost,
  may,
  measure,
  officialCalendar,
  text,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { newMasterKey, vaultOf } from '@luoshi/store'

const notice = instrument('qingyuan', '清政办发〔2026〕9号')

const gauges = defineRegister({
  id: 'gauges',
  title: '水位台账',
  basis: notice.lines(2),
  fields: fields({ village: text('村'), level: measure('水位', '米') }),
  key: ['village'],
  access: { read: [may('clerk', 'county')], write: [may('clerk', 'unit')] },
})

const belowDike = defineRule({
  id: 'below-dike',
  title: '水位低于堤顶',
  basis: notice.lines(4),
  inputs: { level: measure('水位', '米') },
  parameters: {},
  decide: ({ level }) => ({ isMet: isAtMost(level, '900'), wanted: '水位不超过900米', found: `${level}米` }),
})

const reading = defineProcedure({
  id: 'reading',
  title: '水位报告',
  basis: notice.lines(2, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  register: gauges.id,
  subject: gauges.fields,
  access: { read: [may('clerk', 'unit')] },
  lookups: {},
  opening: { title: '开始', by: [may('clerk', 'unit')], basis: notice.lines(3) },
  initial: 'watched',
  states: {
    watched: {
      title: '观测中',
      on: {
        report: {
          title: '报告',
          to: 'watched',
          by: [may('clerk', 'unit')],
          basis: notice.lines(4),
          input: fields({ level: measure('水位', '米') }),
          gates: ['below-dike'],
        },
      },
    },
  },
  limits: {},
})

/** A made-up programme of one action, with an input, a right and a gate: what a usual action is. */
export const waterLevels = defineProgramme({
  id: 'water-levels',
  title: '水位观测办法',
  basis: notice.lines(1, 9),
  version: 1,
  validFrom: '2026-01-01',
  validTo: null,
  roles: { clerk: { title: '经办人', basis: notice.lines(3) } },
  registers: [gauges],
  procedures: [reading],
  rules: [belowDike],
  parameters: [],
  papers: [],
  open: [],
})

export const clerk: Actor = {
  id: 'clerk',
  county: 'qingyuan',
  posts: [{ role: 'clerk', unit: 'water', from: null, until: null }],
}

/** What surrounds every action. */
export const surroundings = {
  now: '2026-03-02T09:00:00+08:00',
  calendar: officialCalendar(),
  units: unitTree([unitNamed('water', '县水利局', null)]),
  parameters: {},
  facts: {},
  vault: vaultOf([newMasterKey()], randomBytes(32)),
}
