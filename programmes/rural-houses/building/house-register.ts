import {
  choice,
  count,
  defineParameter,
  defineRegister,
  defineValueRule,
  fields,
  isAtLeast,
  isAtMost,
  measure,
  personalText,
  phone,
  text,
} from '@luoshi/kernel'
import { aboveVillages, buildingReaders, bureau, housing, village } from '../access.ts'
import { buildingValidity, buildingNotice as notice } from '../notices.ts'

export const classes = { one: 'Ⅰ类（农村自建低层房屋）', two: 'Ⅱ类（农村其他房屋）' } as const
export const builders = { farmer: '农民', collective: '村集体', other: '其他' } as const

/** What a house is for: those that a small one can be for, and any other. */
export const purposes = {
  own: '农民自建自住',
  office: '办公室',
  police: '警务室',
  clinic: '卫生室',
  service: '便民服务点',
  workshop: '农产品加工作坊',
  other: '其他用途',
} as const

/** Rebuilt, enlarged and renewed houses go the way of new ones. */
const works = { new: '新建', rebuilt: '改建', enlarged: '扩建', renewed: '翻建' } as const

export const houseClass = choice('房屋类别', classes)
export const purpose = choice('用途', purposes)

/** What tells the one class from the other. */
const classed = {
  builtBy: choice('建设主体', builders),
  purpose,
  area: measure('建筑面积', '平方米', { least: '0.01' }),
  storeys: count('层数', '层'),
  span: measure('跨度', '米'),
}

/** Houses on the land of village collectives. */
export const houses = defineRegister({
  id: 'houses',
  title: '农村房屋建设台账',
  basis: notice.lines(1089, 1101),
  fields: fields({
    number: text('房屋编号'),
    owner: personalText('建房人（建设方）', 'name'),
    contact: phone('联系电话').optional(),
    village: text('所在村'),
    place: text('建设地点'),
    work: choice('建设方式', works),
    ...classed,
    landApproval: text('用地审批文号'),
    planningPermit: text('乡村建设规划许可证号'),
    houseClass,
  }),
  key: ['number'],
  calledBy: ['number', 'village'],
  access: { read: [...buildingReaders, bureau, housing], write: [aboveVillages, village] },
})

const figure = (id: string, title: string, unit: string, value: string, line: number) =>
  defineParameter({
    id,
    title,
    unit,
    values: [{ from: buildingValidity.validFrom, value, basis: notice.lines(line) }],
  })

export const mostArea = figure('most-area', 'Ⅰ类房屋的建筑面积', '平方米', '300', 1060)
export const spanBelow = figure('span-below', 'Ⅰ类房屋的跨度', '米', '6', 1062)

/** 两层, which the text writes as a word. */
const MOST_STOREYS = 2

/** Which class a house is of: small in all four points, or another. */
export const classifying = defineValueRule({
  id: 'house-class',
  title: '房屋类别',
  basis: notice.lines(1056, 1069),
  gives: houseClass,
  inputs: classed,
  parameters: { mostArea, spanBelow },
  decide: (house, values) => {
    const isForFarmer = house.purpose === 'own' && house.builtBy === 'farmer'
    const isForVillage = !['own', 'other'].includes(house.purpose) && house.builtBy === 'collective'
    const beyond = [
      ...(isAtMost(house.area, values.mostArea)
        ? []
        : [`建筑面积${house.area}平方米，超过${values.mostArea}平方米`]),
      ...(house.storeys <= MOST_STOREYS ? [] : [`${house.storeys}层，超过两层`]),
      ...(isAtLeast(house.span, values.spanBelow)
        ? [`跨度${house.span}米，不小于${values.spanBelow}米`]
        : []),
      ...(isForFarmer || isForVillage
        ? []
        : [`${builders[house.builtBy]}建，用途为${purposes[house.purpose]}`]),
    ]
    return beyond.length === 0
      ? { value: 'one' as const, because: '面积、层数、跨度、用途四项都符合' }
      : { value: 'two' as const, because: beyond.join('；') }
  },
})
