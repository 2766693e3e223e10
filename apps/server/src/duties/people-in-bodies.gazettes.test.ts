import { expect, it } from 'vitest'
import { issues } from './gazette-duties.test-support.ts'
import { peopleInBodies } from './people-in-bodies.ts'

it('[wutai-2021-zbf53.6] a person is found in every group that names them, with role and lines', () => {
  const issue = issues.get('wutai-2021-04')
  const people = peopleInBodies(issue === undefined ? [] : [issue])
  const named = (line: number) =>
    [...people.values()].find((roles) =>
      roles.some(({ document, lines }) => document === '五政办发〔2021〕53号' && lines[0] === line),
    )
  const placesOf = (line: number) =>
    named(line)?.map(({ document, role, lines }) => [document, role, lines[0]])
  expect(placesOf(237)).toEqual([
    ['五政办发〔2021〕53号', '副组长', 237],
    ['五政办发〔2021〕53号', '办公室主任', 251],
    ['五政办发〔2021〕61号', '成员', 603],
  ])
  expect(placesOf(242)).toEqual([
    ['五政办发〔2021〕53号', '成员', 242],
    ['五政办发〔2021〕61号', '成员', 589],
  ])
})

it('[wutai-2021-zbf61.5] the leading group of the enforcement pilot has 14 people with their posts, its office at the justice bureau', () => {
  const notice = issues
    .get('wutai-2021-04')
    ?.instruments.find(({ docNumber }) => docNumber === '五政办发〔2021〕61号')
  expect(notice?.bodies).toHaveLength(1)
  const [group] = notice?.bodies ?? []
  expect(group?.office).toBe('县司法局')
  expect(group?.members).toHaveLength(14)
  expect(group?.members.map(({ role }) => role)).toEqual([
    '组长',
    '副组长',
    ...Array.from({ length: 12 }, () => '成员'),
  ])
  expect(group?.members.every(({ person, post }) => person !== null && post !== null)).toBe(true)
})
