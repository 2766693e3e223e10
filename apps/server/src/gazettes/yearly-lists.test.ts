import { describe, expect, it } from 'vitest'
import { type NormativeDocument, normativeSchema } from './normative.ts'
import { missingSteps, nextNumber, numberingProblems, yearlyLists } from './yearly-lists.ts'

const document = (more: Partial<NormativeDocument>): NormativeDocument =>
  normativeSchema.parse({
    docNumber: '清政规〔2026〕1号',
    title: '灌区管理办法',
    issuer: '县水利局',
    from: '2026-01-10',
    reviewedOn: '2026-01-05',
    ...more,
  })

it('[wuzhai-2022-zbf31.6] lists for each year what continues, what was repealed and what lapsed, by the register', () => {
  const continuing = document({ title: '甲', until: null })
  const lapsing = document({ title: '乙', until: '2027-12-31' })
  const onTheDay = document({ title: '丙', until: '2028-01-01' })
  const repealed = document({ title: '丁', repealedOn: '2027-06-01', until: '2028-05-01' })
  const later = document({ title: '戊', from: '2028-01-01' })
  const all = [continuing, lapsing, onTheDay, repealed, later]
  const titles = (year: number) => {
    const lists = yearlyLists(all, year)
    const of = (documents: readonly NormativeDocument[]) => documents.map(({ title }) => title)
    return { continuing: of(lists.continuing), repealed: of(lists.repealed), lapsed: of(lists.lapsed) }
  }
  expect(titles(2026)).toEqual({ continuing: ['甲', '乙', '丙', '丁'], repealed: [], lapsed: [] })
  expect(titles(2027)).toEqual({ continuing: ['甲', '丙'], repealed: ['丁'], lapsed: ['乙'] })
  expect(titles(2028)).toEqual({ continuing: ['甲', '戊'], repealed: [], lapsed: ['丙'] })
})

describe('numbering', () => {
  it('[wutai-2023-zbf23.4] refuses a number without a record that legality was reviewed', () => {
    expect(numberingProblems(document({ reviewedOn: null }), [])).toEqual([
      '没有合法性审核的记录，不能编号：规范性文件应审必审（五台 五政办发〔2023〕23号第1084行）。',
    ])
    expect(numberingProblems(document({}), [])).toEqual([])
  })

  it('[wutai-2023-zbf23.5] numbers by issuer and year without repeats, and names what is registered, numbered or printed incompletely', () => {
    const taken = ['清政规〔2026〕1号', '清政规〔2026〕3号', '清水规〔2026〕9号', '清政规〔2025〕12号']
    expect(nextNumber('清政规', 2026, taken)).toBe('清政规〔2026〕4号')
    expect(nextNumber('清水规', 2026, taken)).toBe('清水规〔2026〕10号')
    expect(nextNumber('清政规', 2027, taken)).toBe('清政规〔2027〕1号')
    expect(numberingProblems(document({ title: '另一办法' }), [document({})])).toEqual([
      '文号“清政规〔2026〕1号”已用于《灌区管理办法》，请换一个文号。',
    ])
    expect(missingSteps(document({ registeredOn: '2026-01-06' }))).toEqual(['编号', '印发'])
    const whole = { registeredOn: '2026-01-06', numberedOn: '2026-01-07', printedOn: '2026-01-10' }
    expect(missingSteps(document(whole))).toEqual([])
  })
})
