import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { textOf } from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { headquarters, unitsWithoutDuty } from './command.ts'

const gazette = requireRealGazettes().find(({ name }) => name === 'wutai-2022-04b')
const issue = read(gazette?.text ?? '', { file: 'wutai-2022-04b.txt', counties })
const plan = issue.instruments.find(({ docNumber }) => docNumber === '五政办发〔2022〕65号')
const [body] = plan?.bodies ?? []
const members = body?.members ?? []
const entries = headquarters.versions[0]?.items.map(({ entry }) => entry) ?? []

describe('the headquarters as it is printed', () => {
  it('[wutai-2022-zbf65.5] has thirty-three people, each with post and unit, though two columns of the page are mixed', () => {
    const inHeadquarters = members.filter(({ role }) => role !== '办公室主任')
    const countOf = (role: string) => inHeadquarters.filter((member) => member.role === role).length
    expect(['总指挥长', '常务副指挥长', '副指挥长', '成员'].map(countOf)).toEqual([1, 1, 7, 24])
    expect(inHeadquarters.every(({ person, post }) => person !== null && post !== null)).toBe(true)
    expect(new Set(inHeadquarters.map(({ person }) => person)).size).toBe(33)
    const bare = (text: string) => text.replaceAll(/[（(].*?[)）]|主任$|局长$/g, '')
    const posts = inHeadquarters.map(({ post }) => post ?? '')
    expect(posts).toHaveLength(entries.length)
    for (const [index, entry] of entries.entries()) {
      const unit = textOf(entry, 'unit')
      expect(
        posts.some((post) => post.includes(bare(unit))),
        `${index + 1} ${unit}`,
      ).toBe(true)
    }
  })

  it('[wutai-2022-zbf65.11] gives no duty in 2.1.3 to the units that are named so, and one to all others', () => {
    const lines = gazette?.text.split('\n') ?? []
    const duties = lines.slice(1326, 1357).join('').replaceAll(/\s/g, '')
    const stemOf = (unit: string) =>
      unit
        .replace(/[（(].*/, '')
        .replace(/^县/, '')
        .slice(0, 2)
    // The police force is named among those who are called in, its squad is not.
    const stems: Readonly<Record<string, string>> = { 市生态环境局五台分局: '生态', 武警五台县中队: '中队' }
    const idle = new Set(unitsWithoutDuty(entries))
    for (const unit of idle) {
      const stem = stems[unit] ?? stemOf(unit)
      expect(duties.includes(stem), unit).toBe(false)
    }
    const own = entries.map((entry) => textOf(entry, 'unit')).filter((unit) => !idle.has(unit))
    for (const unit of own.filter((name) => !/公司|县长/.test(name))) {
      expect(duties.includes(stemOf(unit)), unit).toBe(true)
    }
  })
})
