import { type Cite, choice, defineCatalogue, defineValueRule, fields, text } from '@luoshi/kernel'
import { notice } from './notice.ts'

interface PlaceRow {
  readonly title: string
  /** The unit that answers for the safety of houses used so. */
  readonly unit: string
  readonly basis: Cite
}

const line = (first: number, unit: string, kinds: Readonly<Record<string, string>>) =>
  Object.entries(kinds).map(([id, title]): readonly [string, PlaceRow] => [
    id,
    { title, unit, basis: notice.lines(first) },
  ])

const health = '县卫生健康和体育局'
const culture = '县文化和旅游局'
const industry = '县工业和信息化局'
const emergency = '县应急管理局'
const education = '县教育科技局'
const workers = (of: string) => `${of}施工人员集中租住`

/** Kinds of places with the unit that answers for each, by the fourth annex. */
const rows: readonly (readonly [string, PlaceRow])[] = [
  ...line(1633, '县委统战部', { religious: '宗教活动场所' }),
  ...line(1639, '县住房和城乡建设管理局', { 'housing-workers': workers('房屋市政领域工程项目') }),
  ...line(1641, '县公安局', { hotel: '旅馆', explosives: '民爆企业' }),
  ...line(1643, industry, {
    'state-enterprise': '直属国有企业',
    'urban-catering': '城区餐饮场所',
    commerce: '商贸企业',
    'telecom-workers': workers('通信行业工程项目'),
  }),
  ...line(1645, emergency, { mine: '非煤矿山', chemicals: '危险化学品', trades: '冶金工贸行业' }),
  ...line(1649, '县农业农村局', { farming: '农业生产、农业设施及其配套、附属自建房' }),
  ...line(1651, '县市场监督管理局', { food: '食品经营场所（许可复查）' }),
  ...line(1655, '县民政局', { 'care-home': '养老院', 'day-care': '日间照料中心' }),
  ...line(1657, education, {
    school: '学校',
    training: '校外培训机构',
    'pupil-meals': '“小饭桌”',
    'pupil-boarding': '“家庭寄宿”',
  }),
  ...line(1659, culture, {
    'internet-service': '互联网服务经营场所、网吧',
    scenic: '景区、旅游场所',
    cinema: '影院',
    entertainment: 'KTV等娱乐场所',
    performance: '营业性演出',
    'public-culture': '图书馆、群艺馆、艺术院团',
    printing: '印刷业',
    'travel-agency': '旅行社',
    relics: '文物、考古、古建筑、博物馆、文物保护单位',
  }),
  ...line(1661, health, {
    hospital: '各类医院等医疗卫生机构',
    pharmacy: '医药、医疗器械门店',
    sports: '公共体育设施、体育场馆和体育活动经营场所',
    'sports-training': '体育培训机构',
  }),
  ...line(1663, '县发展和改革局', { 'energy-workers': workers('发展改革领域工程项目') }),
  ...line(1663, '县乡村振兴局', { 'village-workers': workers('乡村振兴领域工程项目') }),
  ...line(1663, '县交通运输局', { 'road-workers': workers('交通运输工程项目') }),
  ...line(1663, '县水利局', { 'water-workers': workers('水利工程项目') }),
  ...line(1665, '县机关事务服务中心', { offices: '办公用房', 'idle-public': '危旧及闲置直管公房' }),
  ...line(1667, '县消防救援大队', { crowded: '人员密集场所、消防重点企业（消防安全）' }),
]

/** What is left to the townships: homes, and whatever the annex has not. */
const left = line(1669, '所在乡（镇）人民政府', { home: '自住，不用于经营', other: '附件4没有写到的用途' })

const answering = new Map([...rows, ...left])

/** Kind of place → its title, in the order of the annex. */
export const places: Readonly<Record<string, string>> = Object.fromEntries(
  [...answering].map(([id, { title }]) => [id, title]),
)

export const place = choice('用途（场所类型）', places)
export const competentUnit = text('行业主管单位')

/** Which unit answers for a place. */
export const competence = defineValueRule({
  id: 'competence',
  title: '行业主管单位',
  basis: notice.lines(1633, 1669),
  gives: competentUnit,
  inputs: { place },
  parameters: {},
  decide: (input) => {
    const row = answering.get(input.place)
    if (row === undefined) return { missing: '用途（场所类型）' }
    return { value: row.unit, because: row.title, basis: row.basis }
  },
})

const entryFields = fields({ place: text('用途（场所类型）'), unit: text('主管单位') })

/** Who answers for which kind of place. */
export const duties = defineCatalogue({
  id: 'duties',
  title: '自建房安全管理职责分工',
  basis: notice.lines(1631, 1669),
  fields: entryFields,
  parts: { key: 'place', name: 'place', holder: 'unit' },
  versions: [
    {
      name: '2022年方案附件4',
      from: '2022-07-09',
      until: null,
      basis: notice.lines(1631, 1669),
      items: rows.map(([, { title, unit, basis }]) => ({ entry: { place: title, unit }, basis })),
    },
  ],
})

const mechanismNames = [
  '农村自建房宅基地审批管理机制',
  '自建房用地、规划管理机制',
  '自建房设计、施工、监理管理机制',
  '自建房用作经营场所管理机制',
  '自建房消防安全管理机制',
  '学校和学生校外自主租住自建房管理机制',
  '自建房用作商贸企业经营场所管理机制',
  '自建房用作养老机构管理机制',
  '自建房用作文化和旅游公共设施机制',
  '自建房用作旅馆管理机制',
  '自建房用作医疗卫生机构管理机制',
  '交通、房屋市政、水利、能源、通信等工程项目施工人员租住自建房管理机制',
  '自建房安全管理经费保障机制',
]

const FIRST_MECHANISM = 1605

/** 13项抓落实工作机制, as the second annex has them. */
export const mechanisms = defineCatalogue({
  id: 'mechanisms',
  title: '自建房安全管理13项抓落实工作机制',
  basis: notice.lines(1603, 1617),
  fields: fields({ name: text('工作机制') }),
  parts: { key: 'name', name: 'name' },
  versions: [
    {
      name: '2022年方案附件2',
      from: '2022-07-09',
      until: null,
      basis: notice.lines(1603, 1617),
      items: mechanismNames.map((name, index) => ({
        entry: { name },
        basis: notice.lines(FIRST_MECHANISM + index),
      })),
    },
  ],
})
