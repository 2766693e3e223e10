import {
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  findFieldMeta,
  gap,
  isBefore,
  listOf,
  longText,
  personalText,
  place,
  text,
  yesNo,
} from '@luoshi/kernel'
import { casualties, casualtiesRule, grade, gradeRule, loss, plan, planRule } from './grades.ts'
import { commander, field, notice, office, readers, township, validity, village } from './notice.ts'

/** When each was told, in the order of the plan: village, township, county command, office and upward. */
const times = {
  ignitedAt: dateTime('起火时间'),
  townshipToldAt: dateTime('村报告乡（镇）的时刻'),
  countyToldAt: dateTime('乡（镇）报告县现场灭火指挥部的时刻'),
  neighboursToldAt: dateTime('通知周边乡（镇）的时刻'),
  officeToldAt: dateTime('报告县防火办的时刻'),
  countyOfficesToldAt: dateTime('报县委办、县政府办的时刻'),
  approvedAt: dateTime('总指挥部审定的时刻'),
  cityToldAt: dateTime('逐级上报的时刻'),
}

const { kind, ...figures } = loss

/** Every fire, from the first that saw it to its end. */
export const fires = defineRegister({
  id: 'fires',
  title: '森林草原火情台账',
  basis: notice.lines(1459, 1467),
  fields: fields({
    number: text('火情编号'),
    kind,
    township: text('乡（镇）'),
    village: text('村'),
    site: text('火灾地点'),
    ignitedAt: times.ignitedAt,
    townshipToldAt: times.townshipToldAt,
    reporter: personalText('报告人', 'name'),
    firstAction: longText('先期处置情况'),
    where: place('位置').optional(),
    casualties: casualties.optional(),
    grade: grade.optional(),
    plan: plan.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [village, township, office] },
})

type Time = keyof typeof times
type Times = Partial<Record<Time, string>>

/** Who is told after whom: the neighbours only once the county's command knows, anyone above only once the office does. */
const after: readonly (readonly [earlier: Time, later: Time])[] = [
  ['ignitedAt', 'townshipToldAt'],
  ['townshipToldAt', 'countyToldAt'],
  ['townshipToldAt', 'officeToldAt'],
  ['countyToldAt', 'neighboursToldAt'],
  ['officeToldAt', 'countyOfficesToldAt'],
  ['countyOfficesToldAt', 'approvedAt'],
  ['approvedAt', 'cityToldAt'],
]

const labelOfTime = (name: Time) => findFieldMeta(times[name])?.label ?? name
const shortTime = (instant: string) => instant.slice(0, 16).replace('T', ' ')

/** What is known of the times goes forward; what is not known yet is passed over. */
export function orderOfTimes(given: Times) {
  const wrong = after.find(([earlier, later]) => {
    const [from, to] = [given[earlier], given[later]]
    return from !== undefined && to !== undefined && isBefore(to, from)
  })
  const told = (name: Time) => `${labelOfTime(name)}${shortTime(given[name] ?? '')}`
  return {
    isMet: wrong === undefined,
    wanted: '逐级报告的时刻先后相符',
    found: wrong === undefined ? '先后相符' : `${told(wrong[1])}，早于${told(wrong[0])}`,
  }
}

/** Nobody is told before the one before him. */
export const timesInOrder = defineRule({
  id: 'times-in-order',
  title: '火情报告时间先后相符',
  basis: notice.lines(1459, 1463),
  inputs: {
    ignitedAt: times.ignitedAt,
    townshipToldAt: times.townshipToldAt,
    countyToldAt: times.countyToldAt.optional(),
    officeToldAt: times.officeToldAt.optional(),
    neighboursToldAt: times.neighboursToldAt.optional(),
  },
  parameters: {},
  decide: (given) => orderOfTimes(given as Times),
})

/** A plan is started as the grade asks; the county's may be started for less by raising the response. */
const planIs = (one: 'county' | 'township', title: string) =>
  defineRule({
    id: `plan-is-${one}`,
    title,
    basis: notice.lines(1523, 1525),
    inputs: { plan, grade },
    parameters: {},
    decide: ({ plan: given, grade: level }) => ({
      isMet: given === one,
      wanted: title,
      found: `${findFieldMeta(grade)?.choices?.[level]}，启动${findFieldMeta(plan)?.choices?.[given]}`,
    }),
  })

export const planIsCounty = planIs('county', 'Ⅰ级至Ⅲ级火灾启动县预案')
export const planIsTownship = planIs('township', 'Ⅳ级以下火灾启动乡（镇）预案')

/** Only the two highest grades are for the commander alone to end. */
export const endsByOwnBody = defineRule({
  id: 'ends-by-own-body',
  title: '不属Ⅰ至Ⅱ级',
  basis: notice.lines(1583, 1585),
  inputs: { grade },
  parameters: {},
  decide: ({ grade: level }) => ({
    isMet: level !== 'special' && level !== 'grave',
    wanted: '由启动响应的原机构终止的是Ⅲ级以下火灾，Ⅰ至Ⅱ级由现场指挥部请示总指挥长批准',
    found: findFieldMeta(grade)?.choices?.[level] ?? level,
  }),
})

const cleared = {
  noFire: yesNo('无火'),
  noSmoke: yesNo('无烟'),
  noGas: yesNo('无气'),
  guards: text('留守火场的队伍和人数'),
}

/** Nobody leaves the fire ground before nothing burns, smokes or gives off gas. */
export const groundCleared = defineRule({
  id: 'ground-cleared',
  title: '火场清理合格',
  basis: notice.lines(1467, 1579),
  inputs: { noFire: cleared.noFire, noSmoke: cleared.noSmoke, noGas: cleared.noGas },
  parameters: {},
  decide: ({ noFire, noSmoke, noGas }) => {
    const lacking = [...(noFire ? [] : ['无火']), ...(noSmoke ? [] : ['无烟']), ...(noGas ? [] : ['无气'])]
    return {
      isMet: lacking.length === 0,
      wanted: '达到无火、无烟、无气',
      found: lacking.length === 0 ? '都已达到' : `没有达到${lacking.join('、')}`,
    }
  },
})

const ending = {
  isOut: yesNo('火灾全部扑灭'),
  isInspected: yesNo('火场清理验收合格'),
  isSafe: yesNo('次生灾害后果基本消除'),
}

/** All three, or the response goes on. */
export const responseMayEnd = defineRule({
  id: 'response-may-end',
  title: '应急结束的条件',
  basis: notice.lines(1583),
  inputs: ending,
  parameters: {},
  decide: ({ isOut, isInspected, isSafe }) => {
    const lacking = [
      ...(isOut ? [] : ['火灾全部扑灭']),
      ...(isInspected ? [] : ['火场清理验收合格']),
      ...(isSafe ? [] : ['次生灾害后果基本消除']),
    ]
    return {
      isMet: lacking.length === 0,
      wanted: '明火全灭、火场清理经验收、次生灾害基本消除',
      found: lacking.length === 0 ? '都已具备' : `还没有${lacking.join('、')}`,
    }
  },
})

const assess = {
  title: '核定灾情和级别',
  basis: notice.lines(1473, 1525),
  input: fields({ ...figures, assessedAt: dateTime('核定时刻') }),
  computes: { casualties: casualtiesRule.id, grade: gradeRule.id, plan: planRule.id },
} as const

const raise = {
  title: '提高响应级别',
  to: 'countyResponse',
  by: [commander],
  basis: notice.lines(1525),
  needsReason: true,
  input: fields({ startedAt: dateTime('启动县预案的时刻') }),
} as const

const started = fields({ startedAt: dateTime('启动县预案的时刻') })

/** From the first alarm to the end of the response. */
export const responding = defineProcedure({
  id: 'responding',
  title: '森林草原火灾应急处置',
  basis: notice.lines(1457, 1585),
  ...validity,
  register: fires.id,
  subject: fires.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '先期处置并报告乡（镇）',
    by: [village, township],
    basis: notice.lines(1459),
    gates: [timesInOrder.id],
  },
  initial: 'reported',
  states: {
    reported: {
      title: '乡（镇）扑救，待报县',
      on: {
        tellCounty: {
          title: '报告县现场灭火指挥部和县防火办',
          to: 'told',
          by: [township],
          basis: notice.lines(1461, 1535),
          input: fields({
            countyToldAt: times.countyToldAt,
            officeToldAt: times.officeToldAt,
            forces: text('到场队伍和人数'),
          }),
          gates: [timesInOrder.id],
        },
        falseAlarm: {
          title: '查无火情',
          to: 'unfounded',
          by: [township, office],
          basis: notice.lines(1459, 1461),
          needsReason: true,
        },
      },
    },
    told: {
      title: '待核定级别',
      on: {
        tellNeighbours: {
          title: '通知周边乡（镇）作好准备',
          to: 'told',
          by: [field, office],
          basis: notice.lines(1463),
          input: fields({
            neighboursToldAt: times.neighboursToldAt,
            neighbours: listOf('周边乡（镇）', text('乡（镇）')),
          }),
          gates: [timesInOrder.id],
        },
        assess: { ...assess, to: 'assessed', by: [office, township] },
      },
    },
    assessed: {
      title: '待启动预案',
      on: {
        reassess: { ...assess, to: 'assessed', by: [office, township], title: '重新核定' },
        startTownship: {
          title: '启动乡（镇）预案',
          to: 'townshipResponse',
          by: [township],
          basis: notice.lines(1523, 1525),
          gates: [planIsTownship.id],
        },
        propose: {
          title: '提出启动县预案、成立现场指挥部的建议',
          to: 'proposed',
          by: [office],
          basis: notice.lines(1539),
          gates: [planIsCounty.id],
          input: fields({ proposal: longText('建议方案') }),
        },
        startUrgently: {
          title: '情况特别紧急，直接启动县预案',
          to: 'countyResponse',
          by: [commander],
          basis: notice.lines(1539),
          gates: [planIsCounty.id],
          needsReason: true,
          input: started,
        },
      },
    },
    proposed: {
      title: '待县森防指决定',
      on: {
        start: {
          title: '决定启动县预案',
          to: 'countyResponse',
          by: [commander],
          basis: notice.lines(1539),
          input: started,
        },
        decline: {
          title: '不启动，退回核定',
          to: 'assessed',
          by: [commander],
          basis: notice.lines(1539),
          needsReason: true,
        },
      },
    },
    townshipResponse: {
      title: '乡（镇）响应中',
      on: {
        raise,
        clear: {
          title: '明火扑灭，清理验收',
          to: 'guarded',
          by: [township],
          basis: notice.lines(1467, 1579),
          input: fields(cleared),
          gates: [groundCleared.id],
        },
      },
    },
    countyResponse: {
      title: '县级响应中',
      on: {
        expand: {
          title: '报县委、县政府决定扩大应急或请市协助',
          to: 'countyResponse',
          by: [commander],
          basis: notice.lines(1573, 1575),
          needsReason: true,
          input: fields({ asked: text('请求协助的内容'), askedAt: dateTime('报告时刻') }),
        },
        reassess: { ...assess, to: 'countyResponse', by: [office], title: '重新核定' },
        clear: {
          title: '明火扑灭，清理验收',
          to: 'guarded',
          by: [field],
          basis: notice.lines(1467, 1579),
          input: fields(cleared),
          gates: [groundCleared.id],
        },
      },
    },
    guarded: {
      title: '留守火场',
      on: {
        rekindle: {
          title: '死灰复燃，恢复扑救',
          to: 'assessed',
          by: [township, field],
          basis: notice.lines(1467),
          needsReason: true,
        },
        end: {
          title: '原启动机构终止响应',
          to: 'ended',
          by: [township, commander],
          basis: notice.lines(1583),
          input: fields({ ...ending, endedAt: dateTime('终止时刻') }),
          gates: [responseMayEnd.id, endsByOwnBody.id],
        },
        askToEnd: {
          title: '现场指挥部请示结束',
          to: 'asked',
          by: [field],
          basis: notice.lines(1585),
          input: fields(ending),
          gates: [responseMayEnd.id],
        },
      },
    },
    asked: {
      title: '待总指挥长批准结束',
      on: {
        approveEnd: {
          title: '批准结束',
          to: 'announced',
          by: [commander],
          basis: notice.lines(1585),
          notByWhoDid: ['askToEnd'],
        },
        refuseEnd: {
          title: '不同意结束',
          to: 'guarded',
          by: [commander],
          basis: notice.lines(1585),
          needsReason: true,
        },
      },
    },
    announced: {
      title: '待宣布',
      on: {
        announce: {
          title: '现场指挥部宣布结束',
          to: 'ended',
          by: [field],
          basis: notice.lines(1585),
          input: fields({ endedAt: dateTime('宣布时刻') }),
        },
      },
    },
    ended: { title: '应急结束', final: 'completed', on: {} },
    unfounded: { title: '查无火情', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('“同时报告”“立即报告”没有写明几分钟内', notice.lines(1459, 1463)),
    gap('Ⅲ级火灾启动县预案的程序没有写明，7.2只写了Ⅰ至Ⅱ级，按同样程序', notice.lines(1523, 1539)),
  ],
})

/** The times along which a fire was told, as far as they are known, with their labels. */
export function timelineOf(data: Readonly<Record<string, unknown>>) {
  return (Object.keys(times) as Time[]).flatMap((name) => {
    const at = data[name]
    return typeof at === 'string' ? [{ name, label: labelOfTime(name), at }] : []
  })
}

export const reportTimes = times
