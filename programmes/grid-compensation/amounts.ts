import {
  choice,
  count,
  type Decimal,
  date,
  defineValueRule,
  fields,
  isAtLeast,
  listOf,
  measure,
  money,
  productOf,
  quotientOf,
  sumOf,
  text,
} from '@luoshi/kernel'
import { notice } from './notice.ts'
import {
  baseMargin,
  concretePit,
  cropRate,
  farmlandMultiple,
  forestMultiple,
  largeFrom,
  largeTree,
  roadMargin,
  smallTree,
  stayPit,
  steelPit,
  temporaryBasis,
  temporaryRate,
  treeBases,
  treeBasis,
} from './rates.ts'

export const measuredOn = date('丈量日期')
export const amount = money('补偿金额')
export const squareMetres = measure('占地', '平方米')
export const area = measure('占地面积', '亩')

/** 1 亩 is 10000/15 square metres. */
const MU = { times: '15', over: '10000' } as const

/** A decimal with no more digits behind the point than we keep. */
const kept = (exact: Decimal): Decimal => sumOf([quotientOf(exact, '1', 6)])

/** 亩 of so many square metres. */
const muOf = (metres: Decimal): Decimal => sumOf([quotientOf(productOf(metres, MU.times), MU.over, 6)])

/** Money by the 亩, worked out from square metres so that nothing is rounded twice; to the 分. */
const moneyFor = (metres: Decimal, byMu: Decimal): Decimal =>
  sumOf([quotientOf(productOf(productOf(metres, MU.times), byMu), MU.over, 2)])

export const pits = { steel: '钢管杆坑', concrete: '混凝土杆坑', stay: '拉线坑' } as const
export const voltages = { low: '1千伏', high: '10千伏' } as const
export const grounds = { waste: '荒山荒坡', other: '其他土地' } as const

export const pitShape = {
  pit: choice('坑的种类', pits),
  voltage: choice('电压等级', voltages),
  ground: choice('占用土地', grounds),
  pitCount: count('坑数', '坑'),
}

/** Pits of 10 千伏 that are not on waste hills, each at its rate; any other at nothing. */
export const pitAmount = defineValueRule({
  id: 'pit-amount',
  title: '杆坑、拉线坑补偿',
  basis: notice.lines(143, 145),
  gives: amount,
  inputs: { ...pitShape, measuredOn },
  parameters: { steel: steelPit, concrete: concretePit, stay: stayPit },
  judgedOn: 'measuredOn',
  decide: ({ pit, voltage, ground, pitCount }, values) => {
    if (voltage === 'low') return { value: '0', because: '1千伏的杆坑、拉线坑不计' }
    if (ground === 'waste') return { value: '0', because: '占用荒山荒坡的不补偿' }
    return {
      value: productOf(values[pit], String(pitCount)),
      because: `${pits[pit]}${values[pit]}元/坑×${pitCount}坑`,
    }
  },
})

export const lands = { farmland: '耕地', forest: '林地' } as const

export const baseShape = {
  land: choice('地类', lands),
  zone: text('区片', { help: '统一年产值台账中的区片' }),
  baseLength: measure('塔基长', '米', { least: '0.01' }),
  baseWidth: measure('塔基宽', '米', { least: '0.01' }),
}

/** A tower's base with a margin on each of its four sides. */
export const baseMetres = defineValueRule({
  id: 'base-metres',
  title: '塔基占地',
  basis: notice.lines(149),
  gives: squareMetres,
  inputs: { baseLength: baseShape.baseLength, baseWidth: baseShape.baseWidth, measuredOn },
  parameters: { baseMargin },
  judgedOn: 'measuredOn',
  decide: ({ baseLength, baseWidth }, { baseMargin: margin }) => {
    const widened = (side: Decimal) => sumOf([side, margin, margin])
    const [length, width] = [widened(baseLength), widened(baseWidth)]
    return { value: kept(productOf(length, width)), because: `边线各向外${margin}米，${length}米×${width}米` }
  },
})

export const areaRule = defineValueRule({
  id: 'area',
  title: '折合亩数',
  basis: notice.lines(149),
  gives: area,
  inputs: { squareMetres },
  parameters: {},
  decide: (input) => ({ value: muOf(input.squareMetres), because: `${input.squareMetres}平方米÷10000×15` }),
})

/** A zone's yearly output value from a day on, as the province's document has it. */
const outputValues = listOf(
  '区片的统一年产值',
  fields({ zone: text('区片'), value: money('统一年产值'), from: date('执行日期') }),
)

type OutputValues = readonly { readonly value: Decimal; readonly from: string }[]

/** The value in force on a day; undefined where none was loaded. */
const valueOn = (all: OutputValues, on: string) =>
  all.filter(({ from }) => from <= on).sort((one, other) => (one.from < other.from ? 1 : -1))[0]?.value

const notLoaded = (zone: string, on: string) => ({
  missing: `区片“${zone}”${on}的统一年产值（晋政发〔2013〕122号），应先登记`,
})

/** Land taken for good: so many times the zone's yearly output value. */
export const landAmount = defineValueRule({
  id: 'land-amount',
  title: '永久占地补偿',
  basis: notice.lines(137, 141),
  gives: amount,
  inputs: { land: baseShape.land, zone: baseShape.zone, squareMetres, outputValues, measuredOn },
  parameters: { farmland: farmlandMultiple, forest: forestMultiple },
  judgedOn: 'measuredOn',
  decide: (input, values) => {
    const { land, zone } = input
    const yearly = valueOn(input.outputValues, input.measuredOn)
    if (yearly === undefined) return notLoaded(zone, input.measuredOn)
    return {
      value: moneyFor(input.squareMetres, productOf(yearly, values[land])),
      because: `${lands[land]}${yearly}元×${values[land]}倍×${muOf(input.squareMetres)}亩`,
    }
  },
})

export const roadShape = {
  roadWidth: measure('实际占地宽', '米', { least: '0.01' }),
  roadLength: measure('道路长', '米', { least: '0.01' }),
}

/** A construction road with a margin on each of its two sides. */
export const roadMetres = defineValueRule({
  id: 'road-metres',
  title: '施工道路占地',
  basis: notice.lines(149),
  gives: squareMetres,
  inputs: { ...roadShape, measuredOn },
  parameters: { roadMargin },
  judgedOn: 'measuredOn',
  decide: ({ roadWidth, roadLength }, { roadMargin: margin }) => {
    const width = sumOf([roadWidth, margin, margin])
    return {
      value: kept(productOf(width, roadLength)),
      because: `两侧各向外${margin}米，${width}米×${roadLength}米`,
    }
  },
})

export const siteShape = { siteArea: measure('临时占地实量', '平方米', { least: '0.01' }) }

export const siteMetres = defineValueRule({
  id: 'site-metres',
  title: '堆放材料等占地',
  basis: notice.lines(147),
  gives: squareMetres,
  inputs: { siteArea: siteShape.siteArea },
  parameters: {},
  decide: ({ siteArea }) => ({ value: siteArea, because: '按实量' }),
})

export const temporaryZone = text('区片', { help: '按统一年产值补偿的填写' }).optional()

/** Land taken for a time, by whichever of the notice's two standards the county has chosen. */
export const temporaryAmount = defineValueRule({
  id: 'temporary-amount',
  title: '临时占地补偿',
  basis: notice.lines(147),
  gives: amount,
  inputs: { zone: temporaryZone, squareMetres, outputValues, measuredOn },
  parameters: { temporaryBasis, temporaryRate },
  judgedOn: 'measuredOn',
  decide: (input, values) => {
    const mu = muOf(input.squareMetres)
    if (values.temporaryBasis === 'fixed') {
      const rate = values.temporaryRate
      return { value: moneyFor(input.squareMetres, rate), because: `${rate}元/亩×${mu}亩` }
    }
    if (input.zone === undefined) return { missing: '区片' }
    const yearly = valueOn(input.outputValues, input.measuredOn)
    if (yearly === undefined) return notLoaded(input.zone, input.measuredOn)
    return { value: moneyFor(input.squareMetres, yearly), because: `统一年产值${yearly}元×${mu}亩` }
  },
})

export const cropShape = { cropArea: measure('青苗面积', '亩', { least: '0.0001' }) }

export const cropAmount = defineValueRule({
  id: 'crop-amount',
  title: '青苗补偿',
  basis: notice.lines(147),
  gives: amount,
  inputs: { ...cropShape, measuredOn },
  parameters: { cropRate },
  judgedOn: 'measuredOn',
  decide: ({ cropArea }, values) => ({
    value: sumOf([quotientOf(productOf(cropArea, values.cropRate), '1', 2)]),
    because: `${values.cropRate}元/亩×${cropArea}亩`,
  }),
})

export const treeShape = {
  diameter: measure('树木直径', '厘米', { least: '0.1' }),
  treeCount: count('棵数', '棵'),
}

/** Trees by their diameter; felled ones by the city's document where the county says so. */
export const treeAmount = defineValueRule({
  id: 'tree-amount',
  title: '树木补偿',
  basis: notice.lines(147, 153),
  gives: amount,
  inputs: { ...treeShape, measuredOn },
  parameters: { treeBasis, largeTree, smallTree, largeFrom },
  judgedOn: 'measuredOn',
  decide: ({ diameter, treeCount }, values) => {
    if (values.treeBasis === 'city') return { missing: `${treeBases.city}的树木补偿标准，公报中没有` }
    const isLarge = isAtLeast(diameter, values.largeFrom)
    const rate = isLarge ? values.largeTree : values.smallTree
    return {
      value: productOf(rate, String(treeCount)),
      because: `直径${diameter}厘米，${isLarge ? '大树' : '小树'}${rate}元/棵×${treeCount}棵`,
    }
  },
})

export const otherShape = {
  attachment: text('地上附着物'),
  negotiated: money('协商的补偿'),
}

/** What the notice leaves to be counted apart, as builder and township settled it. */
export const otherAmount = defineValueRule({
  id: 'other-amount',
  title: '其他地上附着物补偿',
  basis: notice.lines(147, 155),
  gives: amount,
  inputs: { negotiated: otherShape.negotiated },
  parameters: {},
  decide: ({ negotiated }) => ({ value: negotiated, because: '另计，由施工方与乡（镇）协商' }),
})
