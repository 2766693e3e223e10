import {
  campaignParts,
  choice,
  date,
  defineCampaign,
  defineRegister,
  defineStocktake,
  defineTally,
  fields,
  gap,
  longText,
  personalText,
  place,
  text,
} from '@luoshi/kernel'
import { notice, office, police, readers, roads, roadUnit, township, validity } from './notice.ts'

/** Where roads in the countryside are dangerous. */
export const roadKinds = {
  crossing: '平交路口',
  'water-cliff': '临水临崖',
  roadside: '路侧险要路段',
  'bend-slope': '急弯陡坡',
  village: '穿村过镇路段',
} as const

/** What is dangerous about roads: found, given a day, put right, struck off by another. */
export const roadHazards = defineCampaign({
  id: 'road-hazards',
  title: '农村公路安全隐患',
  basis: notice.lines(836, 838),
  phases: [
    {
      id: 'mending',
      title: '隐患排查治理',
      from: null,
      until: null,
      basis: notice.lines(836, 838),
      gap: gap('按市方案“按期”完成，日期没有写明', notice.lines(838)),
    },
  ],
  problem: fields({
    number: text('隐患编号'),
    kind: choice('路段类型', roadKinds),
    road: text('道路'),
    township: text('乡（镇）'),
    section: text('位置或者桩号'),
    description: longText('隐患描述'),
    where: place('坐标').optional(),
  }),
  key: ['number'],
  reads: readers,
  finds: { by: [police, roads, township], basis: notice.lines(836) },
  lists: { by: [office], basis: notice.lines(836) },
  fixes: { by: [roadUnit, township], basis: notice.lines(836, 838), evidence: [] },
  strikesOff: { by: [office, police], basis: notice.lines(836, 838) },
  looksAgain: { by: [office, police], basis: notice.lines(842) },
  handsOver: 'county',
  open: [gap('“六项治理工程”是哪六项没有写明', notice.lines(838))],
})

export const roadHazardParts = campaignParts(roadHazards, validity)

/** Dangers of roads by kind. */
export const roadHazardsByKind = defineTally({
  id: 'road-hazards-by-kind',
  title: '农村公路安全隐患统计',
  basis: notice.lines(836),
  register: roadHazards.id,
  by: [{ kind: 'field', field: 'kind' }],
  columns: [
    { id: 'found', title: '发现' },
    { id: 'mending', title: '治理中', states: ['listed', 'fixed'] },
    { id: 'struck', title: '已治理', states: ['struck', 'held'] },
  ],
})

/** Dangers whose day has passed. */
export const roadHazardsLate = defineStocktake({
  id: 'road-hazards-late',
  title: '逾期没有治理的农村公路安全隐患',
  basis: notice.lines(836, 838),
  register: roadHazards.id,
  count(records, { today, nameOf }) {
    const listed = records.filter(({ state }) => state === 'listed')
    if (listed.length === 0) return { says: '没有治理中的隐患。', isMet: null, findings: [] }
    const late = listed.filter(({ data }) => String(data['deadline']) < today)
    return {
      says: `治理中${listed.length}处，逾期${late.length}处。`,
      isMet: late.length === 0,
      findings: late.map(({ data }) => ({
        name: String(data['number']),
        message: `${String(data['road'])}${String(data['section'])}，应由${nameOf(String(data['department']))}于${String(data['deadline'])}前治理。`,
      })),
    }
  },
})

/** Which cadre answers for which village or road. */
export const contracts = defineRegister({
  id: 'contracts',
  title: '包村包路责任台账',
  basis: notice.lines(820),
  fields: fields({
    place: text('村或者道路'),
    kind: choice('类别', { village: '包村', road: '包路' }),
    township: text('乡（镇）'),
    cadre: personalText('包保干部', 'name', { help: '还没有落实的先不填' }).optional(),
    post: text('职务').optional(),
    from: date('包保起始日期').optional(),
  }),
  key: ['township', 'place'],
  access: { read: readers, write: [township] },
})

/** No village and no road without a cadre. */
export const everyPlaceHasCadre = defineStocktake({
  id: 'every-place-has-cadre',
  title: '每个村、每条路都有包保干部',
  basis: notice.lines(820),
  register: contracts.id,
  count(records) {
    const current = records.filter(({ state }) => state === 'current')
    if (current.length === 0) return { says: '台账里还没有村和道路。', isMet: null, findings: [] }
    const without = current.filter(({ data }) => data['cadre'] === undefined)
    return {
      says: `${current.length}个村和道路，没有包保干部的${without.length}个。`,
      isMet: without.length === 0,
      findings: without.map(({ data }) => ({
        name: String(data['place']),
        message: `${String(data['township'])}，还没有包保干部。`,
      })),
    }
  },
})
