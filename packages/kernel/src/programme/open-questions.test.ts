import { expect, it } from 'vitest'
import { law } from '../cite.ts'
import { conflict, gap } from '../definition/gap.ts'
import { wellPermits } from '../fixtures/well-permit.ts'
import { openQuestionsIn } from './open-questions.ts'

const article = law('行政许可法', '第四十二条')
const delivery = '送达从何日起算未写明'

it('finds what is open wherever in a definition it is declared', () => {
  expect(openQuestionsIn(wellPermits).map(({ says }) => says)).toContain(delivery)
})

it('finds gaps and conflicts in their order, each once', () => {
  const first = gap('比例未写明', article)
  const second = conflict('两处期限不同', article, law('某办法', '第三条'))
  expect(openQuestionsIn({ open: [first, second], parameters: [{ gap: first }] })).toEqual([first, second])
})

it('finds nothing where nothing is open', () => {
  expect(openQuestionsIn({ says: '不是未定', basis: article, open: [] })).toEqual([])
})
