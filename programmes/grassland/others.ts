import {
  choice,
  count,
  date,
  defineCatalogue,
  defineRegister,
  fields,
  longText,
  text,
  unit,
} from '@luoshi/kernel'
import { department, forestry, notice, readers, township } from './notice.ts'

/** 执法司法线索信息共享 among the units of the joint meeting. */
export const clues = defineRegister({
  id: 'clues',
  title: '草原执法司法线索台账',
  basis: notice.lines(3111),
  fields: fields({
    number: text('线索编号'),
    kind: choice('线索类别', {
      occupation: '非法占用草原',
      cultivation: '开垦草原',
      herbs: '非法采挖野生中药材',
      grazing: '超载过牧、违规放牧',
      other: '其他',
    }),
    place: text('地点'),
    foundOn: date('发现日期'),
    content: longText('线索内容'),
    sharedWith: unit('共享给').optional(),
    outcome: longText('办理情况').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [forestry, department, township] },
})

/** 林草资源执法联席会议 */
export const meetings = defineRegister({
  id: 'meetings',
  title: '林草资源执法联席会议台账',
  basis: notice.lines(3111),
  fields: fields({
    number: text('会议编号'),
    heldOn: date('会议日期'),
    members: text('参加单位'),
    analysis: longText('分析研判'),
    actions: longText('联合执法、专项行动和案情通报').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [forestry] },
})

/** 有害生物监测 */
export const pests = defineRegister({
  id: 'pests',
  title: '草原有害生物监测台账',
  basis: notice.lines(3113, 3115),
  fields: fields({
    number: text('监测编号'),
    station: text('监测站点'),
    kind: choice('类别', { rodents: '鼠害', insects: '病虫害', weeds: '毒害草', invaders: '外来入侵物种' }),
    seenOn: date('监测日期'),
    area: count('发生面积', '亩'),
    forecast: longText('分析研判和预警'),
    control: longText('防治情况').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [forestry, township] },
})

type Row = readonly [number: string, title: string, units: readonly string[], first: number, last?: number]

const [LOT, FOREST, FARM] = ['县发展和改革局', '县林业局', '县农业农村局']

// biome-ignore format: one line a paragraph.
const rows: readonly Row[] = [
  ['四', '草原资源调查、监测和评价', [FOREST, '县统计局'], 3101],
  ['五', '草原权属和承包、经营、流转', [FOREST, '市生态环境局五寨分局', FARM], 3103],
  ['六', '保护修复治理和乡土草种繁育基地', [FOREST, LOT, '县财政局', FARM], 3105, 3107],
  ['七', '征占用草原监管和审核审批', [FOREST], 3109],
  ['八', '草原资源执法', [FOREST, '县公安局', '县人民检察院', '县司法局', '市生态环境局五寨分局'], 3111],
  ['九', '草原有害生物防控', [FOREST], 3113, 3115],
  ['十', '林草生态保护修复治理', [FOREST], 3117],
  ['十一', '科学利用草原资源', [FOREST, '县文化和旅游局', FARM], 3119],
  ['十二', '加强领导，压实责任', [], 3123],
  ['十三', '积极谋划，争取支持', ['县财政局', LOT, FOREST, FARM], 3125, 3127],
  ['十四', '引进人才，提升服务', ['县教育科技局', '县人力资源和社会保障局', FOREST], 3129],
  ['十五', '深化认识，广泛宣传', ['各有关单位'], 3131],
]

/** Every task with its units. */
export const tasks = rows.map(([number, title, units, first, last]) => ({
  number,
  title,
  units,
  basis: notice.lines(first, last),
}))

/** The tasks of a unit, by the numbers of their paragraphs. */
export function tasksOf(unitName: string): readonly string[] {
  return tasks.filter(({ units }) => units.includes(unitName)).map(({ number }) => number)
}

/** Who does what, paragraph by paragraph. */
export const taskList = defineCatalogue({
  id: 'tasks',
  title: '草原生态保护修复任务分工',
  basis: notice.lines(3099, 3131),
  fields: fields({
    place: count('次序', '号'),
    paragraph: text('条款'),
    title: text('任务'),
    units: text('责任单位'),
  }),
  parts: { key: 'paragraph', name: 'title', number: 'place' },
  versions: [
    {
      from: '2022-11-28',
      until: null,
      basis: notice.lines(3099, 3131),
      items: tasks.map(({ number, title, units, basis }, place) => ({
        entry: { place: place + 1, paragraph: `（${number}）`, title, units: units.join('、') || '没有写明' },
        basis,
      })),
    },
  ],
})
