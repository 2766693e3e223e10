import {
  type Counted,
  choice,
  count,
  date,
  dateTime,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  fields,
  gap,
  isBefore,
  listOf,
  longText,
  type Parameter,
  reference,
  text,
} from '@luoshi/kernel'
import { fires } from './fires.ts'
import { readiness, readinessRule, weather } from './grades.ts'
import { field, notice, office, readers, township, validity, village } from './notice.ts'

/** Weather by which teams get ready. */
export const alerts = defineRegister({
  id: 'alerts',
  title: '大风干燥天气临战准备台账',
  basis: notice.lines(1527),
  fields: fields({
    number: text('通知编号'),
    from: date('起始日期'),
    until: date('截止日期'),
    ...weather,
    townships: listOf('范围', text('乡（镇）')),
    note: longText('气象预报和要求'),
    readiness: readiness.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** Where the table asks nothing of anybody, nothing is called. */
export const asksSomething = defineRule({
  id: 'asks-something',
  title: '达到临战准备的条件',
  basis: notice.lines(1527),
  inputs: { readiness, ...weather },
  parameters: {},
  decide: ({ readiness: given, wind, isDry }) => ({
    isMet: given !== 'none',
    wanted: '干燥气候条件下三级以上风',
    found: `${isDry ? '干燥' : '不干燥'}，${wind}级风`,
  }),
})

/** Called by the office for special weather, taken by those whom it concerns, lifted when it is over. */
export const calling = defineProcedure({
  id: 'calling',
  title: '大风干燥天气临战准备',
  basis: notice.lines(1527),
  ...validity,
  register: alerts.id,
  subject: alerts.fields,
  access: { read: readers },
  lookups: {},
  opening: {
    title: '起草通知',
    by: [office],
    basis: notice.lines(1527),
    computes: { readiness: readinessRule.id },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待发出',
      on: {
        call: {
          title: '发出通知',
          to: 'called',
          by: [office],
          basis: notice.lines(1527),
          gates: [asksSomething.id],
        },
        drop: { title: '不发', to: 'lifted', by: [office], basis: notice.lines(1527), needsReason: true },
      },
    },
    called: {
      title: '临战准备中',
      on: {
        ready: {
          title: '报告队伍就位',
          to: 'called',
          by: [township, village],
          basis: notice.lines(1527),
          input: fields({ team: text('队伍'), people: count('就位', '人'), readyAt: dateTime('就位时刻') }),
        },
        lift: { title: '解除', to: 'lifted', by: [office], basis: notice.lines(1527) },
      },
    },
    lifted: { title: '已解除', final: 'completed', on: {} },
  },
  limits: {},
  open: [
    gap('“临战”“响应”和“特险期”没有定义', notice.lines(1527, 1611)),
    gap('五级以上风天气村级、乡级队伍怎样准备没有写明', notice.lines(1527)),
  ],
})

const relief = {
  firstArrivedAt: dateTime('第一梯队到达的时刻'),
  secondArrivedAt: dateTime('第二梯队到达指定地点的时刻'),
  firstLeftAt: dateTime('第一梯队撤离的时刻'),
}

/** Townships that were ordered to a fire: the secretary leads the first echelon, the head of the township has the second ready. */
export const deployments = defineRegister({
  id: 'deployments',
  title: '灭火队伍调配台账',
  basis: notice.lines(1463, 1465),
  fields: fields({
    number: text('调配编号'),
    fire: reference('火情', fires.id),
    township: text('增援乡（镇）'),
    orderedAt: dateTime('下达命令的时刻'),
    firstPeople: count('第一梯队', '人'),
    secondPeople: count('第二梯队', '人'),
  }),
  key: ['number'],
  access: { read: readers, write: [field] },
})

/** The first leaves when the second is there, not before. */
export const seamless = defineRule({
  id: 'seamless',
  title: '两个梯队无缝对接',
  basis: notice.lines(1465),
  inputs: { secondArrivedAt: relief.secondArrivedAt, firstLeftAt: relief.firstLeftAt },
  parameters: {},
  decide: ({ secondArrivedAt, firstLeftAt }) => ({
    isMet: !isBefore(firstLeftAt, secondArrivedAt),
    wanted: '第二梯队到达指定地点后第一梯队方可撤离',
    found: `第二梯队${secondArrivedAt.slice(11, 16)}到达，第一梯队${firstLeftAt.slice(11, 16)}撤离`,
  }),
})

export const deploying = defineProcedure({
  id: 'deploying',
  title: '增援队伍调配和接替',
  basis: notice.lines(1463, 1465),
  ...validity,
  register: deployments.id,
  subject: deployments.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '下达增援命令', by: [field], basis: notice.lines(1463) },
  initial: 'ordered',
  states: {
    ordered: {
      title: '第一梯队出动',
      on: {
        arrive: {
          title: '第一梯队到场',
          to: 'fighting',
          by: [township, field],
          basis: notice.lines(1463, 1465),
          input: fields({ firstArrivedAt: relief.firstArrivedAt }),
        },
        recall: {
          title: '撤销命令',
          to: 'recalled',
          by: [field],
          basis: notice.lines(1463),
          needsReason: true,
        },
      },
    },
    fighting: {
      title: '第一梯队扑救，第二梯队待命',
      on: {
        relieve: {
          title: '第二梯队接替，第一梯队撤离',
          to: 'relieved',
          by: [township, field],
          basis: notice.lines(1465),
          input: fields({
            secondArrivedAt: relief.secondArrivedAt,
            firstLeftAt: relief.firstLeftAt,
          }),
          gates: [seamless.id],
        },
        release: { title: '完成任务撤回', to: 'done', by: [field], basis: notice.lines(1467) },
      },
    },
    relieved: {
      title: '第二梯队扑救',
      on: { release: { title: '完成任务撤回', to: 'done', by: [field], basis: notice.lines(1467) } },
    },
    done: { title: '已撤回', final: 'completed', on: {} },
    recalled: { title: '已撤销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** What every township keeps for fighting fires. */
export const goods = {
  bombs: { title: '灭火弹', unit: '箱', least: 50, line: 1605 },
  beaters: { title: '2号灭火工具', unit: '把', least: 500, line: 1605 },
  shovels: { title: '圆头铁锹', unit: '把', least: 500, line: 1605 },
  coats: { title: '大衣', unit: '件', least: 300, line: 1607 },
  torches: { title: '手电筒', unit: '把', least: 300, line: 1607 },
} as const

export type Good = keyof typeof goods
const goodIds = Object.keys(goods) as Good[]

const leastOf = (id: string, title: string, unit: string, value: number, line: number): Parameter<number> =>
  defineParameter<number>({
    id,
    title,
    unit,
    values: [{ from: validity.validFrom, value, basis: notice.lines(line) }],
  })

/** The five standards of the plan, and the two of people. */
export const standards = {
  ...(Object.fromEntries(
    goodIds.map((good) => {
      const { title, unit, least, line } = goods[good]
      return [good, leastOf(`least-${good}`, `${title}储备标准`, unit, least, line)]
    }),
  ) as Record<Good, Parameter<number>>),
  carriers: leastOf('least-carriers', '物资运输队伍', '人', 50, 1433),
  guards: leastOf('least-guards', '留守火场队伍', '人', 200, 1433),
}

/** What stands in a township's store, and the people that it has. */
export const stocks = defineRegister({
  id: 'stocks',
  title: '乡（镇）灭火物资库房台账',
  basis: notice.lines(1433, 1607),
  fields: fields({
    township: text('乡（镇）'),
    bombs: count(goods.bombs.title, goods.bombs.unit),
    beaters: count(goods.beaters.title, goods.beaters.unit),
    shovels: count(goods.shovels.title, goods.shovels.unit),
    coats: count(goods.coats.title, goods.coats.unit),
    torches: count(goods.torches.title, goods.torches.unit),
    carriers: count('物资运输队伍', '人'),
    guards: count('留守火场队伍', '人'),
    countedOn: date('清点日期'),
  }),
  key: ['township'],
  access: { read: readers, write: [township] },
})

/** What is short of the standards, item by item; nothing where all is there. */
export function shortages(
  have: Readonly<Record<string, unknown>>,
  least: Readonly<Record<string, number>>,
): readonly { readonly item: string; readonly short: number }[] {
  return Object.entries(least).flatMap(([item, wanted]) => {
    const short = wanted - Number(have[item] ?? 0)
    return short > 0 ? [{ item, short }] : []
  })
}

/** Which townships lack what. */
export const stockShort = defineStocktake({
  id: 'stock-short',
  title: '乡（镇）灭火物资和队伍缺口',
  basis: notice.lines(1433, 1607),
  register: stocks.id,
  count(records, { settingOf }): Counted {
    const current = records.filter(({ state }) => state === 'current')
    if (current.length === 0) return { says: '还没有乡（镇）登记库房。', isMet: null, findings: [] }
    const least = Object.fromEntries(
      Object.entries(standards).flatMap(([item, parameter]) => {
        const value = settingOf(parameter)
        return value === undefined ? [] : [[item, value]]
      }),
    )
    const all = Object.entries(standards)
    const short = current.flatMap(({ data }) => {
      const lacking = shortages(data, least)
      if (lacking.length === 0) return []
      const parts = lacking.map(({ item, short: by }) => {
        const unit = all.find(([id]) => id === item)?.[1].unit ?? ''
        const title =
          item in goods ? goods[item as Good].title : (all.find(([id]) => id === item)?.[1].title ?? item)
        return `${title}${by}${unit}`
      })
      return [{ name: String(data['township']), message: `缺${parts.join('、')}。` }]
    })
    return {
      says: `${current.length}个乡（镇）登记了库房，${current.length - short.length}个达到标准。`,
      isMet: short.length === 0,
      findings: short,
    }
  },
})

/** What is rehearsed. */
export const exercises = defineRegister({
  id: 'exercises',
  title: '预案宣传培训和演练台账',
  basis: notice.lines(1619, 1621),
  fields: fields({
    number: text('编号'),
    kind: choice('类别', { training: '宣传和培训', drill: '演习、演练' }),
    heldOn: date('日期'),
    title: text('内容'),
    people: count('参加', '人'),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** How often in a year, and whether that is what the plan asks. */
export function exercisesOf(
  records: readonly { readonly data: Readonly<Record<string, unknown>> }[],
  year: string,
) {
  const ofYear = records.filter(({ data }) => String(data['heldOn']).startsWith(year))
  const countOf = (kind: string) => ofYear.filter(({ data }) => data['kind'] === kind).length
  return { trainings: countOf('training'), drills: countOf('drill') }
}

/** One or two trainings and at least one drill a year: more trainings are no fault. */
export const exercised = defineStocktake({
  id: 'exercised',
  title: '本年宣传培训和演练',
  basis: notice.lines(1619, 1621),
  register: exercises.id,
  count(records, { today }) {
    const year = today.slice(0, 4)
    const { trainings, drills } = exercisesOf(
      records.filter(({ state }) => state === 'current'),
      year,
    )
    const missing = [
      ...(trainings === 0 ? [{ name: '宣传和培训', message: '本年还没有开展，应开展1至2次。' }] : []),
      ...(drills === 0 ? [{ name: '演习、演练', message: '本年还没有开展，应至少1次。' }] : []),
    ]
    return {
      says: `${year}年宣传和培训${trainings}次，演习、演练${drills}次。`,
      isMet: missing.length === 0,
      findings: missing,
    }
  },
})

/** What is to be protected, with its belt of two hundred metres. */
export const protectedPlaces = defineRegister({
  id: 'protected-places',
  title: '临近山林重点保护对象台账',
  basis: notice.lines(1593),
  fields: fields({
    name: text('名称'),
    kind: choice('类别', {
      village: '临近山林的村庄',
      relic: '文保单位',
      explosive: '易燃易爆物仓库',
      temple: '寺庙',
      other: '其他重点保护对象',
    }),
    township: text('乡（镇）'),
    reportedOn: date('报县防火办的日期'),
    belt: choice('外缘200米隔离带', {
      none: '没有',
      planned: '已安排采伐指标',
      partly: '部分形成',
      done: '已形成',
    }),
  }),
  key: ['township', 'name'],
  access: { read: readers, write: [township, office] },
})
