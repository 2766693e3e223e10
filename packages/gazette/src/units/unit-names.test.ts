import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountyNames } from '../reading.ts'
import { looksLikeUnit } from './unit-form.ts'
import { createUnitNames } from './unit-names.ts'

const county: CountyNames = {
  slug: 'qingyuan',
  name: '清源县',
  units: [
    { name: '县发展和改革局', aliases: ['县发改局', '县发展改革局'] },
    { name: '县工业和信息化局', aliases: ['县工信局'] },
    { name: '县公安局', aliases: [] },
    { name: '县公安局交警大队', aliases: ['县交警大队'] },
    { name: '县林业局', aliases: [] },
    { name: '市林业局', aliases: [] },
    { name: '各乡（镇）人民政府', aliases: ['各乡（镇）', '各乡镇政府'] },
  ],
  places: [],
}

describe('names of a known county', () => {
  const names = createUnitNames(county)

  it.each([
    ['县发改局', '县发展和改革局'],
    ['县发展和改革局', '县发展和改革局'],
    ['发改局', '县发展和改革局'],
    ['清源县发改局', '县发展和改革局'],
    ['县工业和信息化局〈商务局〉', '县工业和信息化局'],
    ['县工信局(县国资委)', '县工业和信息化局'],
    ['各乡〈镇〉人民政府', '各乡（镇）人民政府'],
    ['各乡镇人民政府', '各乡（镇）人民政府'],
    ['各乡<镇>', '各乡（镇）人民政府'],
    ['县公安', '县公安局'],
  ])('%s is %s', (printed, canonical) => {
    expect(names.canonical(printed)).toBe(canonical)
  })

  it('leaves a name that it does not know as it is printed', () => {
    expect(names.canonical('县文旅局')).toBe('县文旅局')
    expect(names.isKnown('县文旅局')).toBe(false)
  })

  it('does not shorten two units to one name', () => {
    expect(names.canonical('林业局')).toBe('林业局')
    expect(names.canonical('清源县林业局')).toBe('县林业局')
  })

  it('finds the longest known name at each place of a text', () => {
    const text = '由县公安局交警大队会同各乡（镇）人民政府、县发改局办理'
    expect(names.find(text).map(({ start, end, name }) => [text.slice(start, end), name])).toEqual([
      ['县公安局交警大队', '县公安局交警大队'],
      ['各乡（镇）人民政府', '各乡（镇）人民政府'],
      ['县发改局', '县发展和改革局'],
    ])
  })

  it('finds names in a megabyte of broken brackets', () => {
    expect(names.find('县公安局（（（'.repeat(50_000))).toHaveLength(50_000)
  })
})

describe('names without a county', () => {
  const names = createUnitNames(null)

  it('stay as printed', () => {
    expect(names.canonical('县发改局')).toBe('县发改局')
    expect(names.find('县发改局')).toEqual([])
  })

  it('are told by their form', () => {
    expect(names.isUnit('县发改局')).toBe(true)
    expect(names.isKnown('县发改局')).toBe(false)
  })

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof names.canonical(text) === 'string'))
  })
})

describe('the form of a unit', () => {
  it.each([
    '县发展和改革局',
    '省发展改革委',
    '省工业和信息化厅',
    '市政府办',
    '县委宣传部',
    '团县委',
    '县妇联',
    '县融媒体中心',
    '县公路段',
    '县消防救援大队',
    '卧龙街道',
    '各乡（镇）人民政府',
    '县直有关单位',
    '县河长制成员单位',
    '国网清源供电公司',
    '中国人民银行清源支行',
    '银保监分局清源监管组',
    '县工业和信息化局〈商务局〉',
    '县人民法院',
    '市公共资源交易平台管理办公室',
    '清源现代农业产业示范区管委会',
    '各县（市、区）人民政府',
    '县“双减”工作办公室',
    '各村“两委”',
  ])('has %s', (name) => {
    expect(looksLikeUnit(name)).toBe(true)
  })

  it.each([
    '',
    '局',
    '部门',
    '单位',
    '负责人',
    '7月底前',
    '长期坚持',
    '加强对各部门',
    '按照要求由有关部门',
    '张三',
  ])('has not %s', (text) => {
    expect(looksLikeUnit(text)).toBe(false)
  })
})
