import {
  choice,
  count,
  defineRegister,
  defineRule,
  defineStocktake,
  fields,
  gap,
  place,
  type StocktakeRecord,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, plan, readersBelow, scheme, township } from './notices.ts'

/** City stations by 城市消防站建设标准; the small one is an ordinary station too. */
export const stationKinds = ['special', 'first', 'second', 'small'] as const

export type StationKind = (typeof stationKinds)[number]

const kinds = {
  special: '特勤消防站',
  first: '一级普通消防站',
  second: '二级普通消防站',
  small: '小型消防站',
  'township-first': '一级乡镇专职消防队',
  'township-second': '二级乡镇专职消防队',
  enterprise: '企业专职消防队',
  volunteer: '志愿消防队',
  micro: '微型消防站',
  forest: '森林草原消防专业队',
} as const

/** Every station and brigade, from the county's to the micro station of a tower block. */
export const stations = defineRegister({
  id: 'stations',
  title: '消防队站台账',
  basis: plan.lines(734),
  fields: fields({
    name: text('队站名称'),
    kind: choice('种类', kinds),
    township: text('乡（镇）'),
    staff: count('人员', '人'),
    squads: count('班', '个').optional(),
    vehicles: count('消防车', '辆').optional(),
    where: place('位置').optional(),
  }),
  key: ['name'],
  access: { read: readersBelow, write: [brigade, township] },
})

const leastStaff: Readonly<Record<string, readonly [count: number, title: string, line: number]>> = {
  'township-second': [10, '二级乡镇专职消防队', 1343],
  forest: [100, '森林草原消防专业队', 1332],
}

/** Brigades that have fewer people than asked for; whole sentences. */
export const brigadeStrength = defineStocktake({
  id: 'brigade-strength',
  title: '专职和专业队伍人数',
  basis: scheme.lines(1328, 1343),
  register: stations.id,
  count(records) {
    const asked = currentOnes(records).flatMap((one) => {
      const least = leastStaff[String(one.data['kind'])]
      return least === undefined ? [] : [{ one, least }]
    })
    if (asked.length === 0)
      return { says: '台账里还没有二级乡镇专职队和森林草原消防专业队。', isMet: null, findings: [] }
    const short = asked.filter(({ one, least: [least] }) => Number(one.data['staff']) < least)
    return {
      says: `有人数要求的队伍${asked.length}支，人数不足${short.length}支。`,
      isMet: short.length === 0,
      findings: short.map(({ one, least: [least, title] }) => ({
        name: String(one.data['name']),
        message: `${title}不少于${least}人，现有${one.data['staff']}人。`,
      })),
    }
  },
})

const currentOnes = (records: readonly StocktakeRecord[]) => records.filter(({ state }) => state !== 'struck')

const MANY_RESIDENTS = 1000

/** Villages, tower blocks and key units, and whether they have the brigade that they need. */
export const places = defineRegister({
  id: 'brigade-places',
  title: '应建队站的村、社区和单位台账',
  basis: plan.lines(678, 734),
  fields: fields({
    name: text('名称'),
    kind: choice('种类', {
      village: '行政村、自然村',
      community: '城镇社区',
      'key-unit': '消防安全重点单位',
      'tower-public': '高层公共建筑',
      'tower-homes': '高层住宅小区',
    }),
    township: text('乡（镇）'),
    residents: count('常住人口', '人').optional(),
    hasBrigade: yesNo('已建队站', { help: '村为志愿消防队，其余为微型消防站' }),
  }),
  key: ['name'],
  access: { read: readersBelow, write: [brigade, township] },
  entry: { lookups: {}, gates: ['residents-given'] },
})

const { kind, residents } = places.fields.shape

/** Whether a village needs volunteers follows from its residents. */
export const residentsGiven = defineRule({
  id: 'residents-given',
  title: '村写明常住人口',
  basis: plan.lines(734),
  inputs: { kind: kind.optional(), residents },
  parameters: {},
  decide: (input) => ({
    isMet: input.kind !== 'village' || input.residents !== undefined,
    wanted: '行政村、自然村填写常住人口',
    found: input.residents === undefined ? '没有填写' : `${input.residents}人`,
  }),
})

/** Whether a place has to have a brigade: a village of more than a thousand residents, all others always. */
export function needsBrigade(data: Readonly<Record<string, unknown>>): boolean {
  return data['kind'] !== 'village' || Number(data['residents'] ?? 0) > MANY_RESIDENTS
}

/** Where a brigade is missing. */
export const brigadesMissing = defineStocktake({
  id: 'brigades-missing',
  title: '志愿消防队和微型消防站建设',
  basis: plan.lines(678, 734),
  register: places.id,
  count(records) {
    const needing = currentOnes(records).filter(({ data }) => needsBrigade(data))
    if (needing.length === 0)
      return { says: '台账里还没有应建队站的村、社区和单位。', isMet: null, findings: [] }
    const without = needing.filter(({ data }) => data['hasBrigade'] !== true)
    return {
      says: `应建${needing.length}处，已建${needing.length - without.length}处，未建${without.length}处。`,
      isMet: without.length === 0,
      findings: without.map(({ data }) => ({
        name: String(data['name']),
        message:
          data['kind'] === 'village'
            ? `常住人口${data['residents']}人，超过${MANY_RESIDENTS}人，应建志愿消防队。`
            : '应建微型消防站。',
      })),
    }
  },
})

export const stationGaps = [
  gap('微型消防站按什么标准建没有写明', plan.lines(734)),
  gap('“5分钟消防圈”从哪里算起没有写明', plan.lines(734)),
]
