import { type Facts, type Parameters, paperTable, sumOf, versionOn, withValue } from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { administrationOf } from '../administration/index.ts'
import { agreements, payList } from './agreements.ts'
import {
  areaRule,
  baseMetres,
  cropAmount,
  landAmount,
  pitAmount,
  roadMetres,
  temporaryAmount,
  treeAmount,
} from './amounts.ts'
import { gridCompensation } from './index.ts'
import { steelPit, temporaryBasis, treeBasis } from './rates.ts'
import { standards } from './table.ts'

const on = '2022-09-02'
const measured = { measuredOn: on }
const set = (choices: { temporary?: 'fixed' | 'yearly'; tree?: 'notice' | 'city' }): Parameters => {
  const { temporary, tree } = choices
  const dated = <Value>(value: Value) => ({ from: '2022-08-26', value, basis: null })
  return {
    ...(temporary === undefined ? {} : { [temporaryBasis.id]: withValue(temporaryBasis, dated(temporary)) }),
    ...(tree === undefined ? {} : { [treeBasis.id]: withValue(treeBasis, dated(tree)) }),
  }
}

describe('[wutai-2022-zbf50.1] a pit', () => {
  const paid = (pit: string, voltage: string, ground: string, pitCount = 1) =>
    pitAmount.compute({ pit, voltage, ground, pitCount, ...measured }, on).value

  it('of 10 千伏 that is not on a waste hill has its rate', () => {
    expect([
      paid('steel', 'high', 'other'),
      paid('concrete', 'high', 'other'),
      paid('stay', 'high', 'other'),
      paid('stay', 'high', 'other', 7),
    ]).toEqual(['1000', '500', '300', '2100'])
  })

  it('of 1 千伏, or on a waste hill, has none', () => {
    for (const pit of ['steel', 'concrete', 'stay']) {
      expect([paid(pit, 'low', 'other'), paid(pit, 'low', 'waste'), paid(pit, 'high', 'waste')]).toEqual([
        '0',
        '0',
        '0',
      ])
    }
  })

  it('says how its amount came about, and with which line', () => {
    const facts = { pit: 'steel', voltage: 'low', ground: 'other', pitCount: 2, ...measured }
    expect(pitAmount.compute(facts, on).reasons[0]).toMatchObject({
      wanted: '1千伏的杆坑、拉线坑不计',
      basis: { lines: [143, 145] },
    })
  })
})

const muOf = (squareMetres: unknown) => areaRule.compute({ squareMetres }, on).value

describe('[wutai-2022-zbf50.2] a tower’s base', () => {
  const metres = (baseLength: string, baseWidth: string) =>
    baseMetres.compute({ baseLength, baseWidth, ...measured }, on).value

  it('of 1.5 by 2 metres takes 5.5 by 6: 33 square metres, 0.0495 亩', () => {
    expect([metres('1.5', '2'), muOf(metres('1.5', '2'))]).toEqual(['33', '0.0495'])
  })

  it('is (a+4)(b+4), exact to the last digit', () => {
    const side = fc.integer({ min: 10, max: 99_999 }).map((millimetres) => (millimetres / 1000).toFixed(3))
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [inA, inB] = [BigInt(a.replace('.', '')), BigInt(b.replace('.', ''))]
        const exact = (inA + 4000n) * (inB + 4000n)
        const found = String(metres(a, b))
        const [whole = '', rest = ''] = found.split('.')
        expect(BigInt(whole) * 1_000_000n + BigInt(rest.padEnd(6, '0'))).toBe(exact)
      }),
    )
  })
})

const temporary = (squareMetres: unknown, parameters: Parameters, more: Facts = {}) =>
  temporaryAmount.compute({ squareMetres, outputValues: [], ...measured, ...more }, on, parameters)

describe('[wutai-2022-zbf50.3] a construction road', () => {
  const metres = roadMetres.compute({ roadWidth: '3', roadLength: '200', ...measured }, on).value

  it('of 3 by 200 metres takes 5 by 200: 1000 square metres, 1.5 亩, 1500 元 at the fixed rate', () => {
    expect([metres, muOf(metres)]).toEqual(['1000', '1.5'])
    expect(temporary(metres, set({ temporary: 'fixed' })).value).toBe('1500')
  })

  it('has the yearly output value of its zone where the county has chosen that', () => {
    const yearly = set({ temporary: 'yearly' })
    const outputValues = [{ zone: '一', value: '1060.01', from: '2013-10-01' }]
    expect(temporary(metres, yearly, { zone: '一', outputValues }).value).toBe('1590.02')
    expect(temporary(metres, yearly).missing).toEqual(['区片'])
    expect(temporary(metres, yearly, { zone: '一' }).missing[0]).toContain('区片“一”2022-09-02的统一年产值')
  })
})

it('[wutai-2022-zbf50.4] a tree of 50 cm is a large one, of 49.9 cm a small one', () => {
  const paid = (diameter: string, treeCount = 1) =>
    treeAmount.compute({ diameter, treeCount, ...measured }, on, set({ tree: 'notice' })).value
  expect([paid('50'), paid('50.0'), paid('49.9'), paid('49.9', 3), paid('120', 2)]).toEqual([
    '200',
    '200',
    '100',
    '300',
    '400',
  ])
})

describe('[wutai-2022-zbf50.5] land taken for good', () => {
  const outputValues = [
    { zone: '二', value: '1000', from: '2013-10-01' },
    { zone: '二', value: '1100', from: '2022-09-03' },
  ]
  const paid = (land: string, more: Facts = {}) =>
    landAmount.compute({ land, zone: '二', squareMetres: '33', outputValues, ...measured, ...more }, on)

  it('has 24 times the yearly value where it is farmed, 22 times where it is forest', () => {
    expect([paid('farmland').value, paid('forest').value]).toEqual(['1188', '1089'])
    expect(paid('farmland').reasons[0]?.wanted).toBe('耕地1000元×24倍×0.0495亩')
  })

  it('has the value of the day on which it was measured', () => {
    expect(paid('farmland', { measuredOn: '2022-09-03' }).value).toBe('1306.8')
  })

  it('is refused where the value of its zone is not loaded, or not yet', () => {
    for (const facts of [{ outputValues: [] }, { outputValues: outputValues.slice(1) }]) {
      expect(paid('farmland', facts)).toMatchObject({ outcome: 'unknown', value: null })
      expect(paid('farmland', facts).missing[0]).toContain('应先登记')
    }
  })
})

const { open, act } = actingIn(gridCompensation)
type Input = Readonly<Record<string, unknown>>
const facts = { openAgreements: [{ number: '补-1' }] }
const item = (measuredOn = on) => {
  const input = { number: '项-1', agreement: '补-1', place: '东坡', measuredOn }
  return caseOf(open('measuring', 'township', measuredOn, input, { facts }))
}
const steel = { pit: 'steel', voltage: 'high', ground: 'other', pitCount: 1 }

describe('[wutai-2022-zbf50.6] what is paid', () => {
  const household = {
    number: '补-1',
    township: '石桥镇',
    village: '河湾村',
    project: 'grid',
    payee: '田大有',
    accountName: '田大有',
    account: '6200000000123456',
    isNearGraves: false,
  }
  const looked = { entries: [{ number: '项-1' }], unfinished: [], itemsTotal: '1000.5' }
  const drawn = (input: Input = {}) => open('settling', 'township', on, { ...household, ...input })
  const agreed = (input: Input = {}, day = '2022-09-05') => {
    const around = { facts: looked }
    return caseOf(act(caseOf(drawn()), 'township', day, 'agree', { agreedOn: on, ...input }, around))
  }

  it('goes into the account of whoever is compensated, all of it', () => {
    expect(drawn({ accountName: '石桥镇人民政府' }).kind).toBe('refused')
    const pay = (paid: string) =>
      act(agreed(), 'department', '2022-09-20', 'pay', { paidOn: '2022-09-20', paid }).kind
    expect([pay('1000.49'), pay('1000.50'), pay('1000.51')]).toEqual(['refused', 'done', 'refused'])
  })

  it('stands in a list with each one’s account, and adds up', () => {
    const [one, other] = [agreed(), agreed()]
    const schema = agreements.fields
    const table = paperTable(payList, schema, [one.data, other.data], null)
    expect(table.rows[0]).toEqual([
      ...['1', '石桥镇', '河湾村', '田大有', '田大有', '6200000000123456', '1', '1000.5', ''],
    ])
    expect(table.total?.[7]).toBe('2001')
    const shown = paperTable(payList, schema, [one.data], [])
    expect(shown.rows[0]?.[5]).not.toBe('6200000000123456')
  })

  it('is worked out, never written: an amount that is filled in counts for nothing', () => {
    const filled = { ...steel, amount: '9999' }
    const computed = caseOf(act(item(), 'township', on, 'pits', filled, { facts }))
    expect(computed.data['amount']).toBe('1000')
    expect(agreed({ total: '1' }, on).data['total']).toBe('1000.5')
  })

  it('is measured anew by nobody once it is agreed', () => {
    const computed = caseOf(act(item(), 'township', on, 'pits', steel, { facts }))
    const again = (openAgreements: Input[]) =>
      act(
        computed,
        'township',
        '2022-09-30',
        'remeasure',
        {},
        { facts: { openAgreements }, reason: '重新丈量' },
      ).kind
    expect([again([{ number: '补-1' }]), again([])]).toEqual(['done', 'refused'])
  })

  it('keeps its rate by the day of measuring: another rate is another version, from its own day on', () => {
    const raised = withValue(steelPit, { from: '2023-01-01', value: '1200', basis: null })
    expect(raised.values.map(({ from, value }) => [from, value])).toEqual([
      ['2022-08-26', '1000'],
      ['2023-01-01', '1200'],
    ])
    const around = { facts, parameters: { [steelPit.id]: raised } }
    const paid = (measuredOn: string) =>
      caseOf(act(item(measuredOn), 'township', '2023-02-01', 'pits', steel, around)).data['amount']
    expect([paid('2022-12-31'), paid('2023-01-01')]).toEqual(['1000', '1200'])
  })

  it('has no other rate but with the document and the clause that set it', () => {
    const administration = actingIn(administrationOf([gridCompensation]))
    const change = (input: Input) => {
      const value = { parameter: 'grid-compensation/steel-pit', from: '2023-01-01', value: '1200', ...input }
      const around = { facts: { valuesOfDay: [] } }
      return administration.open('parameter-values', 'clerk', '2022-12-30', value, around).kind
    }
    expect([
      change({}),
      change({ document: '五政办发〔2022〕99号' }),
      change({ document: '五政办发〔2022〕99号', article: '第一条' }),
    ]).toEqual(['refused', 'refused', 'done'])
  })
})

describe('[wutai-2022-zbf50.7] where the notice has two answers', () => {
  it('nothing is worked out until the county has chosen, and what is open is named', () => {
    const road = { roadWidth: '3', roadLength: '200' }
    const tree = { diameter: '60', treeCount: 1 }
    const said = (name: string, input: Input, parameters: Parameters = {}) => {
      const around = { facts: { ...facts, outputValues: [] }, parameters }
      return refusalsOf(act(item(), 'township', on, name, input, around))
    }
    expect(said('road', road)).toEqual([
      '“临时占地补偿”还算不出来，缺少：临时占地按哪个标准（2022-09-02尚无规定）。',
    ])
    expect(said('trees', tree)).toEqual([
      '“树木补偿”还算不出来，缺少：树木按哪个标准（2022-09-02尚无规定）。',
    ])
    expect(said('road', road, set({ temporary: 'fixed' }))).toEqual([])
    expect(said('trees', tree, set({ tree: 'notice' }))).toEqual([])
    expect(said('trees', tree, set({ tree: 'city' }))[0]).toContain('忻政办发〔2015〕12号')
  })

  it('both are told as conflicts, each with its lines', () => {
    const lines = gridCompensation.open.flatMap((one) =>
      one.kind === 'conflict'
        ? [one.bases.map((cite) => (cite.kind === 'instrument' ? cite.lines : []))]
        : [],
    )
    expect(lines).toEqual([
      [
        [147, 147],
        [137, 139],
      ],
      [
        [147, 147],
        [151, 153],
      ],
    ])
    expect([temporaryBasis, treeBasis].map(({ values }) => values)).toEqual([[], []])
  })
})

it('crops are paid by the 亩, to the 分', () => {
  const paid = (cropArea: string) => cropAmount.compute({ cropArea, ...measured }, on).value
  expect([paid('1'), paid('0.4'), paid('0.12345')]).toEqual(['1000', '400', '123.45'])
})

it('land and crops of many pieces add up to what their sum would be, within a 分 for each piece', () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(pieces, (all) => {
      const metres = all.map((cents) => (cents / 100).toFixed(2))
      const fixed = set({ temporary: 'fixed' })
      const apart = sumOf(metres.map((one) => String(temporary(one, fixed).value)))
      const together = String(temporary(sumOf(metres), fixed).value)
      expect(Math.abs(Number(apart) - Number(together))).toBeLessThanOrEqual(all.length * 0.01)
    }),
  )
})

it('the standards can be read as a list, fifteen of them', () => {
  expect(versionOn(standards, '2022-08-26')?.items).toHaveLength(15)
  expect(versionOn(standards, '2022-08-25')).toBeUndefined()
})
