import { expect, it } from 'vitest'
import { canonicalUnit, searchTermsOf, spellingsOf } from './search-query.ts'

it.each([
  ['校车 安全', [['校车'], ['安全']]],
  ['"校车 安全"', [['校车 安全']]],
  ['“校车安全” 财政', [['校车安全'], ['财政']]],
  ['  ', []],
  ['""', []],
])('reads %s as words', (query, terms) => {
  expect(searchTermsOf(query)).toEqual(terms)
})

it.each([
  '清政办发〔2026〕8号',
  '清政办发[2026]8号',
  '清政办发【2026】8 号',
  '清政办发（2026）第8号',
  '清政办发 〔2026〕 8 号',
  '清政办发［２０２６］８号',
])('reads %s as one number, however it is bracketed and spaced', (query) => {
  const [terms, ...others] = searchTermsOf(query)
  expect(others).toEqual([])
  expect(terms).toContain('清政办发〔2026〕8号')
})

it('knows a unit by all its names', () => {
  expect(spellingsOf('县发改局')).toContain('县发展和改革局')
  expect(spellingsOf('县发展和改革局')).toContain('县发改局')
  expect(canonicalUnit('县发改局')).toBe('县发展和改革局')
  expect(canonicalUnit('无此单位')).toBe('无此单位')
})

it('takes figures in every spelling', () => {
  expect(spellingsOf('1286元')).toContain('1,286元')
  expect(spellingsOf('1,286元')).toContain('1286元')
  expect(spellingsOf('2026年')).toContain('二〇二六年')
  expect(spellingsOf('二○二六年')).toContain('2026年')
})

it('takes the words in quotes as they are written', () => {
  expect(searchTermsOf('"县发改局"')).toEqual([['县发改局']])
})
