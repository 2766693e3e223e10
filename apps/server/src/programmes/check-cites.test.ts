import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { defineProgramme, instrument, law, type Programme } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { wellPermits } from '../../../../packages/kernel/src/fixtures/well-permit.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { checkCitesAgainst } from './check-cites.ts'

const text = `${noticeText}\n`
const issue = read(text, { file: 'notice.txt', counties })
const [notice] = issue.instruments
if (notice === undefined) throw new Error('the notice was not read')
const [first, last] = notice.lines
const cited = instrument('qingyuan', '清政办发〔2026〕90号')
const blank = text.split('\n').findIndex((line, index) => index >= first && line.trim() === '') + 1

const programme = (basis: Programme['basis'], role: Programme['basis'] = basis): Programme =>
  defineProgramme({
    id: 'one-role',
    title: '只有一个角色的制度',
    version: 1,
    validFrom: '2026-01-01',
    validTo: null,
    basis,
    roles: { clerk: { title: '经办人', basis: role } },
    registers: [],
    procedures: [],
    rules: [],
    parameters: [],
    papers: [],
    open: [],
  })

describe('the lines that a programme cites', () => {
  it('are borne out by a gazette that has them, up to its last line', () => {
    const { checked, problems } = checkCitesAgainst(programme(cited.lines(first, last), cited.lines(last)), [
      { issue, text },
    ])
    expect({ checked, problems }).toEqual({ checked: 2, problems: [] })
  })

  it('beyond the notice are told with their place', () => {
    const { problems } = checkCitesAgainst(programme(cited.lines(first), cited.lines(last, last + 1)), [
      { issue, text },
    ])
    expect(problems).toEqual([
      {
        path: ['roles', 'clerk', 'basis'],
        message: `清政办发〔2026〕90号在公报的第${first}—${last}行，依据写的是第${last}—${last + 1}行。`,
      },
    ])
  })

  it('without a word are told', () => {
    const { problems } = checkCitesAgainst(programme(cited.lines(blank)), [{ issue, text }])
    expect(problems[0]?.message).toBe(`依据写的是第${blank}行，公报的那里没有文字。`)
  })

  it('of a notice that no gazette has are told once', () => {
    const { problems } = checkCitesAgainst(wellPermits, [{ issue, text }])
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^给出的公报里没有清源县的清政办发〔2026〕7号，以它为依据的有 \d+ 处。$/),
    ])
  })

  it('of another county by the same number are not borne out', () => {
    const other = instrument('wutai', '清政办发〔2026〕90号')
    const { problems } = checkCitesAgainst(programme(other.lines(first)), [{ issue, text }])
    expect(problems[0]?.message).toContain('没有五台县的清政办发〔2026〕90号')
  })

  it('of a law are left aside', () => {
    const { checked } = checkCitesAgainst(programme(law('行政许可法', '第四十二条')), [])
    expect(checked).toBe(0)
  })
})
