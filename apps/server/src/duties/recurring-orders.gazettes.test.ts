import { officialCalendar } from '@luoshi/kernel'
import { ordersDue, recurringOrders } from '@luoshi/programmes/supervision'
import { expect, it } from 'vitest'
import { issues, proposedIn } from './gazette-duties.test-support.ts'

const ordersOf = (gazette: string) => {
  const issue = issues.get(gazette)
  const days = new Map(issue?.instruments.map(({ docNumber, issuedOn }) => [docNumber, issuedOn]))
  return recurringOrders(issue?.county ?? '', proposedIn(gazette), (document) => days.get(document) ?? null)
}

it('every recurrence of the five gazettes but one, of some months only, becomes something owed', () => {
  const printed = [...issues.keys()].flatMap((gazette) =>
    proposedIn(gazette).flatMap(({ days }) => days.filter(({ recurrence }) => recurrence !== null)),
  )
  const owed = [...issues.keys()].flatMap(ordersOf)
  expect(printed.length).toBeGreaterThan(30)
  expect(owed.length).toBe(printed.length - 1)
})

it('what each month owes by the day: the 2nd and 20th of one notice, the 18th of another', () => {
  const month = ordersDue(
    [...ordersOf('wutai-2021-03b'), ...ordersOf('wutai-2021-04')],
    '2021-10-01',
    '2021-10-31',
    officialCalendar(),
  )
  const daysOf = (document: string) =>
    month.filter(({ duty }) => duty.document === document).map(({ turn }) => turn)
  expect(daysOf('五政办发〔2021〕45号')).toEqual(expect.arrayContaining(['2021-10-02', '2021-10-20']))
  expect(daysOf('五政办发〔2021〕64号')).toContain('2021-10-18')
  expect(daysOf('五政办发〔2021〕51号')).toEqual(
    expect.arrayContaining(['2021-10-10', '2021-10-20', '2021-10-31']),
  )
})
