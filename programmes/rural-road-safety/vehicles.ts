import {
  type Counted,
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineValueTable,
  fields,
  type IsoDate,
  listOf,
  longText,
  money,
  periodOf,
  personalText,
  phone,
  reference,
  type StocktakeRecord,
  text,
  yesNo,
} from '@luoshi/kernel'
import { code, codeRule, groups, shape as place } from './marking.ts'
import { notice, office, police, readers, township, validity } from './notice.ts'

/** What counts as a farm vehicle. */
export const kinds = {
  'three-wheeler': '三轮汽车',
  'low-speed-truck': '低速载货汽车',
  tractor: '拖拉机',
  'motor-tricycle': '有载货功能的三轮摩托车',
  'electric-tricycle': '有载货功能的三轮电动车',
  'electric-four-wheeler': '不符合国家注册登记规定的四轮电动车',
  unclear: '不在六类之内（待认定）',
} as const

const state = {
  isPlated: yesNo('有号牌'),
  meetsStandard: yesNo('符合机动车国家安全技术标准'),
  isAnnounced: yesNo('与公告产品一致'),
  isOversize: yesNo('超标'),
  isAssembled: yesNo('拼装'),
  isWornOut: yesNo('已达到强制报废标准'),
}

const marks = {
  hasWarning: yesNo('已喷涂“严禁违法载人”'),
  hasCode: yesNo('已喷涂“村组识别码”'),
  hasPositioning: yesNo('已加装定位'),
}

/** What is done about a vehicle. */
export const treatments = { register: '上户', scrap: '报废', manage: '管理' } as const
const treatment = choice('治理建议', treatments)
const kind = choice('车型', kinds)

/** Drivers of farm vehicles. */
export const drivers = defineRegister({
  id: 'drivers',
  title: '农用车驾驶人台账',
  basis: notice.lines(826, 832),
  fields: fields({
    number: text('驾驶人编号'),
    name: personalText('姓名', 'name'),
    contact: phone('联系电话').optional(),
    township: text('乡（镇）'),
    village: text('村'),
    hasLicence: yesNo('有驾驶证'),
    isKey: yesNo('重点驾驶人'),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

/** Every farm vehicle of the county, in electronic form. */
export const vehicles = defineRegister({
  id: 'vehicles',
  title: '农用车管理档案和台账',
  basis: notice.lines(830, 832),
  fields: fields({
    number: text('档案编号'),
    kind,
    township: text('乡（镇）'),
    village: text('村'),
    ...place,
    owner: personalText('车主', 'name'),
    driver: reference('驾驶人', drivers.id),
    plate: personalText('号牌号码', 'plate').optional(),
    ...state,
    ...marks,
    code: code.optional(),
    treatment: treatment.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

const basis = notice.lines(826)

/** Which of the three is proposed: what breaks the law is scrapped, what is fit and has no plate gets one, the rest is looked after. */
export const treatmentRule = defineValueTable({
  id: 'treatment',
  title: '农用车治理建议',
  basis,
  gives: treatment,
  inputs: state,
  hit: 'first',
  rows: [
    { when: { isAssembled: { is: true } }, value: 'scrap', basis },
    { when: { isWornOut: { is: true } }, value: 'scrap', basis },
    { when: { isOversize: { is: true } }, value: 'scrap', basis },
    { when: { isPlated: { is: false }, meetsStandard: { is: true } }, value: 'register', basis },
    { when: { isPlated: { is: false }, isAnnounced: { is: true } }, value: 'register', basis },
    { when: { isPlated: { is: false } }, value: 'scrap', basis },
    { when: {}, value: 'manage', basis },
  ],
})

/** What is none of the six is looked at before anything is done about it. */
export const kindClear = defineRule({
  id: 'kind-clear',
  title: '车型已认定',
  basis: notice.lines(830),
  inputs: { kind },
  parameters: {},
  decide: ({ kind: given }) => ({
    isMet: given !== 'unclear',
    wanted: '车型是通知列明的六类农用车之一',
    found: kinds[given],
  }),
})

/** A vehicle is treated as is proposed, so that nobody gives a plate to what is to be scrapped. */
const treatedAs = (one: keyof typeof treatments) =>
  defineRule({
    id: `treated-as-${one}`,
    title: `治理建议是${treatments[one]}`,
    basis,
    inputs: { treatment },
    parameters: {},
    decide: ({ treatment: given }) => ({
      isMet: given === one,
      wanted: `治理建议为“${treatments[one]}”的车辆`,
      found: treatments[given],
    }),
  })

export const toRegister = treatedAs('register')
export const toScrap = treatedAs('scrap')
export const toManage = treatedAs('manage')

/** The village and group have their code. */
export const groupKnown = defineRule({
  id: 'group-known',
  title: '村组已编码',
  basis: notice.lines(832),
  inputs: { group: place.group, groupsKnown: listOf('已编码的村组', fields({ code })) },
  parameters: {},
  decide: ({ group, groupsKnown: [known] }) => ({
    isMet: known !== undefined,
    wanted: '车辆所在村组已登记村组识别码',
    found: known === undefined ? `${group}组还没有登记` : `识别码${known.code}`,
  }),
})

const filed = notice.lines(830, 832)

/** Filed by the township, treated in one of three ways, marked, looked after. */
export const keeping = defineProcedure({
  id: 'keeping',
  title: '农用车建档和治理',
  basis: notice.lines(826, 834),
  ...validity,
  register: vehicles.id,
  subject: vehicles.fields,
  access: { read: readers },
  lookups: {
    groupsKnown: {
      title: '已编码的村组',
      register: groups.id,
      where: { villageCode: 'villageCode', group: 'group' },
      states: ['coded'],
      gives: { kind: 'records', fields: ['code'] },
    },
  },
  opening: {
    title: '建档',
    by: [township],
    basis: filed,
    gates: [groupKnown.id],
    computes: { code: codeRule.id, treatment: treatmentRule.id },
  },
  initial: 'filed',
  states: {
    filed: {
      title: '待治理',
      on: {
        identify: {
          title: '认定车型和车况',
          to: 'filed',
          by: [township, police],
          basis: notice.lines(830),
          input: fields({ kind, ...state }),
          computes: { treatment: treatmentRule.id },
        },
        register: {
          title: '上户',
          to: 'managed',
          by: [police],
          basis,
          gates: [kindClear.id, toRegister.id],
          input: fields({ plate: personalText('号牌号码', 'plate'), registeredOn: date('上户日期') }),
        },
        scrap: {
          title: '报废',
          to: 'scrapped',
          by: [township],
          basis,
          gates: [kindClear.id, toScrap.id],
          input: fields({ scrappedOn: date('报废日期'), subsidy: money('补贴金额') }),
        },
        manage: {
          title: '纳入管理',
          to: 'managed',
          by: [township],
          basis,
          gates: [kindClear.id, toManage.id],
        },
      },
    },
    managed: {
      title: '管理中',
      rests: true,
      on: {
        mark: {
          title: '登记喷涂和定位',
          to: 'managed',
          by: [township],
          basis: notice.lines(832),
          input: fields({ ...marks, markedOn: date('登记日期') }),
        },
        recheck: {
          title: '排查变动',
          to: 'filed',
          by: [township],
          basis: notice.lines(834),
          input: fields({ ...state, surveyedOn: date('排查日期'), change: longText('变动情况') }),
          computes: { treatment: treatmentRule.id },
        },
        remove: {
          title: '减少',
          to: 'removed',
          by: [township],
          basis: notice.lines(834),
          needsReason: true,
          input: fields({ removedOn: date('减少日期') }),
        },
      },
    },
    scrapped: { title: '已报废', final: 'completed', on: {} },
    removed: {
      title: '已减少',
      final: 'withdrawn',
      on: {
        restore: {
          title: '恢复建档',
          to: 'filed',
          by: [township, office],
          basis: notice.lines(834),
          needsReason: true,
        },
      },
    },
  },
  limits: {},
})

const yes = (field: string) => ({ [field]: ['true'] })

/** Vehicles by township: kinds of trouble, treatment, marks. */
export const vehiclesByTownship = defineTally({
  id: 'vehicles-by-township',
  title: '农用车底数和治理统计',
  basis: notice.lines(826, 834),
  register: vehicles.id,
  by: [{ kind: 'field', field: 'township' }],
  columns: [
    { id: 'vehicles', title: '在册', states: ['filed', 'managed'] },
    { id: 'unplated', title: '无牌', states: ['filed', 'managed'], where: { isPlated: ['false'] } },
    { id: 'oversize', title: '超标', states: ['filed', 'managed'], where: yes('isOversize') },
    { id: 'wornOut', title: '达到强制报废标准', states: ['filed', 'managed'], where: yes('isWornOut') },
    { id: 'registered', title: '建议上户', states: ['filed'], where: { treatment: ['register'] } },
    { id: 'toScrap', title: '建议报废', states: ['filed'], where: { treatment: ['scrap'] } },
    { id: 'scrapped', title: '已报废', states: ['scrapped'] },
    { id: 'warning', title: '已喷涂警示', states: ['filed', 'managed'], where: yes('hasWarning') },
    { id: 'code', title: '已喷涂识别码', states: ['filed', 'managed'], where: yes('hasCode') },
    { id: 'positioning', title: '已装定位', states: ['filed', 'managed'], where: yes('hasPositioning') },
  ],
})

const none: Counted = { says: '台账里还没有车辆。', isMet: null, findings: [] }
const isKept = ({ state: where }: Pick<StocktakeRecord, 'state'>) => where === 'filed' || where === 'managed'
const textIn = ({ data }: Pick<StocktakeRecord, 'data'>, field: string) => String(data[field] ?? '')

const markTitles = {
  hasWarning: '“严禁违法载人”字样',
  hasCode: '“村组识别码”',
  hasPositioning: '定位',
} as const

/** Vehicles that lack one of the marks, and those of no known kind. */
export const unmarked = defineStocktake({
  id: 'unmarked',
  title: '喷涂和定位没有完成的农用车',
  basis: notice.lines(832),
  register: vehicles.id,
  count(records) {
    const kept = records.filter(isKept)
    if (kept.length === 0) return none
    const lacking = kept.flatMap((one) => {
      const missing = Object.entries(markTitles).flatMap(([field, title]) =>
        one.data[field] === true ? [] : [title],
      )
      return missing.length === 0
        ? []
        : [
            {
              name: textIn(one, 'number'),
              message: `${textIn(one, 'township')}${textIn(one, 'village')}，缺${missing.join('、')}。`,
            },
          ]
    })
    return {
      says: `在册${kept.length}辆，喷涂和定位齐全${kept.length - lacking.length}辆。`,
      isMet: lacking.length === 0,
      findings: lacking,
    }
  },
})

/** Vehicles that are none of the six kinds, as far as anybody has said. */
export const unclear = defineStocktake({
  id: 'unclear',
  title: '车型待认定的农用车',
  basis: notice.lines(830),
  register: vehicles.id,
  count(records) {
    const kept = records.filter(isKept)
    if (kept.length === 0) return none
    const flagged = kept.filter(({ data }) => data['kind'] === 'unclear')
    return {
      says: `在册${kept.length}辆，车型待认定${flagged.length}辆。`,
      isMet: flagged.length === 0,
      findings: flagged.map((one) => ({
        name: textIn(one, 'number'),
        message: `${textIn(one, 'township')}${textIn(one, 'village')}，不在通知列明的六类之内，待认定。`,
      })),
    }
  },
})

/** What came and went in a township since a day, and what is there. */
export interface Change {
  readonly township: string
  readonly added: number
  readonly removed: number
  readonly kept: number
}

/** What came and went since a day, that day included, by township. */
export function changesSince(
  records: readonly Pick<StocktakeRecord, 'state' | 'data' | 'opened' | 'latest'>[],
  since: IsoDate,
): readonly Change[] {
  const byTownship = Map.groupBy(records, (one) => textIn(one, 'township'))
  return [...byTownship].map(([name, own]) => ({
    township: name,
    added: own.filter(({ opened }) => opened.slice(0, 10) >= since).length,
    removed: own.filter((one) => !isKept(one) && one.latest.slice(0, 10) >= since).length,
    kept: own.filter(isKept).length,
  }))
}

/** Growth and loss of this half-year: what each half-yearly survey is to show. */
export const changes = defineStocktake({
  id: 'changes',
  title: '农用车增减变量',
  basis: notice.lines(834),
  register: vehicles.id,
  count(records, { today }) {
    if (records.length === 0) return none
    const { from } = periodOf('half-year', today)
    const all = changesSince(records, from)
    const sumOf = (field: 'added' | 'removed' | 'kept') => all.reduce((sum, one) => sum + one[field], 0)
    return {
      says: `自${from}起增加${sumOf('added')}辆，减少${sumOf('removed')}辆，现有${sumOf('kept')}辆。`,
      isMet: null,
      findings: all.map(({ township: name, added, removed, kept }) => ({
        name,
        message: `增加${added}辆，减少${removed}辆，现有${kept}辆。`,
      })),
    }
  },
})
