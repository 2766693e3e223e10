import { describe, expect, it } from 'vitest'
import { dayText, dutyRecord } from './duty-record.ts'
import type { ProposedDuty } from './proposed-duty.ts'
import { duties } from './registers.ts'
import { type KeptDuty, rereading } from './rereading.ts'

const document = '清政办发〔2026〕7号'
const proposed = (otherwise: Partial<ProposedDuty> = {}): ProposedDuty => ({
  number: `${document}/2.1.3`,
  document,
  clause: '2.1.3',
  label: '3.',
  within: ['重点任务'],
  lines: [40, 42],
  sign: 'marked',
  title: '安装计量设施',
  text: '为机井安装计量设施。',
  units: [
    { name: '县水利局', part: 'leads' },
    { name: '县财政局', part: 'supports' },
  ],
  markers: ['（县水利局牵头，县财政局配合）'],
  days: [{ text: '年底前', date: '2026-12-31', recurrence: null }],
  targets: ['计量率≥90%'],
  ...otherwise,
})
const kept = (otherwise: Partial<KeptDuty> = {}): KeptDuty => {
  const read = {
    title: '安装计量设施',
    content: '为机井安装计量设施。',
    printedUnits: ['县水利局（牵头）', '县财政局（配合）'],
    textDay: '2026-12-31',
    lines: '40-42',
    ...otherwise,
  }
  return { number: `${document}/2.1.3`, document, first: read, ...read }
}

describe('reading a gazette again', () => {
  it('differs in nothing where the text is the same', () => {
    expect(rereading([proposed()], [kept()])).toEqual({ added: [], changed: [], gone: [], unchanged: 1 })
  })

  it('shows what differs from what was confirmed, and changes nothing', () => {
    const before = [kept({ title: '安装水表', textDay: null })]
    const read = rereading([proposed()], before)
    expect(read.changed.map(({ differences }) => differences)).toEqual([
      [
        { field: 'title', label: '任务名称', before: '安装水表', after: '安装计量设施' },
        { field: 'textDay', label: '原文期限', before: '', after: '2026-12-31' },
      ],
    ])
    expect(before).toEqual([kept({ title: '安装水表', textDay: null })])
  })

  it('takes what a clerk has put right since for no difference, and what was taken over neither', () => {
    const first = kept().first
    expect(rereading([proposed()], [kept({ title: '装表', first })]).changed).toEqual([])
    const read = rereading([proposed({ title: '安装计量设施和水表' })], [kept({ title: '装表', first })])
    expect(read.changed.map(({ differences }) => differences)).toEqual([
      [{ field: 'title', label: '任务名称', before: '装表', after: '安装计量设施和水表' }],
    ])
    const taken = kept({ title: '安装计量设施和水表', first })
    expect(rereading([proposed({ title: '安装计量设施和水表' })], [taken]).changed).toEqual([])
  })

  it('finds a task under another number by its title, and tells what is new and what is gone', () => {
    const read = rereading(
      [
        proposed({ number: `${document}/2.1.4`, clause: '2.1.4', lines: [41, 43] }),
        proposed({ title: '清淤' }),
      ],
      [kept({ number: `${document}/2.1.9` }), kept({ number: `${document}/3`, title: '验收' })],
    )
    expect(read.changed.map(({ kept: { number } }) => number)).toEqual([`${document}/2.1.9`])
    expect(read.added.map(({ title }) => title)).toEqual(['清淤'])
    expect(read.gone.map(({ title }) => title)).toEqual(['验收'])
  })

  it('leaves other notices alone', () => {
    expect(
      rereading([proposed()], [kept(), kept({ number: 'x', document: '清政办发〔2026〕8号' })]).gone,
    ).toEqual([])
  })
})

describe('a proposal in the duty register', () => {
  it('is taken with who leads by the county’s tree, and its units as printed', () => {
    const record = dutyRecord(proposed(), (name) => (name === '县水利局' ? 'water' : null))
    expect(duties.fields.safeParse(record).success).toBe(true)
    expect(record).toMatchObject({
      origin: 'gazette',
      lead: 'water',
      printedUnits: ['县水利局（牵头）', '县财政局（配合）'],
      textDay: '2026-12-31',
      textDays: '年底前',
      lines: '40-42',
    })
    expect(record.support).toBeUndefined()
  })

  it('without a day says that the unit sets one', () => {
    const record = dutyRecord(proposed({ days: [], units: [] }), () => null)
    expect(record.textDay).toBeUndefined()
    expect([dayText(record.textDay), dayText('2026-12-31')]).toEqual([
      '原文没有期限，由承办机构定',
      '2026-12-31',
    ])
  })
})
