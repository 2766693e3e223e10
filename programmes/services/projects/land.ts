import {
  choice,
  defineRegister,
  fields,
  isAtLeast,
  measure,
  productOf,
  type RecordOf,
  sumOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import { bureau, officers } from '../access.ts'
import { wutaiPackage } from '../bases.ts'
import { percent } from '../matters.ts'

const basis = wutaiPackage.lines(811)

/** Newly approved industrial plots. */
export const plots = defineRegister({
  id: 'industrial-plots',
  title: '新批工业用地台账',
  basis,
  fields: fields({
    number: text('宗地编号'),
    zone: text('开发区'),
    area: measure('面积', '平方米'),
    isStandard: yesNo('以“标准地”出让'),
  }),
  key: ['number'],
  access: { read: officers, write: [bureau] },
})

/** What kind of building it is, for the green standard. */
export const buildingKinds = {
  civil: '标准地内新增民用建筑',
  welfare: '政府投资公益性建筑',
  public: '公共建筑',
  other: '其他建筑',
} as const

/** Buildings, and what their land contracts say. */
export const buildings = defineRegister({
  id: 'buildings',
  title: '绿色建筑条款台账',
  basis,
  fields: fields({
    number: text('建筑编号'),
    name: text('建筑名称'),
    kind: choice('建筑类别', buildingKinds),
    area: measure('建筑面积', '平方米'),
    clause: choice('出让合同中的绿色建筑条款', {
      none: '没有写入',
      one: '一星级',
      two: '二星级',
      three: '三星级',
    }),
  }),
  key: ['number'],
  access: { read: officers, write: [bureau] },
})

type Plot = RecordOf<typeof plots.fields>
type Building = RecordOf<typeof buildings.fields>

/** The share of standard land by area, and whether it is enough. */
export interface LandShare {
  readonly standard: string
  readonly all: string
  /** In per cent to one place, rounded down; null where no land was approved. */
  readonly share: string | null
  readonly isMet: boolean
}

/** 标准地占新批工业用地的比例: exact by area; rounding never turns a no into a yes. */
export function standardLandShare(
  all: readonly Pick<Plot, 'area' | 'isStandard'>[],
  least: string,
): LandShare {
  const areas = (some: readonly Pick<Plot, 'area'>[]) => sumOf(some.map(({ area }) => area))
  const [standard, whole] = [areas(all.filter(({ isStandard }) => isStandard)), areas(all)]
  const isNone = !isAtLeast(whole, '0.000001')
  return {
    standard,
    all: whole,
    share: isNone ? null : percent(Number(standard), Number(whole)),
    isMet: !isNone && isAtLeast(productOf(standard, '100'), productOf(whole, least)),
  }
}

/** A building whose contract must name at least one star and does not, or that needs none. */
export interface GreenFinding {
  readonly isRequired: boolean
  /** Why, as a user reads it. */
  readonly because: string
  readonly isFlagged: boolean
}

/** Whether a building must be green, and whether its land contract says so. */
export function greenFinding(
  { kind, area, clause }: Pick<Building, 'kind' | 'area' | 'clause'>,
  publicArea: string,
): GreenFinding {
  const isLarge = kind === 'public' && isAtLeast(area, publicArea)
  const isRequired = kind === 'civil' || kind === 'welfare' || isLarge
  const because = {
    civil: '标准地内新增民用建筑执行一星级及以上',
    welfare: '政府投资公益性建筑执行一星级以上',
    public: isLarge
      ? `建筑面积${area}平方米，达到${publicArea}平方米，执行一星级以上`
      : `建筑面积${area}平方米，不到${publicArea}平方米`,
    other: '不在应当执行绿色建筑标准的三类建筑之内',
  }[kind]
  return { isRequired, because, isFlagged: isRequired && clause === 'none' }
}
