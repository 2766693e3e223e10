import { counties } from '@luoshi/counties'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const gazettes = new Map(
  requireRealGazettes().map(({ name, text }) => [name, read(text, { file: name, counties })]),
)

/** What is due on the lines of an instrument: [last line, date, duration or recurrence]. */
function due(gazette: string, number: string, from = 1, to = Number.POSITIVE_INFINITY): [number, string][] {
  const instrument = gazettes.get(gazette)?.instruments.find(({ docNumber }) => docNumber === number)
  if (!instrument) throw new Error(`${gazette} has no ${number}`)
  return instrument.deadlines
    .filter(({ lines }) => lines[0] >= from && lines[1] <= to)
    .map(({ lines, date, duration, recurrence }) => [
      lines[1],
      date ?? recurrence ?? `${duration?.amount} ${duration?.unit}`,
    ])
}

describe('deadlines of the real gazettes', () => {
  it('[wutai-2021-zbf48.5] dates the tasks by what their markers say', () => {
    expect(due('wutai-2021-03b', '五政办发〔2021〕48号', 900, 946)).toEqual([
      [902, '2021-07-31'],
      [906, '2021-07-31'],
      [908, '2021-12-31'],
      [918, '2021-12-31'],
      [920, '2021-12-31'],
      [922, '2021-07-31'],
      [934, '1 workday'],
      [946, '2021-12-31'],
    ])
  })

  it('finds the dated nodes of a schedule', () => {
    const dates = due('wutai-2021-03b', '五政办发〔2021〕51号', 1327, 1341).map(([, date]) => date)
    expect(dates).toEqual([
      '2021-07-30',
      '2021-07-29',
      '2021-07-30',
      '2021-10-15',
      '2021-08-05',
      '2021-08-06',
      '2021-08-26',
      '2021-08-31',
      '2021-10-15',
      '2021-10-31',
    ])
  })

  it('finds the eight milestones and the monthly report', () => {
    expect(due('wutai-2021-04', '五政办发〔2021〕64号', 863)).toEqual([
      [863, '2021-09-30'],
      [863, '2021-12-31'],
      [863, '2023-07-31'],
      [865, '2021-12-31'],
      [867, '2021-12-31'],
      [873, '2022-03-31'],
      [875, '2022-07-31'],
      [877, '2022-07-31'],
      [925, 'FREQ=MONTHLY;BYMONTHDAY=18'],
    ])
  })

  it('keeps a summary that is due before its phase ends', () => {
    expect(due('wutai-2021-04', '五政办发〔2021〕53号', 296, 316)).toEqual([
      [296, '2021-10-31'],
      [300, '2021-12-31'],
      [316, '2021-10-29'],
    ])
  })

  it('[wutai-2022-zbf59.7] resolves days and the end of the year', () => {
    expect(due('wutai-2022-04b', '五政办发〔2022〕59号')).toEqual([
      [649, '2022-12-31'],
      [715, '2022-12-15'],
    ])
  })

  it('keeps a date that was over when the notice was issued', () => {
    expect(due('wutai-2022-04b', '五政办发〔2022〕52号', 420, 420)).toEqual([[420, '2022-08-31']])
    expect(due('wuzhai-2022-02', '五政办发〔2022〕25号', 1534, 1534)).toEqual([[1534, '2022-07-01']])
  })

  it('resolves five milestones, halves of a year too', () => {
    expect(due('wutai-2023-02', '五政发〔2023〕18号', 310, 316)).toEqual([
      [310, '2023-12-31'],
      [312, '2024-11-30'],
      [312, '2024-12-31'],
      [314, '2025-06-30'],
      [314, '2025-12-31'],
    ])
  })

  it('takes the year of the title', () => {
    expect(due('wutai-2023-02', '五政办发〔2023〕20号')).toEqual([[738, '2023-06-30']])
  })

  it('dates tasks and evaluation', () => {
    expect(due('wutai-2023-02', '五政办发〔2023〕26号')).toEqual([
      [1429, '2023-11-30'],
      [1429, '2025-12-31'],
      [1437, '2023-11-30'],
      [1441, '2025-12-31'],
      [1497, '2025-12-31'],
    ])
  })

  it('finds parts of months', () => {
    expect(due('wutai-2023-02', '五政发〔2023〕24号')).toEqual([
      [466, '2023-11-20'],
      [466, '2023-09-20'],
    ])
  })

  it('ends each phase on the last day of its range', () => {
    expect(due('wuzhai-2022-02', '五政办发〔2022〕25号', 1520, 1528)).toEqual([
      [1520, '2022-09-20'],
      [1522, '2022-12-31'],
      [1524, '2024-05-31'],
      [1526, '2023-06-30'],
      [1528, '2025-05-31'],
    ])
  })

  it('counts working days', () => {
    expect(due('wuzhai-2022-02', '五政办发〔2022〕26号')).toEqual([
      [1758, '5 workday'],
      [1777, '30 workday'],
      [1779, '5 workday'],
    ])
  })

  it('takes the year of the same clause for its second date', () => {
    expect(due('wuzhai-2022-02', '五政办发〔2022〕39号', 2735, 2735)).toEqual([
      [2735, '2022-11-15'],
      [2735, '2022-12-15'],
    ])
  })
})
