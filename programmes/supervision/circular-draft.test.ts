import { paperContent } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { circularPaper } from './circular.ts'
import { circularDraft } from './circular-draft.ts'
import { dutyAfter, figuresBetween, given, settled, standing } from './duty.test-support.ts'
import { carriedOrders, orderToDone } from './order-to-done.ts'
import { supervision } from './programme.ts'
import type { ProposedDuty } from './proposed-duty.ts'
import { circulars } from './registers.ts'

const matter = (number: string, unit: string, day: string | null) =>
  dutyAfter(
    '2022-12-01',
    { number, title: `任务${number}` },
    ...given(unit, 'ordinary'),
    ...(day === null ? [] : settled(unit, day)),
  )
const cases = [
  matter('1', 'housing', '2022-12-08'),
  matter('2', 'housing', '2022-12-09'),
  matter('3', 'finance', '2022-12-05'),
  matter('4', 'east-town', null),
]
const followed = cases.map((current) => standing(current, '2022-12-31'))
const names: Readonly<Record<string, string>> = {
  housing: '县住建局',
  finance: '县财政局',
  'east-town': '东镇',
}
const nameOf = (unit: string) => names[unit] ?? unit

describe('a circular', () => {
  const figures = figuresBetween(followed, '2022-12-01', '2022-12-31')

  it('ranks units by what they did in time of what was due', () => {
    expect(
      figures.ranking.map(({ place, item }) => [place, item.unit, item.due, item.inTime, item.percent]),
    ).toEqual([
      [1, 'finance', 1, 1, '100.0'],
      [2, 'housing', 2, 1, '50.0'],
      [3, 'east-town', 1, 0, '0.0'],
    ])
    expect(figures.praised.map(({ unit }) => unit)).toEqual(['finance'])
    expect(figures.late.map(({ title }) => title)).toEqual(['任务2', '任务4'])
  })

  it('is about what was due in its time, and what was late before', () => {
    expect(figuresBetween(followed, '2022-12-01', '2022-12-07').due).toBe(0)
    expect(figuresBetween(followed, '2022-12-09', '2022-12-31').late.map(({ title }) => title)).toEqual([
      '任务2',
      '任务4',
    ])
    expect(figuresBetween(followed, '2022-12-10', '2022-12-31').late.map(({ title }) => title)).toEqual([
      '任务4',
    ])
  })

  it('is drafted in sentences and printed as an official paper', () => {
    const draft = circularDraft(figures, nameOf)
    expect(draft).toEqual({
      overview: '应办结4项，按期办结2项，超期2项，按期办结率50.0%。',
      ranking:
        '第1名：县财政局，应办1项，按期办结1项，100.0%；\n第2名：县住建局，应办2项，按期办结1项，50.0%；\n第3名：东镇，应办1项，按期办结0项，0.0%。',
      praised: '县财政局全部按期办结，予以表扬。',
      late: '1.任务2（县住建局，应于2022-12-08办结）；\n2.任务4（东镇，应于2022-12-08办结）。',
    })
    const content = paperContent(circularPaper, {
      schema: circulars.fields,
      records: [{ number: '2023-1', subject: '12月任务', from: '2022-12-01', until: '2022-12-31', ...draft }],
      facts: {
        unit: '县政府办',
        county: '清源县',
        case: 'c',
        number: null,
        date: '2023-01-05',
        reason: null,
      },
      places: {},
      clear: null,
    })
    expect(content).toMatchObject({
      form: 'text',
      head: 'red',
      issuer: '清源县人民政府办公室',
      title: '督办情况通报',
    })
    const texts = content.form === 'text' ? content.body.map(({ text }) => text) : []
    expect(texts).toContain(draft.late)
    expect(texts.some((text) => text.includes('下一步要求'))).toBe(false)
  })

  it('says so where nothing was due', () => {
    expect(circularDraft(figuresBetween([], '2022-12-01', '2022-12-31'), nameOf)).toEqual({
      overview: '应办结0项，按期办结0项，超期0项。',
      ranking: '这一时段没有应办结的任务。',
    })
  })
})

describe('from order to done', () => {
  const document = '清政办发〔2026〕7号'
  const order = (clause: string, lines: readonly [number, number]): ProposedDuty => ({
    number: `${document}/${clause}`,
    document,
    clause,
    label: null,
    within: [],
    lines,
    sign: 'marked',
    title: clause,
    text: clause,
    units: [],
    markers: [],
    days: [],
    targets: [],
  })
  const duty = (number: string, clause: string, day: string | null) =>
    standing(
      dutyAfter(
        '2022-12-01',
        { number, origin: 'gazette', document, clause },
        ...given('housing', 'ordinary'),
        ...(day === null ? [] : settled('housing', day)),
      ),
      '2022-12-31',
    )

  it('counts what became of each order, and names what nobody does', () => {
    const orders = [order('1', [10, 12]), order('2', [13, 13]), order('3', [20, 20]), order('4', [30, 31])]
    const programme = {
      ...supervision,
      open: [
        {
          kind: 'gap' as const,
          says: '未定',
          basis: {
            kind: 'instrument' as const,
            county: 'qingyuan',
            docNumber: document,
            lines: [20, 25] as const,
          },
        },
      ],
    }
    const proposed = standing(
      dutyAfter('2022-12-01', { number: 'p', origin: 'gazette', document, clause: '4' }),
      '2022-12-31',
    )
    const [counts] = orderToDone(
      orders,
      [duty('a', '1', '2022-12-06'), duty('b', '2', null), proposed],
      carriedOrders('qingyuan', orders, [programme]),
    )
    expect(counts).toMatchObject({ ordered: 4, confirmed: 2, underway: 1, done: 1, late: 1, carried: 1 })
    expect(counts?.nobody.map(({ clause }) => clause)).toEqual(['4'])
  })

  it('does not take a programme’s own span for carrying every line', () => {
    const basis = {
      kind: 'instrument' as const,
      county: 'qingyuan',
      docNumber: document,
      lines: [1, 99] as const,
    }
    const orders = [order('1', [10, 12])]
    const carried = carriedOrders('qingyuan', orders, [{ ...supervision, basis }])
    const [counts] = orderToDone(orders, [], carried)
    expect(counts).toMatchObject({ carried: 0, confirmed: 0 })
  })
})
