import {
  type Counted,
  dataOf,
  defineStocktake,
  isAtLeast,
  type RecordOf,
  type Stocktake,
} from '@luoshi/kernel'
import { applications, modes, notice, scopes, services } from './registers.ts'
import { crossProvinceCount, gapsOf, postageOf, servicesWithin, wholeProvinceCount } from './rules.ts'

type Service = RecordOf<typeof services.fields>

const none: Counted = { says: '台账里还没有记录。', isMet: null, findings: [] }

const complete = defineStocktake({
  id: 'elements-complete',
  title: '通办事项七项要素齐全、五统一',
  basis: notice.lines(739, 757),
  register: services.id,
  count(records) {
    if (records.length === 0) return none
    const findings = dataOf<Service>(records).flatMap((service) => {
      const gaps = gapsOf(service)
      return gaps.length === 0 ? [] : [{ name: service.name, message: `缺${gaps.join('、')}。` }]
    })
    return {
      says: `${records.length}项，${findings.length}项还不齐全。`,
      isMet: findings.length === 0,
      findings,
    }
  },
})

const within = (id: string, scope: Service['scope'], indicator: typeof crossProvinceCount): Stocktake =>
  defineStocktake({
    id,
    title: indicator.title,
    basis: indicator.basis,
    register: services.id,
    count(records) {
      const found = servicesWithin(dataOf<Service>(records), scope)
      const target = indicator.targets[0]?.value
      const least = target !== undefined && 'figure' in target ? target.figure : '0'
      const byMode = Object.entries(modes).map(
        ([mode, title]) => `${title}${found.filter((service) => service.mode === mode).length}项`,
      )
      return {
        says: `${scopes[scope]}${found.length}项，应不少于${least}项；其中${byMode.join('，')}。`,
        isMet: isAtLeast(String(found.length), least),
        findings: [],
      }
    },
  })

const postage = defineStocktake({
  id: 'postage',
  title: '结果递送和邮费',
  basis: notice.lines(817),
  register: applications.id,
  count(records) {
    if (records.length === 0) return none
    const byPlace = Map.groupBy(
      dataOf<RecordOf<typeof applications.fields>>(records),
      ({ deliverTo }) => deliverTo,
    )
    return {
      says: `异地收件${records.length}件。`,
      isMet: null,
      findings: [...byPlace].map(([deliverTo, all]) => {
        const { says } = postageOf(deliverTo)
        return { name: `${all.length}件`, message: says }
      }),
    }
  },
})

/** What the notice asks of the registers as a whole. */
export const stocktakes: readonly Stocktake[] = [
  complete,
  within('cross-province', 'cross-province', crossProvinceCount),
  within('whole-province', 'whole-province', wholeProvinceCount),
  postage,
]
