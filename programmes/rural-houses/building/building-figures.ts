import { defineStocktake, defineTally, type Stocktake, type StocktakeRecord, textOf } from '@luoshi/kernel'
import { buildingNotice as notice } from '../notices.ts'
import { filings, modes } from './building-rules.ts'
import { houses } from './house-register.ts'
import { violations } from './violations.ts'

/** Houses by township and class. */
export const housesByTownship = defineTally({
  id: 'houses-by-township',
  title: '各乡（镇）农村房屋建设',
  basis: notice.lines(1089, 1101),
  register: houses.id,
  by: [{ kind: 'unit' }, { kind: 'field', field: 'houseClass' }],
  columns: [
    { id: 'all', title: '房屋' },
    { id: 'late', title: '登记晚于规定', where: { filing: ['late'] } },
    { id: 'building', title: '施工中', states: ['building', 'supervised'] },
    { id: 'to-archive', title: '待存档', states: ['accepted', 'unhanded'] },
    { id: 'archived', title: '已存档', states: ['archived'] },
  ],
})

/** Violations by kind. */
export const violationsByKind = defineTally({
  id: 'violations-by-kind',
  title: '农村房屋建设违法违规统计',
  basis: notice.lines(1189, 1233),
  register: violations.id,
  by: [{ kind: 'unit' }, { kind: 'field', field: 'violationKind' }],
  columns: [
    { id: 'all', title: '发现' },
    { id: 'ordered', title: '限期改正中', states: ['ordered'] },
    { id: 'mended', title: '已改正', states: ['mended'] },
    { id: 'handed', title: '已移送、上报', states: ['handed'] },
  ],
})

/** What of a registration wants a second look. */
export function remarksOn({ data }: Pick<StocktakeRecord, 'data'>): readonly string[] {
  return [
    ...(data['filing'] === 'late' ? [filings.late] : []),
    ...(data['mode'] === 'build-supervise' || data['mode'] === 'all' ? [modes[data['mode']]] : []),
    ...(data['partyFlag'] === 'found' ? ['有参建方在黑名单中'] : []),
  ]
}

const toReview = defineStocktake({
  id: 'to-review',
  title: '开工登记提示',
  basis: notice.lines(1119, 1183),
  register: houses.id,
  count(records) {
    const found = records
      .map((record) => ({
        name: `${textOf(record.data, 'number')} ${textOf(record.data, 'village')}`,
        remarks: remarksOn(record),
      }))
      .filter(({ remarks }) => remarks.length > 0)
    return {
      says: `开工登记中有${found.length}户要留意：登记晚于规定、施工和监理同为一方、参建方在黑名单中。`,
      isMet: null,
      findings: found.map(({ name, remarks }) => ({ name, message: `${remarks.join('；')}。` })),
    }
  },
})

export const buildingStocktakes: readonly Stocktake[] = [toReview]
