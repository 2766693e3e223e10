import { describe, expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { decision, permitLetter, wells } from '../fixtures/well-permit.ts'
import { choice, date, fields, listOf, money, text } from '../schema/fields.ts'
import { dateTime } from '../schema/form-fields.ts'
import { fieldText, fillIn, type PaperFacts } from './fill-in.ts'
import { definePaper, defineTextPaper, type Paper } from './paper.ts'
import { clearFieldsOf, paperContent } from './paper-content.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const facts: PaperFacts = {
  unit: '县水利局',
  county: '清源县',
  case: 'W-1',
  number: '清水许〔2026〕7号',
  date: '2026-03-02',
  reason: null,
}
const well = {
  number: '上河-1',
  village: '上河村',
  depth: '120',
  applicant: '田大有',
  contact: '13800005678',
}
const contentOf = (paper: Paper, record: Record<string, unknown>, clear: readonly string[] | null = null) =>
  paperContent(paper, { schema: wells.fields, records: [record], facts, places: { 县: '清源县' }, clear })

describe('a text', () => {
  it('is filled in with the case, its number and its date', () => {
    expect(contentOf(permitLetter, well)).toEqual({
      form: 'text',
      head: 'red',
      issuer: '县水利局',
      number: '清水许〔2026〕7号',
      title: '准予机井许可通知书',
      isPublic: false,
      addressee: '田大有',
      body: [
        {
          level: 0,
          label: '',
          text: '你（单位）就上河村机井（编号上河-1）提出的申请收悉。经审查，决定如下：',
        },
        { level: 1, label: '一、', text: '准予打井，井深120米。' },
        { level: 1, label: '二、', text: '联系方式为13800005678。' },
      ],
      annexes: ['机井位置图'],
      date: '2026年3月2日',
      note: null,
      copies: ['清源县人民政府'],
    })
  })

  it('leaves out a paragraph whose field is empty, and a blank where something is missing', () => {
    const { contact: _contact, depth: _depth, ...rest } = well
    const content = contentOf(permitLetter, rest)
    expect(content.form === 'text' && content.body.map(({ text }) => text)).toEqual([
      '你（单位）就上河村机井（编号上河-1）提出的申请收悉。经审查，决定如下：',
      '准予打井，井深＿＿＿＿米。',
    ])
  })

  it('is masked for the public but for what a clause shows', () => {
    const content = contentOf(permitLetter, well, clearFieldsOf(permitLetter))
    expect(content).toMatchObject({ addressee: '田大有', isPublic: true })
    expect(JSON.stringify(content)).toContain('联系方式为138****5678。')
  })

  it('numbers its levels, writes days, lists and money in capital figures', () => {
    const schema = fields({
      kind: text('种类'),
      fine: money('罚款'),
      due: date('期限'),
      items: listOf('物品', text('物品')),
    })
    const paper = defineTextPaper({
      id: 'fine',
      title: '处罚决定书',
      basis: notice.lines(9),
      register: 'fines',
      head: 'plain',
      issuer: '{@unit}',
      addressee: null,
      body: [
        { level: 1, text: '事实' },
        { level: 2, text: '物品：{items}。' },
        { level: 3, text: '细目' },
        { level: 4, text: '小目' },
        { level: 2, text: '罚款{fine}元（大写：{fine:capital}）。', when: { field: 'kind', is: ['fine'] } },
        { level: 1, text: '限{due}前缴纳。' },
        { level: 2, text: '逾期' },
      ],
      annexes: [],
      copies: [],
    })
    const record = { kind: 'fine', fine: '1004.50', due: '2026-04-01', items: ['水泵', '电缆'] }
    const content = paperContent(paper, { schema, records: [record], facts, places: {}, clear: null })
    expect(content.form === 'text' && content.body.map(({ label, text }) => label + text)).toEqual([
      '一、事实',
      '（一）物品：水泵、电缆。',
      '1.细目',
      '（1）小目',
      '（二）罚款1004.50元（大写：壹仟零肆元伍角整）。',
      '二、限2026年4月1日前缴纳。',
      '（一）逾期',
    ])
  })
})

describe('a form', () => {
  it('has its blanks filled from the place and from what all rows agree on', () => {
    const sheet = definePaper({
      ...decision,
      head: ['县', '村', '组'],
      headFields: { 村: 'village' },
      columns: [
        { heading: '序号', field: null, isNumber: true },
        { heading: '井深(米)', field: 'depth' },
        { heading: '电话', field: 'contact' },
        { heading: '签字', field: null },
      ],
    })
    const records = [well, { ...well, depth: '80.5' }]
    const input = { schema: wells.fields, facts, places: { 县: '清源县' }, clear: null }
    const content = paperContent(sheet, { ...input, records })
    expect(content).toMatchObject({
      head: [
        { label: '县', value: '清源县' },
        { label: '村', value: '上河村' },
        { label: '组', value: '' },
      ],
      figures: [true, true, false, false],
    })
    const elsewhere = paperContent(sheet, { ...input, records: [well, { ...well, village: '下河村' }] })
    expect(elsewhere).toMatchObject({ head: [{}, { label: '村', value: '' }, {}] })
  })
})

it('names what was chosen, one or several', () => {
  const kind = choice('种类', { fine: '罚款', warning: '警告' })
  const schema = fields({ kind, kinds: listOf('种类', kind).optional() })
  expect([fieldText(schema, 'kind', 'fine'), fieldText(schema, 'kinds', ['fine', 'warning'])]).toEqual([
    '罚款',
    '罚款、警告',
  ])
})

it('leaves out what comes to nothing', () => {
  const body = [{ text: '井深{depth}米。', when: { field: 'depth', isNotZero: true } }] as const
  const bodyOf = (depth: string | undefined) => {
    const content = contentOf({ ...permitLetter, body }, { depth })
    return content.form === 'text' && content.body.map(({ text }) => text)
  }
  expect([bodyOf('0.50'), bodyOf('0.00'), bodyOf(undefined)]).toEqual([['井深0.50米。'], [], []])
})

it('names a file where someone signed, and leaves the room to sign where nobody did', () => {
  const signed = '已签名（{applicant:file}）'
  const paper = {
    ...permitLetter,
    body: [
      { text: signed, when: { field: 'applicant' } },
      { text: '签章：', when: { field: 'applicant', isEmpty: true } },
    ],
  } as const
  const bodyOf = (record: Record<string, unknown>) => {
    const content = contentOf(paper, record)
    return content.form === 'text' && content.body.map(({ text }) => text)
  }
  const file = { name: '签名.png', digest: '2527da7911a95252abcd', mediaType: 'image/png', bytes: 70 }
  expect(bodyOf({ applicant: [file] })).toEqual(['已签名（签名.png，国密SM3摘要2527da7911a95252…）'])
  for (const none of [undefined, null, '', []]) expect(bodyOf({ applicant: none })).toEqual(['签章：'])
})

it('writes a moment to the minute where the text asks for it, and no end mark twice', () => {
  const record = fields({ from: dateTime('开始时间'), said: text('意见') })
  const filled = (template: string) =>
    fillIn(template, record, { from: '2026-03-02T01:05:00Z', said: '不予采纳。' }, facts)
  expect(filled('自{from:moment}起')).toBe('自2026年3月2日9时05分起')
  expect(filled('{from}')).toBe('2026年3月2日')
  expect(filled('（复核意见：{said}）。')).toBe('（复核意见：不予采纳）。')
  expect(filled('意见：{said}。')).toBe('意见：不予采纳。')
})
