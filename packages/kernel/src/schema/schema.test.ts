import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import { findFieldMeta, labelOf } from './field-meta.ts'
import {
  choice,
  count,
  date,
  fields,
  listOf,
  measure,
  money,
  personalText,
  phone,
  reference,
  text,
  yesNo,
} from './fields.ts'
import { searchableFieldsOf, sortableFieldsOf } from './listed-fields.ts'
import { masked, maskText, personalFieldsOf } from './mask.ts'
import { jsonSchemaOf, validate } from './validate.ts'

const wellRecord = fields({
  village: text('村'),
  depth: measure('井深', '米', { most: '500', help: '从井口量起' }),
  cost: money('造价'),
  dug: date('成井日期'),
  households: count('受益户数', '户'),
  state: choice('状况', { working: '完好', broken: '损坏' }),
  checked: yesNo('是否验收'),
  owner: personalText('管护人', 'name'),
  contact: phone('联系电话').optional(),
  scheme: reference('供水工程', 'schemes'),
  helpers: listOf('协管员', fields({ name: personalText('姓名', 'name'), contact: phone('电话') })),
})

const record = {
  village: '上河村',
  depth: '120.5',
  cost: '86000.00',
  dug: '2026-03-02',
  households: 42,
  state: 'working' as const,
  checked: true,
  owner: '田大有',
  contact: '13800005678',
  scheme: 'S-7',
  helpers: [{ name: '水生', contact: '0350-1234567' }],
}

const messagesOf = (data: unknown) => {
  const result = validate(wellRecord, data)
  return result.kind === 'valid' ? [] : result.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a schema', () => {
  it('infers the types of its fields', () => {
    expectTypeOf<z.infer<typeof wellRecord>['depth']>().toEqualTypeOf<string>()
    expectTypeOf<z.infer<typeof wellRecord>['state']>().toEqualTypeOf<'working' | 'broken'>()
  })

  it('accepts a record that fits', () => {
    expect(validate(wellRecord, record)).toEqual({ kind: 'valid', value: record })
  })

  it('says of each field what was found and what would pass', () => {
    const { village: _village, ...rest } = record
    expect(
      messagesOf({ ...rest, depth: '500.1', dug: '2026-02-30', state: 'new', households: -1, cost: '1.234' }),
    ).toEqual([
      ['village', '“村”未填写，应填文字。'],
      ['depth', '“井深（米）”填的是“500.1”，应填0至500之间的数，如12.5。'],
      ['cost', '“造价（元）”填的是“1.234”，应填金额，至多两位小数，如1234.50。'],
      ['dug', '“成井日期”填的是“2026-02-30”，应填日期，如2026-03-02。'],
      ['households', '“受益户数（户）”填的是“-1”，应填不小于0的整数。'],
      ['state', '“状况”填的是“new”，应填完好、损坏。'],
    ])
  })

  it('accepts a measure at its bounds and refuses floats', () => {
    expect(messagesOf({ ...record, depth: '500' })).toEqual([])
    expect(messagesOf({ ...record, depth: 12.5 })).toHaveLength(1)
  })

  it('refuses a key that it does not know and names those it does', () => {
    const [[path, message] = []] = messagesOf({ ...record, colour: '红' })
    expect(path).toBe('colour')
    expect(message).toContain('没有“colour”这一项，可填的有：村、井深')
  })

  it('finds the place inside a list', () => {
    expect(messagesOf({ ...record, helpers: [{ name: '水生', contact: '12' }] })).toEqual([
      ['helpers.0.contact', '“电话”填的是“12”，应填11位手机号，或带区号的电话，如0350-1234567。'],
    ])
  })

  it('refuses what is no record at all', () => {
    expect(messagesOf('田')).toEqual([['', '内容应为逐项填写的一条记录，收到的是田。']])
  })

  it('keeps the metadata of a field that may be left out', () => {
    expect(findFieldMeta(wellRecord.shape.contact)?.personal).toBe('phone')
    const meta = findFieldMeta(wellRecord.shape.depth)
    expect(meta && labelOf(meta)).toBe('井深（米）')
  })

  it('gives a JSON Schema with labels and units', () => {
    const { properties } = jsonSchemaOf(wellRecord)
    expect(properties?.['depth']).toMatchObject({ type: 'string', label: '井深', unit: '米' })
  })
})

describe('lists', () => {
  it('are searched by texts and keys, never by what tells of a person', () => {
    expect(searchableFieldsOf(wellRecord)).toEqual(['village', 'scheme'])
    expect(searchableFieldsOf(wellRecord, ['dug', 'owner'])).toEqual(['village', 'dug', 'scheme'])
    const quiet = fields({ village: text('村', { isSearchable: false }) })
    expect(searchableFieldsOf(quiet)).toEqual([])
  })

  it('are sorted by figures as numbers and by dates as text', () => {
    expect(sortableFieldsOf(wellRecord)).toEqual([
      { name: 'depth', compares: 'number' },
      { name: 'cost', compares: 'number' },
      { name: 'dug', compares: 'text' },
      { name: 'households', compares: 'number' },
    ])
    expect(sortableFieldsOf(fields({ village: text('村', { isSortable: true }).optional() }))).toEqual([
      { name: 'village', compares: 'text' },
    ])
  })
})

describe('masking', () => {
  it('follows from the schema', () => {
    expect(personalFieldsOf(wellRecord)).toEqual([
      { path: ['owner'], kind: 'name' },
      { path: ['contact'], kind: 'phone' },
      { path: ['helpers', '*', 'name'], kind: 'name' },
      { path: ['helpers', '*', 'contact'], kind: 'phone' },
    ])
    expect(masked(wellRecord, record)).toEqual({
      ...record,
      owner: '田**',
      contact: '138****5678',
      helpers: [{ name: '水*', contact: '035*****4567' }],
    })
  })

  it('shows what is asked to be shown, and nothing that the schema does not know', () => {
    const shown = masked(wellRecord, { ...record, note: '电话13800005678' }, ['owner'])
    expect(shown.owner).toBe('田大有')
    expect(shown).not.toHaveProperty('note')
  })

  it('leaves no end of a text that is too short', () => {
    expect(maskText('phone', '12345')).toBe('*****')
    expect(maskText('name', '水')).toBe('*')
    expect(maskText('bank-account', '6222000011112222')).toBe('************2222')
  })

  it('keeps the length, and never the whole, of any text', () => {
    const kinds = fc.constantFrom(
      'name' as const,
      'phone' as const,
      'bank-account' as const,
      'plate' as const,
      'id-number' as const,
      'address' as const,
    )
    fc.assert(
      fc.property(kinds, fc.stringMatching(/^[0-9A-Z]{1,20}$/), (kind, clear) => {
        const hidden = maskText(kind, clear)
        expect(hidden).toHaveLength(clear.length)
        expect(hidden).toContain('*')
      }),
    )
  })
})
