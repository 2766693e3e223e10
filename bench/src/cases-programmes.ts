import {
  type Actor,
  count,
  date,
  defineProcedure,
  defineProgramme,
  defineRegister,
  duration,
  fields,
  instrument,
  may,
  measure,
  type Procedure,
  type Programme,
  personalText,
  phone,
  text,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'

const notice = instrument('qingyuan', '清政办发〔2026〕9号')

const by = [may('clerk', 'unit')]

/** The subject of every procedure: what a county asks of a household or a firm. */
const subject = fields({
  number: text('编号'),
  village: text('村'),
  project: text('项目'),
  area: measure('面积', '亩'),
  people: count('人数', '人'),
  since: date('申请日期'),
  name: personalText('姓名', 'name'),
  contact: phone('联系电话'),
})

/** States from the first to the last; the last two are final. */
export const STATES = ['filed', 'checked', 'audited', 'paid', 'refused'] as const

function procedureOf(id: string): Procedure {
  const step = (title: string, to: (typeof STATES)[number]) => ({ title, to, by, basis: notice.lines(4) })
  return defineProcedure({
    id,
    title: `事项${id}`,
    basis: notice.lines(2, 9),
    version: 1,
    validFrom: '2024-01-01',
    validTo: null,
    register: `records-${id}`,
    subject,
    access: { read: [may('clerk', 'unit'), may('head', 'county'), may('applicant', 'own')] },
    lookups: {},
    opening: { title: '申请', by, basis: notice.lines(3) },
    initial: 'filed',
    states: {
      filed: { title: '审查', on: { check: step('核查', 'checked'), refuse: step('不予受理', 'refused') } },
      checked: { title: '核查', on: { audit: step('复核', 'audited'), refuse: step('不予通过', 'refused') } },
      audited: { title: '复核', on: { pay: step('拨付', 'paid'), refuse: step('不予拨付', 'refused') } },
      paid: { title: '已拨付', final: 'completed', on: {} },
      refused: { title: '未通过', final: 'refused', on: {} },
    },
    limits: {
      decide: {
        title: '办结期限',
        starts: 'opening',
        ends: ['pay', 'refuse'],
        legal: duration(20, 'workday', notice.lines(8)),
        missed: { kind: 'flag' },
      },
    },
  })
}

/** Ten made-up programmes of ten procedures each. */
export const programmes: readonly Programme[] = Array.from({ length: 10 }, (_, number) => {
  const procedures = Array.from({ length: 10 }, (_p, place) => procedureOf(`m${number}${place}`))
  return defineProgramme({
    id: `measures-${number}`,
    title: `办法${number}`,
    basis: notice.lines(1, 9),
    version: 1,
    validFrom: '2024-01-01',
    validTo: null,
    roles: {
      clerk: { title: '经办人', basis: notice.lines(3) },
      head: { title: '负责人', basis: notice.lines(3) },
      applicant: { title: '申请人', basis: notice.lines(3) },
    },
    registers: procedures.map(({ register, title }) =>
      defineRegister({
        id: register,
        title: `${title}台账`,
        basis: notice.lines(2),
        fields: subject,
        key: ['number'],
        access: { read: [may('head', 'county')], write: by },
      }),
    ),
    procedures,
    rules: [],
    parameters: [],
    papers: [],
    open: [],
  })
})

/** Twenty townships. */
export const UNITS = Array.from({ length: 20 }, (_, number) => `town-${number}`)
export const units = unitTree(UNITS.map((id) => unitNamed(id, `第${id.slice(5)}乡`, null)))

const holding = (id: string, role: string, unit: string): Actor => ({
  id,
  county: 'qingyuan',
  posts: [{ role, unit, from: null, until: null }],
})

/** Sees the whole county. */
export const head = holding('head', 'head', 'town-0')
/** Sees one township of twenty. */
export const clerk = holding('clerk', 'clerk', 'town-7')
