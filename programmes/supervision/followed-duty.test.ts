import { dueDatesOf, withValue } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { calendar, dutyAfter, given, settled, standing, stepFrom } from './duty.test-support.ts'
import { duty } from './duty.ts'
import { answerDays, countedIn } from './parameters.ts'

const lightsOf = (current: Parameters<typeof standing>[0], days: readonly string[]) =>
  days.map((day) => standing(current, day).light)
const refusedFor = (outcome: ReturnType<typeof stepFrom>) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []

describe('the clock of 13710', () => {
  const confirmed = dutyAfter('2022-12-01', {}, ['2022-12-01', 'clerk', 'confirm'])
  const assigned = dutyAfter('2022-12-01', {}, ...given('housing', 'ordinary'))
  const dueOf = (current: typeof assigned, parameters = {}) =>
    Object.fromEntries(
      dueDatesOf(duty, current, calendar, parameters).map(({ limit, legal }) => [
        limit,
        legal.kind === 'due' ? legal.due : null,
      ]),
    )

  it('gives a day to give it out, three to answer, seven to settle an ordinary matter', () => {
    expect(dueOf(confirmed)).toEqual({ assign: '2022-12-02' })
    expect(dueOf(assigned)).toMatchObject({ answer: '2022-12-04', 'settle-ordinary': '2022-12-08' })
  })

  it('gives a month to a complex one, and then the days of its own plan', () => {
    const complex = dutyAfter('2022-12-01', {}, ...given('housing', 'complex'))
    expect(dueOf(complex)['settle-complex']).toBe('2023-01-01')
    const planned = dutyAfter(
      '2022-12-01',
      {},
      ...given('housing', 'complex'),
      ['2022-12-02', 'housing', 'answer', { plan: '先勘测' }],
      ['2022-12-30', 'housing', 'bringPlan', { plan: '分两期', dueDay: '2023-06-30' }],
    )
    expect(dueOf(planned)['settle-planned']).toBe('2023-06-30')
    expect(standing(planned, '2023-01-15').isLate).toBe(false)
  })

  it('counts working days where the county says so', () => {
    const workdays = {
      'counted-in': withValue(countedIn, { from: '2022-01-01', value: 'workday', basis: null }),
    }
    expect(dueOf(assigned, workdays)).toMatchObject({ answer: '2022-12-06', 'settle-ordinary': '2022-12-12' })
  })

  it('runs by the values of the day on which it began', () => {
    const later = { 'answer-days': withValue(answerDays, { from: '2022-12-05', value: 5, basis: null }) }
    expect(dueOf(assigned, later)['answer']).toBe('2022-12-04')
  })

  it('holds a matter with a day of its own to that day', () => {
    const dated = dutyAfter(
      '2022-12-01',
      { textDay: '2022-12-31' },
      ...given('housing', 'dated', { dueDay: '2022-12-31' }),
    )
    expect(dueOf(dated)['settle-dated']).toBe('2022-12-31')
    const own = dutyAfter('2022-12-01', {}, ...given('housing', 'own'))
    expect(refusedFor(stepFrom(own, ['2022-12-02', 'housing', 'answer', { plan: '先勘测' }]))).toEqual([
      '不符合规定：要求反馈时填写办结期限，因为原文没有期限，实际没有填写（五政办发〔2022〕60号第867—869行）。',
    ])
  })

  it('is lengthened once for an ordinary matter, with approval and reason', () => {
    const asked = dutyAfter(
      '2022-12-01',
      {},
      ...given('housing', 'ordinary'),
      ['2022-12-02', 'housing', 'answer', { plan: '分段' }],
      ['2022-12-07', 'housing', 'askTime', { wantedDay: '2022-12-15' }],
      ['2022-12-07', 'chief', 'grantTime'],
    )
    expect(dueOf(asked)['settle-ordinary']).toBe('2022-12-15')
    const again = dutyAfter(
      '2022-12-01',
      {},
      ...given('housing', 'ordinary'),
      ['2022-12-02', 'housing', 'answer', { plan: '分段' }],
      ['2022-12-07', 'housing', 'askTime', { wantedDay: '2022-12-15' }],
      ['2022-12-07', 'chief', 'grantTime'],
      ['2022-12-14', 'housing', 'askTime', { wantedDay: '2022-12-20' }],
    )
    expect(refusedFor(stepFrom(again, ['2022-12-14', 'chief', 'grantTime']))).toEqual([
      '“一般事项办结”的期限至多延长1次，已经用完。',
    ])
  })
})

describe('the light of a duty', () => {
  it('is green, turns yellow three days before a due date, red on the day after it', () => {
    const answered = dutyAfter('2022-12-01', {}, ...given('housing', 'ordinary'), [
      '2022-12-02',
      'housing',
      'answer',
      { plan: '分段' },
    ])
    expect(
      lightsOf(answered, ['2022-12-02', '2022-12-04', '2022-12-05', '2022-12-08', '2022-12-09']),
    ).toEqual(['green', 'green', 'yellow', 'yellow', 'red'])
  })

  it('is red too for an answer that is owed', () => {
    const assigned = dutyAfter('2022-12-01', {}, ...given('housing', 'ordinary'))
    expect(lightsOf(assigned, ['2022-12-04', '2022-12-05'])).toEqual(['yellow', 'red'])
  })

  it('is none before it was confirmed and after it was done', () => {
    const proposed = dutyAfter('2022-12-01', {})
    expect(standing(proposed, '2023-12-01')).toMatchObject({ light: null, isConfirmed: false, isLate: false })
    const done = dutyAfter(
      '2022-12-01',
      {},
      ...given('housing', 'ordinary'),
      ...settled('housing', '2022-12-08'),
    )
    expect(standing(done, '2023-12-01')).toMatchObject({
      light: null,
      isDone: true,
      isLate: false,
      progress: '100',
    })
  })

  it('is yellow where it was handed back and no limit runs, and late from its old day on', () => {
    const back = dutyAfter(
      '2022-12-01',
      {},
      ...given('housing', 'ordinary'),
      ...settled('housing', '2022-12-06'),
      ['2022-12-07', 'clerk', 'handBack'],
    )
    expect(standing(back, '2022-12-08')).toMatchObject({ light: 'yellow', isLate: false })
    expect(standing(back, '2022-12-09').isLate).toBe(true)
  })

  it('is not red for the day of a unit that gave it back', () => {
    const back = dutyAfter('2022-12-01', {}, ...given('housing', 'ordinary'), [
      '2022-12-02',
      'housing',
      'giveBack',
    ])
    expect(standing(back, '2023-01-01')).toMatchObject({ unit: 'office', due: null, isLate: false })
  })
})

describe('a duty that is settled', () => {
  const done = dutyAfter(
    '2022-12-01',
    {},
    ...given('housing', 'ordinary'),
    ...settled('housing', '2022-12-08'),
  )

  it('late stays late', () => {
    const late = dutyAfter(
      '2022-12-01',
      {},
      ...given('housing', 'ordinary'),
      ...settled('housing', '2022-12-09'),
    )
    expect([standing(done, '2023-01-01').isLate, standing(late, '2023-01-01').isLate]).toEqual([false, true])
  })

  it('is checked by someone else and struck off by a third', () => {
    const check = { checkNote: '现场看过' }
    const verified = stepFrom(done, ['2022-12-09', 'clerk', 'verify', check])
    if (verified.kind === 'refused') throw new Error('not verified')
    expect(refusedFor(stepFrom(verified.case, ['2022-12-09', 'clerk', 'strikeOff']))).toEqual([
      '您无权对此办件办理“同意销号”，应由督查室负责人办理。',
    ])
    expect(stepFrom(verified.case, ['2022-12-09', 'chief', 'strikeOff']).kind).toBe('done')
    const undertaken = dutyAfter(
      '2022-12-01',
      {},
      ['2022-12-01', 'clerk', 'confirm'],
      ['2022-12-01', 'clerk', 'undertake', { dueDay: '2022-12-20', plan: '自办' }],
      ['2022-12-10', 'clerk', 'settle', { result: '已办', evidenceNote: '文件' }],
    )
    expect(refusedFor(stepFrom(undertaken, ['2022-12-11', 'clerk', 'verify', check]))).toEqual([
      '“办结”是您办理的，“核查属实”应由另一人办理。',
    ])
    expect(stepFrom(undertaken, ['2022-12-11', 'other', 'verify', check]).kind).toBe('done')
  })
})
