import { evaluateIndicator } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf } from '../acting.test-support.ts'
import { cover } from './cover.ts'
import { grassland } from './index.ts'
import { findingOf } from './occupations.ts'
import { taskList, tasksOf } from './others.ts'
import { basicKept, landUses, parcels } from './parcels.ts'
import { feeTable, requirementTable } from './restoration.ts'

type Input = Readonly<Record<string, unknown>>

const { open, act, count, limitsOf } = actingIn(grassland)

const record = (state: string, data: Input) => ({
  id: String(data['number']),
  state,
  data,
  opened: '2023-01-01T09:00:00+08:00',
  latest: '2023-01-01T09:00:00+08:00',
})
describe('[wuzhai-2022-zbf48.1] the cover of grassland', () => {
  it('has its targets with year, indicator and comparator', () => {
    expect(cover.targets.map(({ period, value }) => [period, value])).toEqual([
      ['2025', { operator: 'at-least', figure: '72.5' }],
      ['2035', { words: '稳定在74.5%左右' }],
    ])
    const judged = (value: string) => evaluateIndicator(cover, '2025', value, '2025-12-31').outcome
    expect([judged('72.4'), judged('72.5')]).toEqual(['no', 'yes'])
  })

  it('is shown with what it lacks to each', () => {
    const measured = (period: string, value: string, state = 'checked') =>
      record(state, { indicator: cover.id, period, value })
    const counted = (value: string) =>
      count('cover-gap', '2026-01-10', [
        measured('2023', '70'),
        measured('2024', value),
        measured('2025', '99', 'reported'),
      ])
    expect(counted('71.8')).toEqual({
      says: '2024年草原综合植被盖度71.8%。',
      isMet: false,
      findings: [
        { name: '到2025年不低于72.5%', message: '还差0.7个百分点。' },
        { name: '到2035年74.5%左右', message: '还差2.7个百分点。' },
      ],
    })
    expect(counted('72.5').isMet).toBe(true)
    expect(counted('75').findings[1]?.message).toBe('已超过0.5个百分点。')
  })
})

const parcel = {
  number: '草-1',
  name: '上河坪',
  area: '1200',
  use: 'grazing',
  region: '上河村北',
  ecology: '水源涵养',
  resources: '禾草、莎草',
  kind: '山地草甸类',
  degradation: 'light',
  grade: '三级',
  coverage: '72',
  grassCover: '80',
  services: '保水固土',
  isBasic: true,
  isReserve: false,
  surveyedOn: '2023-04-20',
}

describe('[wuzhai-2022-zbf48.2] a parcel', () => {
  it('has what the survey asks for', () => {
    const asked = [
      'region',
      'ecology',
      'resources',
      'kind',
      'degradation',
      'grade',
      'coverage',
      'grassCover',
      'services',
    ]
    for (const field of asked) {
      const { [field]: _left, ...others } = parcel as Record<string, unknown>
      expect(open('keeping', 'forestry', '2023-05-01', others).kind, field).toBe('refused')
    }
    expect(parcels.key).toEqual(['number'])
  })

  const same = { newArea: '1200', newUse: 'grazing', newCoverage: '72', keepsFunction: true }
  const reason = '按意见'
  const kept = (isBasic: boolean) => caseOf(open('keeping', 'forestry', '2023-05-01', { ...parcel, isBasic }))
  const change = (input: Input, isBasic = true) =>
    act(kept(isBasic), 'forestry', '2023-06-01', 'change', { ...same, ...input }, { reason })

  it('that is basic loses no area, no quality, no function, and keeps its use', () => {
    expect(change({}).kind).toBe('done')
    for (const wrong of [
      { newArea: '1199.99' },
      { newUse: 'construction' },
      { newCoverage: '71.9' },
      { keepsFunction: false },
    ]) {
      expect(change(wrong).kind, JSON.stringify(wrong)).toBe('refused')
      expect(change(wrong, false).kind, JSON.stringify(wrong)).toBe('done')
    }
    const proposed = caseOf(change({ newArea: '1300', newCoverage: '73' }))
    const confirm = (as: string) => act(proposed, 'forestry', '2023-06-02', 'confirm', {}, { as })
    const confirmed = caseOf(confirm('other'))
    expect(confirmed.data).toMatchObject({ area: '1300', use: 'grazing', coverage: '73' })
    expect(confirm('forestry').kind).toBe('refused')
  })

  it('that is basic is not struck off', () => {
    const strike = (isBasic: boolean) =>
      act(kept(isBasic), 'forestry', '2023-06-01', 'strike', {}, { reason }).kind
    expect([strike(true), strike(false)]).toEqual(['refused', 'done'])
  })

  it('never shrinks while it is basic, whatever is asked', () => {
    const area = fc.integer({ min: 0, max: 5000 }).map(String)
    const use = fc.constantFrom(...Object.keys(landUses))
    fc.assert(
      fc.property(area, area, use, (before, after, newUse) => {
        const verdict = basicKept.judge(
          { ...parcel, ...same, area: before, newArea: after, newUse },
          '2023-06-01',
        )
        expect(verdict.outcome === 'yes').toBe(Number(after) >= Number(before) && newUse === 'grazing')
      }),
    )
  })
})

describe('[wuzhai-2022-zbf48.3] an occupation', () => {
  it('is more than approved from the first part of a mu, or not approved at all', () => {
    expect(findingOf('40', '40', false)).toBe('none')
    expect(findingOf('40', '40.01', false)).toBe('over')
    expect(findingOf(undefined, '0.1', false)).toBe('unapproved')
    expect(findingOf(undefined, '0', false)).toBe('none')
    expect(findingOf('40', '39', true)).toBe('split')
  })

  it('that is wrong is told with how much, until the land is restored', () => {
    const occupation = (number: string, finding: string, state = 'checked', approvedArea?: string) =>
      record(state, {
        number,
        project: '风电',
        finding,
        actualArea: '42.5',
        ...(approvedArea === undefined ? {} : { approvedArea }),
      })
    const counted = count('occupations-wrong', '2026-01-10', [
      occupation('占-1', 'over', 'checked', '40'),
      occupation('占-2', 'unapproved'),
      occupation('占-3', 'none', 'checked', '50'),
      occupation('占-4', 'over', 'restored', '40'),
    ])
    expect(counted).toEqual({
      says: '核查过的占用4处，违法占用没有恢复的2处。',
      isMet: false,
      findings: [
        { name: '占-1 风电', message: '少批多占，批准40亩，实际42.5亩，多占2.5亩。' },
        { name: '占-2 风电', message: '未批先占，批准0亩，实际42.5亩，多占42.5亩。' },
      ],
    })
  })
})

describe('[wuzhai-2022-zbf48.4] a restoration', () => {
  it('has its measure and its money by the cause', () => {
    const found = ['overgrazing', 'works', 'illegal'].map((cause) => [
      requirementTable.compute({ cause }, '2023-05-01').value,
      feeTable.compute({ cause }, '2023-05-01').value,
    ])
    expect(found).toEqual([
      ['comprehensive', 'not-said'],
      ['restore', 'restoration-fee'],
      ['punish', 'not-said'],
    ])
  })

  it('of what works or trespassers broke has a day, which overgrazed land has not', () => {
    const order = (cause: string, finishBy?: string) =>
      open('restoring', 'forestry', '2023-05-01', {
        number: '修-1',
        parcel: '草-1',
        area: '12',
        cause,
        ...(finishBy === undefined ? {} : { finishBy }),
      })
    expect([order('works').kind, order('illegal').kind, order('overgrazing').kind]).toEqual([
      'refused',
      'refused',
      'done',
    ])
    expect([order('works', '2023-04-30').kind, order('works', '2023-05-01').kind]).toEqual([
      'refused',
      'done',
    ])
    expect(limitsOf(caseOf(order('works', '2023-08-31')))[0]?.legal).toMatchObject({
      due: '2023-08-31',
    })
    expect(limitsOf(caseOf(order('overgrazing')))).toEqual([])
  })
})

it('[wuzhai-2022-zbf48.5] the breeding base has 5 to 10 varieties on 2000 to 3000 mu, sown from 2021 to 2025', () => {
  const plot = (variety: string, area: string, sownOn = '2023-05-01') =>
    record('current', { number: `${variety}${sownOn}`, variety, area, sownOn })
  const isMet = (varieties: number, area: string) =>
    count(
      'breeding-base',
      '2026-01-10',
      Array.from({ length: varieties }, (_, place) => plot(`品种${place}`, place === 0 ? area : '0')),
    ).isMet
  expect([isMet(4, '2500'), isMet(5, '2500'), isMet(10, '2500'), isMet(11, '2500')]).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect([isMet(5, '1999.9'), isMet(5, '2000'), isMet(5, '3000'), isMet(5, '3000.1')]).toEqual([
    false,
    true,
    true,
    false,
  ])
  const counted = count('breeding-base', '2026-01-10', [
    plot('老芒麦', '900', '2020-12-31'),
    plot('老芒麦', '800', '2021-01-01'),
    plot('老芒麦', '100', '2025-12-31'),
  ])
  expect(counted.says).toContain('900亩，品种1个')
})

describe('[wuzhai-2022-zbf48.6] the tasks of a unit', () => {
  it('are those of the paragraphs that name it', () => {
    expect(tasksOf('县农业农村局')).toEqual(['五', '六', '十一', '十三'])
    expect(tasksOf('县林业局')).toHaveLength(10)
    expect(tasksOf('县水利局')).toEqual([])
  })

  it('stand in a list with their lines', () => {
    const [version] = taskList.versions
    expect(version?.items).toHaveLength(12)
    expect(
      version?.items.filter(({ entry }) => String(entry['units']).includes('县农业农村局')),
    ).toHaveLength(4)
  })
})
