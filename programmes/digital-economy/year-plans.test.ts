import { findProcedure } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { digitalEconomy, planStandings } from './year-plans.ts'

describe('[wutai-2022-zbf51.7] the yearly action plan', () => {
  const years = ['2022', '2023', '2024', '2025']
  const plans = [
    { year: '2022', dueOn: '2022-11-30', document: '五数字办发〔2022〕1号', issuedOn: '2022-11-30' },
    { year: '2023', dueOn: '2023-03-31', document: '五数字办发〔2023〕1号', issuedOn: '2023-04-01' },
    { year: '2024', dueOn: '2024-03-31' },
  ]
  const on = (today: string) => planStandings(plans, years, today).map(({ standing }) => standing)

  it('is held year by year, due when the leading group says, and late from the day after', () => {
    expect(on('2024-03-31')).toEqual(['issued', 'issued-late', 'open', 'day-not-set'])
    expect(on('2024-04-01')).toEqual(['issued', 'issued-late', 'late', 'day-not-set'])
  })

  it('is kept with its number and date, and says that the text sets no day', () => {
    expect(findProcedure(digitalEconomy, 'year-plans')?.register).toBe('year-plans')
    expect(planStandings(plans, ['2022'], '2024-01-01')[0]?.plan).toMatchObject({
      document: '五数字办发〔2022〕1号',
    })
    expect(digitalEconomy.open.map((question) => question.kind === 'gap' && question.says)).toContain(
      '年度行动计划何时印发没有写明，由领导小组定',
    )
  })
})
