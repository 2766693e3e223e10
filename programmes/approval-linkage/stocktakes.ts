import {
  type Counted,
  dataOf,
  defineParameter,
  defineStocktake,
  isAtLeast,
  type RecordOf,
  type Stocktake,
} from '@luoshi/kernel'
import { blankElementsOf, packagesPublished, provinceWide, unlikeNames } from './linkage.ts'
import { certificates, notice, packages, services, villages } from './registers.ts'
import { coverageOf, stockOf } from './stock.ts'

const none: Counted = { says: '台账里还没有记录。', isMet: null, findings: [] }

/** Villages and communities that have a service point, at least. */
export const villageShare = defineParameter<string>({
  id: 'village-share',
  title: '设有网上服务站点的村（社区）',
  unit: '%',
  values: [{ from: '2021-07-13', value: '70', basis: notice.lines(908) }],
})

const complete = defineStocktake({
  id: 'elements-complete',
  title: '事项要素齐全，同一编码名称一致',
  basis: notice.lines(904),
  register: services.id,
  count(records) {
    if (records.length === 0) return none
    const all = dataOf<RecordOf<typeof services.fields>>(records)
    const blank = all.flatMap((service) => {
      const missing = blankElementsOf(service)
      return missing.length === 0 ? [] : [{ name: service.name, message: `缺${missing.join('、')}。` }]
    })
    const unlike = unlikeNames(all).map(({ code, names }) => ({
      name: code,
      message: `同一编码有${names.length}个名称：${names.join('、')}，应当一致。`,
    }))
    return {
      says: `${all.length}项，${blank.length}项要素不全，${unlike.length}个编码的名称不一致。`,
      isMet: blank.length + unlike.length === 0,
      findings: [...blank, ...unlike],
    }
  },
})

const wanted = ({ targets }: typeof packagesPublished) => {
  const figure = targets[0]?.value
  return figure !== undefined && 'figure' in figure ? figure.figure : '0'
}

const counted = (
  id: string,
  indicator: typeof packagesPublished,
  register: string,
  counts: (data: Readonly<Record<string, unknown>>) => boolean,
): Stocktake =>
  defineStocktake({
    id,
    title: indicator.title,
    basis: indicator.basis,
    register,
    count(records) {
      const found = records.filter(({ data }) => counts(data)).length
      const least = wanted(indicator)
      return {
        says: `${found}项，应不少于${least}项。`,
        isMet: isAtLeast(String(found), least),
        findings: [],
      }
    },
  })

const points = defineStocktake({
  id: 'village-points',
  title: '村（社区）网上服务站点',
  basis: notice.lines(908),
  register: villages.id,
  count(records, { settingOf }) {
    const all = dataOf<RecordOf<typeof villages.fields>>(records)
    const [share, least] = [coverageOf(all), settingOf(villageShare)]
    if (share === null || least === undefined) return none
    return {
      says: `${all.length}个村（社区），已设站点的占${share}%，应达到${least}%。`,
      isMet: isAtLeast(share, least),
      findings: all
        .filter(({ isCovered }) => !isCovered)
        .map(({ village, township }) => ({ name: village, message: `${township}，还没有站点。` })),
    }
  },
})

const stock = defineStocktake({
  id: 'blank-stock',
  title: '空白证照库存',
  basis: notice.lines(910, 912),
  register: certificates.id,
  count(records) {
    if (records.length === 0) return none
    const kinds = stockOf(dataOf<RecordOf<typeof certificates.fields>>(records))
    const overdrawn = kinds.flatMap((kind) => kind.overdrawn)
    return {
      says: `${kinds.length}种${overdrawn.length === 0 ? '' : `，批次${overdrawn.join('、')}用的比入库的多，请核对`}。`,
      isMet: overdrawn.length === 0,
      findings: kinds.map(({ certificate, sources, received, used, left }) => ({
        name: certificate,
        message: `${sources.join('、')}，入库${received}本，已用${used}本，还剩${left}本。`,
      })),
    }
  },
})

/** What the notice asks of the registers as a whole. */
export const stocktakes: readonly Stocktake[] = [
  complete,
  counted('packages', packagesPublished, packages.id, (data) => data['publishedOn'] !== undefined),
  counted('province-wide', provinceWide, services.id, (data) => data['isProvinceWide'] === true),
  points,
  stock,
]
