import {
  choice,
  defineCatalogue,
  defineRegister,
  defineStocktake,
  fields,
  gap,
  listOf,
  personalText,
  text,
} from '@luoshi/kernel'
import { notice, office, readers } from './notice.ts'

const ranks = {
  commander: '总指挥长',
  'first-deputy': '常务副指挥长',
  deputy: '副指挥长',
  member: '成员',
} as const

const shape = {
  unit: text('单位'),
  rank: choice('指挥部职务', ranks),
  duties: listOf('职责', text('职责')),
}

type Rank = keyof typeof ranks

/** One place in the headquarters: whose it is, its line, and the lines of its duties in 2.1.3. */
const seat = (unit: string, rank: Rank, line: number, duties: readonly number[] = [], to = line) => ({
  entry: { unit, rank, duties: duties.map((duty) => `第${duty}行`) },
  basis: notice.lines(line, to),
})

/** The thirty-three places of the headquarters, by unit; who holds them the county enters. */
export const headquarters = defineCatalogue({
  id: 'headquarters',
  title: '县森林草原防灭火指挥部组成和职责',
  basis: notice.lines(1284, 1357),
  fields: fields(shape),
  parts: { key: 'unit', name: 'unit' },
  versions: [
    {
      name: '2022年预案',
      from: '2022-12-29',
      until: null,
      basis: notice.lines(1284, 1357),
      items: [
        seat('县长', 'commander', 1284, [1322], 1285),
        seat('副县长', 'first-deputy', 1287, [1322], 1288),
        seat('县人武部', 'deputy', 1290, [1337]),
        seat('县政府办', 'deputy', 1292, [1327]),
        seat('县林业局', 'deputy', 1293, [1331]),
        seat('县自然资源局', 'deputy', 1294, [], 1295),
        seat('县应急管理局', 'deputy', 1296, [1335], 1297),
        seat('县气象局', 'deputy', 1298),
        seat('武警五台县中队', 'deputy', 1299),
        seat('县人武部（副部长）', 'member', 1300, [1337]),
        seat('县农业农村局', 'member', 1301),
        seat('县教育科技局', 'member', 1302, [1343]),
        seat('县工业和信息化局', 'member', 1303, [1349]),
        seat('县民政局', 'member', 1304, [1351]),
        seat('县司法局', 'member', 1305),
        seat('市生态环境局五台分局', 'member', 1306),
        seat('县住房和城乡建设管理局', 'member', 1307, [1345]),
        seat('县交通运输局', 'member', 1309, [1341], 1310),
        seat('县水利局', 'member', 1311, [1345]),
        seat('县卫生健康和体育局', 'member', 1312, [1353], 1313),
        seat('县文化和旅游局', 'member', 1314, [], 1315),
        seat('县公安局', 'member', 1316, [1339]),
        seat('县公安局交警大队', 'member', 1317, [1341], 1318),
        seat('县政务服务中心', 'member', 1319, [], 1320),
        seat('县融媒体中心', 'member', 1321, [1355], 1322),
        seat('县消防救援大队', 'member', 1323, [1337], 1324),
        seat('县供电公司', 'member', 1325, [1349]),
        seat('联通五台分公司', 'member', 1326, [1349], 1327),
        seat('移动五台分公司', 'member', 1328, [1349], 1329),
        seat('电信五台分公司', 'member', 1330, [1349], 1331),
        seat('门限石林场', 'member', 1309, [1357]),
        seat('豆村林场', 'member', 1310, [1357]),
        seat('茹村林场', 'member', 1311, [1357]),
      ],
    },
  ],
  open: [gap('八个单位在2.1.3没有职责，其中县气象局、县政务服务中心在2.2.1有', notice.lines(1327, 1409))],
})

/** Who holds a place: entered by the office, changed when somebody else comes. */
export const seats = defineRegister({
  id: 'seats',
  title: '指挥部人员台账',
  basis: notice.lines(1284, 1357),
  fields: fields({
    unit: text('单位'),
    rank: shape.rank,
    holder: personalText('姓名', 'name').optional(),
    post: text('职务'),
    duty: text('职责', { help: '没有写明职责的不填' }).optional(),
  }),
  key: ['unit', 'rank'],
  access: { read: readers, write: [office] },
})

/** Units of the headquarters of whom the plan says nothing that they do. */
export function unitsWithoutDuty(entries: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return entries.flatMap(({ unit, duties }) =>
    Array.isArray(duties) && duties.length === 0 ? [String(unit)] : [],
  )
}

/** Places that nobody holds, and units without a duty. */
export const seatsFilled = defineStocktake({
  id: 'seats-filled',
  title: '指挥部人员和职责核对',
  basis: notice.lines(1284, 1357),
  register: seats.id,
  count(records) {
    const current = records.filter(({ state }) => state === 'current')
    if (current.length === 0) return { says: '还没有登记指挥部人员。', isMet: null, findings: [] }
    const findings = current.flatMap(({ data }) => {
      const lacking = [
        ...(data['holder'] === undefined ? ['没有写明人员'] : []),
        ...(data['duty'] === undefined ? ['没有职责'] : []),
      ]
      return lacking.length === 0
        ? []
        : [{ name: String(data['unit']), message: `${lacking.join('，')}，请补充职责或者调整成员。` }]
    })
    return {
      says: `登记${current.length}个职位，${findings.length}个需要补充。`,
      isMet: findings.length === 0,
      findings,
    }
  },
})
