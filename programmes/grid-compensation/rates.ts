import { type Decimal, defineParameter, gap, type Parameter } from '@luoshi/kernel'
import { notice, validity } from './notice.ts'

const rate = (id: string, title: string, unit: string, value: Decimal, line: number): Parameter<Decimal> =>
  defineParameter<Decimal>({
    id,
    title,
    unit,
    values: [{ from: validity.validFrom, value, basis: notice.lines(line) }],
  })

export const steelPit = rate('steel-pit', '钢管杆坑补偿', '元/坑', '1000', 143)
export const concretePit = rate('concrete-pit', '混凝土杆坑补偿', '元/坑', '500', 143)
export const stayPit = rate('stay-pit', '拉线坑补偿', '元/坑', '300', 143)
export const farmlandMultiple = rate('farmland-multiple', '耕地补偿费倍数', '倍', '24', 141)
export const forestMultiple = rate('forest-multiple', '林地补偿费倍数', '倍', '22', 141)
export const baseMargin = rate('base-margin', '塔基立柱边线各向外扩展', '米', '2', 149)
export const roadMargin = rate('road-margin', '施工道路两侧各向外扩展', '米', '1', 149)
export const temporaryRate = rate('temporary-rate', '临时占地补偿', '元/亩', '1000', 147)
export const cropRate = rate('crop-rate', '青苗补偿费', '元/亩', '1000', 147)
export const largeTree = rate('large-tree', '大树补偿', '元/棵', '200', 147)
export const smallTree = rate('small-tree', '小树补偿', '元/棵', '100', 147)
/** A tree of this diameter is a large one already. */
export const largeFrom = rate('large-from', '大树的直径', '厘米', '50', 147)

/** The two answers that one sentence gives for land that is taken for a time. */
export const temporaryBases = {
  fixed: '每亩1000元',
  yearly: '所在区片的统一年产值',
} as const

export const temporaryBasis = defineParameter<keyof typeof temporaryBases>({
  id: 'temporary-basis',
  title: '临时占地按哪个标准',
  unit: '',
  values: [],
  choices: temporaryBases,
  gap: gap('同一条既写按区域统一年产值标准执行，又写临时占地1000元/亩，按哪个由县里定', notice.lines(147)),
})

/** The two places in which trees are paid for. */
export const treeBases = {
  notice: '本通知第4条',
  city: '忻政办发〔2015〕12号',
} as const

export const treeBasis = defineParameter<keyof typeof treeBases>({
  id: 'tree-basis',
  title: '树木按哪个标准',
  unit: '',
  values: [],
  choices: treeBases,
  gap: gap(
    '第4条写了大树、小树的补偿，第6条写树木砍伐按忻政办发〔2015〕12号，按哪个由县里定',
    notice.lines(147, 153),
  ),
})

export const rates = [
  steelPit,
  concretePit,
  stayPit,
  farmlandMultiple,
  forestMultiple,
  baseMargin,
  roadMargin,
  temporaryRate,
  cropRate,
  largeTree,
  smallTree,
  largeFrom,
  temporaryBasis,
  treeBasis,
]
