import {
  type Answer,
  choice,
  compareDecimals,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  defineStocktake,
  defineTally,
  defineValueRule,
  fields,
  gap,
  isDecimal,
  listOf,
  longText,
  place,
  reference,
  text,
} from '@luoshi/kernel'
import { authority, enterprise, notice, readers, validity } from './notice.ts'

const basis = notice.lines(907)

/** What the platform measures. */
export const sensorKinds = {
  pressure: '压力',
  flow: '流量',
  'confined-space': '密闭空间',
  leak: '燃气泄漏',
} as const

const figure = (label: string) => text(label, { help: '按传感器的计量单位写数，没有界限的不填' })

const limits = { lowest: figure('报警下限').optional(), highest: figure('报警上限').optional() }

/** Sensors, each with the bounds that its enterprise has set: the plan gives none. */
export const sensors = defineRegister({
  id: 'sensors',
  title: '智能传感器台账',
  basis,
  fields: fields({
    number: text('传感器编号'),
    kind: choice('监测内容', sensorKinds),
    enterprise: text('燃气经营企业'),
    section: text('所在管段或者场站'),
    unit: text('计量单位'),
    ...limits,
    where: place('位置').optional(),
    installedOn: date('安装日期'),
  }),
  key: ['number'],
  access: { read: [...readers, enterprise], write: [enterprise] },
  open: [gap('报警的界限没有写明，由企业按传感器设', basis)],
})

export const levels = { over: '高于上限', under: '低于下限', within: '正常', unset: '没有设界限' } as const
const level = choice('报警', levels)

const readingShape = {
  number: text('读数编号'),
  sensor: reference('传感器', sensors.id),
  measuredAt: dateTime('测得时刻'),
  value: text('读数'),
}

/** What sensors measured, as the platforms of the enterprises send it. */
export const readings = defineRegister({
  id: 'readings',
  title: '管网监测数据',
  basis,
  fields: fields({ ...readingShape, level: level.optional() }),
  key: ['number'],
  access: { read: [...readers, enterprise], write: [enterprise] },
})

/** A value is held to the bounds of its sensor: at a bound it is still within. */
export const levelRule = defineValueRule({
  id: 'reading-level',
  title: '监测报警',
  basis,
  gives: level,
  inputs: {
    value: readingShape.value,
    sensorsRead: listOf(
      '传感器',
      fields({ number: text('传感器编号'), kind: choice('监测内容', sensorKinds), ...limits }),
    ),
  },
  parameters: {},
  decide: ({ value, sensorsRead: [sensor] }): Answer<keyof typeof levels> => {
    if (sensor === undefined) return { missing: '台账里的传感器' }
    const { kind, lowest, highest } = sensor
    const bounds = [lowest, highest].filter((bound) => bound !== undefined)
    if (![value, ...bounds].every(isDecimal)) return { missing: '写成数的读数和界限' }
    const what = `${sensorKinds[kind]}读数${value}`
    if (bounds.length === 0) return { value: 'unset', because: what }
    if (highest !== undefined && compareDecimals(value, highest) > 0) {
      return { value: 'over', because: `${what}，上限${highest}` }
    }
    if (lowest !== undefined && compareDecimals(value, lowest) < 0) {
      return { value: 'under', because: `${what}，下限${lowest}` }
    }
    return { value: 'within', because: `${what}，界限${lowest ?? '不限'}至${highest ?? '不限'}` }
  },
})

/** A reading comes in; where it is out of bounds, somebody sees to it. */
export const reading = defineProcedure({
  id: 'reading',
  title: '管网监测和报警处置',
  basis,
  ...validity,
  register: readings.id,
  subject: readings.fields,
  access: { read: [...readers, enterprise] },
  lookups: {
    sensorsRead: {
      title: '传感器',
      register: sensors.id,
      where: { number: 'sensor' },
      states: ['current'],
      gives: { kind: 'records', fields: ['number', 'kind', 'lowest', 'highest'] },
    },
  },
  opening: { title: '接收读数', by: [enterprise], basis, computes: { level: levelRule.id } },
  initial: 'received',
  states: {
    received: {
      title: '已接收',
      rests: true,
      on: {
        dispatch: {
          title: '派人处置',
          to: 'handling',
          by: [enterprise],
          basis,
          input: fields({ order: longText('处置安排') }),
        },
      },
    },
    handling: {
      title: '处置中',
      on: {
        settle: {
          title: '处置完毕',
          to: 'settled',
          by: [enterprise],
          basis,
          input: fields({ cause: longText('原因'), measure: longText('采取的保护措施') }),
        },
      },
    },
    settled: {
      title: '已处置',
      final: 'completed',
      on: {
        reopen: { title: '重新处置', to: 'handling', by: [authority], basis, needsReason: true },
      },
    },
  },
  limits: {},
})

/** Alarms by what is measured and month. */
export const alarmsByMonth = defineTally({
  id: 'alarms-by-month',
  title: '监测报警统计',
  basis,
  register: readings.id,
  by: [{ kind: 'field', field: 'sensor' }],
  columns: [
    { id: 'readings', title: '读数' },
    { id: 'alarms', title: '报警', where: { level: ['over', 'under'] } },
    {
      id: 'settled',
      title: '已处置',
      where: { level: ['over', 'under'] },
      states: ['settled'],
    },
  ],
})

const isAlarm = (one: unknown) => one === 'over' || one === 'under'

/** Alarms to which nobody has seen, and readings of sensors without bounds. */
export const alarms = defineStocktake({
  id: 'alarms',
  title: '没有处置的监测报警',
  basis,
  register: readings.id,
  count(records) {
    if (records.length === 0) return { says: '还没有监测数据。', isMet: null, findings: [] }
    const open = records.filter(({ state, data }) => isAlarm(data['level']) && state !== 'settled')
    const unset = records.filter(({ data }) => data['level'] === 'unset')
    return {
      says: `收到读数${records.length}条，没有处置完毕的报警${open.length}条，没有设界限的${unset.length}条。`,
      isMet: open.length === 0,
      findings: open.map(({ data, state }) => ({
        name: String(data['sensor']),
        message: `${levels[data['level'] as keyof typeof levels]}，读数${String(data['value'])}，${state === 'received' ? '还没有派人' : '处置中'}。`,
      })),
    }
  },
})
