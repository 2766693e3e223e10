import {
  dayText,
  dutyRecord,
  type FollowedDuty,
  firstDay,
  NO_DAY,
  type ProposedDuty,
  wholeOf,
} from '@luoshi/programmes/supervision'
import { describe, expect, it } from 'vitest'
import { dutyAfter, standing } from '../../../../programmes/supervision/duty.test-support.ts'
import { proposedBy } from './gazette-duties.test-support.ts'

const openGovernment = proposedBy('wuzhai-2022-02', '五政办发〔2022〕31号')
const environment = proposedBy('wuzhai-2022-02', '五政办发〔2022〕37号')
const services = proposedBy('wutai-2023-02', '五政办发〔2023〕28号')

/** Confirmed and given out on a day: by the text's day where it sets one, else by the unit's own. */
function givenOut(proposed: ProposedDuty, day: string) {
  const textDay = firstDay(proposed)
  const nature = textDay === null ? { nature: 'own' } : { nature: 'dated', dueDay: textDay }
  return dutyAfter(
    day,
    dutyRecord(proposed, () => null),
    [day, 'clerk', 'confirm'],
    [day, 'clerk', 'assign', { lead: 'housing', ...nature }],
  )
}

function answered(proposed: ProposedDuty, day: string, dueDay?: string) {
  const textDay = firstDay(proposed)
  const own = textDay === null && dueDay !== undefined ? { dueDay } : {}
  const nature = textDay === null ? { nature: 'own' } : { nature: 'dated', dueDay: textDay }
  return dutyAfter(
    day,
    dutyRecord(proposed, () => null),
    [day, 'clerk', 'confirm'],
    [day, 'clerk', 'assign', { lead: 'housing', ...nature }],
    [day, 'housing', 'answer', { plan: '按方案办理', ...own }],
  )
}

describe('[wuzhai-2022-zbf31.2] the board of 23 tasks', () => {
  const board = openGovernment.map((proposed) => ({
    proposed,
    duty: (day: string): FollowedDuty => standing(answered(proposed, '2022-08-24', '2023-06-30'), day),
  }))

  it('has their days, units and states', () => {
    expect(board).toHaveLength(23)
    expect(
      openGovernment.flatMap((proposed) =>
        firstDay(proposed) === null ? [] : [`${proposed.label}${firstDay(proposed)}`],
      ),
    ).toEqual([
      '5.2022-11-30',
      '8.2022-11-30',
      '10.2022-08-31',
      '11.2022-09-30',
      '15.2022-12-31',
      '21.2022-11-30',
    ])
    expect(openGovernment.every(({ units }) => units.length > 0)).toBe(true)
    expect(new Set(board.map(({ duty }) => duty('2022-08-25').state))).toEqual(new Set(['underway']))
  })

  it('shows on 1 October what was due by the ends of August and September and is not done', () => {
    const late = (day: string) =>
      board.flatMap(({ proposed, duty }) => (duty(day).isLate ? [proposed.label] : []))
    expect(late('2022-08-31')).toEqual([])
    expect(late('2022-09-30')).toEqual(['10.'])
    expect(late('2022-10-01')).toEqual(['10.', '11.'])
  })
})

describe('[wuzhai-2022-zbf37.11] what is due by the year’s end', () => {
  const dated = environment.filter((proposed) => firstDay(proposed) === '2022-12-31')

  it('is measures 23 and 28', () => {
    expect(dated.map(({ label }) => label)).toEqual(['23.', '28.'])
    expect(
      dated.map((proposed) => standing(givenOut(proposed, '2022-09-22'), '2022-12-31').settling.due),
    ).toEqual(['2022-12-31', '2022-12-31'])
  })

  it('is overdue after that day while one hall, township or village is not covered', () => {
    const [halls] = dated
    if (halls === undefined) throw new Error('no measure 23')
    const part = (unit: string, isCovered: boolean) =>
      dutyAfter(
        '2022-09-22',
        { number: `${halls.number}/${unit}`, origin: 'division', parent: halls.number },
        ['2022-09-22', 'clerk', 'confirm'],
        ['2022-09-22', 'clerk', 'assign', { lead: unit, nature: 'dated', dueDay: '2022-12-31' }],
        ['2022-09-23', unit, 'answer', { plan: '设置综合窗口' }],
        ...(isCovered
          ? [['2022-12-20', unit, 'settle', { result: '已设置', evidenceNote: '照片' }] as const]
          : []),
      )
    const whole = (day: string, isCovered: boolean) =>
      wholeOf([part('east-town', true), part('west-town', isCovered)].map((one) => standing(one, day)))
    expect(whole('2022-12-31', false)).toMatchObject({ late: 0, done: 1, light: 'yellow' })
    expect(whole('2023-01-01', false)).toMatchObject({ late: 1, light: 'red' })
    expect(whole('2023-01-01', true)).toMatchObject({ late: 0, done: 2, light: null, progress: '100.0' })
  })
})

describe('[wutai-2023-zbf28.4] an item without a day', () => {
  it('says that the unit sets one: none of the 42 has one in the text', () => {
    expect(services.map((proposed) => dayText(dutyRecord(proposed, () => null).textDay))).toEqual(
      services.map(() => NO_DAY),
    )
  })

  it('is held to the day that the unit gives with its answer', () => {
    const [first] = services
    if (first === undefined) throw new Error('no item')
    const own = answered(first, '2023-08-30', '2023-11-30')
    expect(own.data['dueDay']).toBe('2023-11-30')
    expect([standing(own, '2023-11-30').isLate, standing(own, '2023-12-01').isLate]).toEqual([false, true])
  })
})

describe('[wutai-2021-zbf63.11] the thirteen steps to services across regions', () => {
  const steps = proposedBy('wutai-2021-04', '五政办发〔2021〕63号', ['marked'])
  const bureau = '县行政审批服务管理局'
  const office = '县人民政府办公室'

  it('stand in seven phases, each with the units of its own marker', () => {
    expect(steps.map(({ label }) => label)).toEqual(Array.from({ length: 13 }, (_, place) => `${place + 1}.`))
    expect([...new Set(steps.map(({ within }) => within.at(-1)))]).toEqual([
      '需求调研',
      '签订合作协议',
      '制定服务规范',
      '建设线上专区',
      '建设线下专窗',
      '上线试运行',
      '完善提升',
    ])
    const departments = '县直有关部门'
    const holders = '各通办事项涉及单位'
    expect(steps.map(({ units }) => units.map(({ name }) => name))).toEqual([
      [office, bureau],
      [office, bureau, holders],
      [bureau, holders],
      [office, bureau],
      [bureau, holders],
      [bureau],
      [bureau, departments],
      [bureau, departments],
      [bureau, departments],
      [bureau],
      [bureau],
      [bureau],
      ['县发展和改革局', '县市场监督管理局', bureau],
    ])
    expect([steps[0]?.lines, steps[12]?.lines]).toEqual([
      [773, 775],
      [821, 823],
    ])
  })

  it('are followed one by one, each where it stands', () => {
    const day = '2021-10-08'
    const confirmed = steps.map((step) => dutyRecord(step, () => null))
    expect(new Set(confirmed.map(({ number }) => number)).size).toBe(13)
    const [first, second, ...others] = steps
    if (first === undefined || second === undefined) throw new Error('no steps')
    expect(standing(answered(first, day, '2021-11-30'), day).state).toBe('underway')
    expect(standing(givenOut(second, day), day).state).toBe('assigned')
    for (const step of others)
      expect(
        standing(
          dutyAfter(
            day,
            dutyRecord(step, () => null),
          ),
          day,
        ).state,
      ).toBe('proposed')
  })
})
