import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchBrackets, splitUnitList } from './unit-list.ts'

function split(list: string): string[] {
  return splitUnitList(list).map(({ printed }) => printed)
}

describe('a list of units', () => {
  it.each([
    ['县财政局', ['县财政局']],
    ['县发改局、县财政局，县水利局,县林业局', ['县发改局', '县财政局', '县水利局', '县林业局']],
    ['县民政局；县残联;县妇联/团县委', ['县民政局', '县残联', '县妇联', '团县委']],
    ['县民政局 县残联　县妇联', ['县民政局', '县残联', '县妇联']],
    ['县委宣传部、国网清源供电公司、清源农商银行', ['县委宣传部', '国网清源供电公司', '清源农商银行']],
    ['各乡（镇）人民政府、县直各有关单位', ['各乡（镇）人民政府', '县直各有关单位']],
    ['省财政厅，各市、县（市、区）人民政府', ['省财政厅', '各市、县（市、区）人民政府']],
    ['各乡、镇人民政府，县水利局', ['各乡、镇人民政府', '县水利局']],
    ['各市〔州〕、县〔市、区〕人民政府', ['各市〔州〕、县〔市、区〕人民政府']],
    ['各市、州、县人民政府，省直其他有关部门和单位', ['各市、州、县人民政府', '省直其他有关部门和单位']],
    ['省水利厅、能源局等省有关部门和各市人民政府', ['省水利厅', '能源局', '各市人民政府']],
    ['各省、自治区、直辖市人民政府', ['各省、自治区、直辖市人民政府']],
    ['财政部等部门及各省、自治区人民政府', ['财政部', '各省、自治区人民政府']],
    ['县直各有关部门、单位，各乡镇', ['县直各有关部门、单位', '各乡镇']],
    ['县直各委、办、局，县法院', ['县直各委、办、局', '县法院']],
    ['各市、省财政厅', ['各市', '省财政厅']],
    ['县工业和信息化局〈商务局〉、县公安局', ['县工业和信息化局〈商务局〉', '县公安局']],
    ['县公安局（交警大队、治安大队）、县应急局', ['县公安局（交警大队、治安大队）', '县应急局']],
  ])('%s', (list, names) => {
    expect(split(list)).toEqual(names)
  })

  it.each([
    ['县水利局和各乡〈镇〉人民政府', ['县水利局', '各乡〈镇〉人民政府']],
    ['县公安局以及县司法局', ['县公安局', '县司法局']],
    ['县人民法院和县人民检察院', ['县人民法院', '县人民检察院']],
    ['县财政局会同县审计局', ['县财政局', '县审计局']],
    ['县财政局及县审计局', ['县财政局', '县审计局']],
  ])('is cut at a conjunction between two names: %s', (list, names) => {
    expect(split(list)).toEqual(names)
  })

  it.each([
    '县发展和改革局',
    '县人力资源和社会保障局',
    '县住房和城乡建设管理局',
    '县卫生健康和体育局',
    '县政府和社会资本合作中心',
    '县政协社会和法制委员会',
    '省规划和自然资源厅',
    '县农业农村和水利局',
    '县机关和事业单位保险局',
    '县市场和质量监督管理局',
    '市生态环境局清源分局',
    '国家税务总局清源县税务局',
    '县委',
  ])('keeps a name whole: %s', (name) => {
    expect(split(name)).toEqual([name])
  })

  it('is cut where a separator was lost', () => {
    expect(split('县民政局县残联')).toEqual(['县民政局', '县残联'])
    expect(split('县水利局各乡镇')).toEqual(['县水利局', '各乡镇'])
    expect(split('县委县政府')).toEqual(['县委', '县政府'])
  })

  it('ends in 等, which is no part of a name', () => {
    expect(split('县财政局、县水利局等')).toEqual(['县财政局', '县水利局'])
    expect(split('县财政局、县水利局等有关部门')).toEqual(['县财政局', '县水利局'])
    expect(split('县公安、交通、应急等部门')).toEqual(['县公安', '交通', '应急'])
    expect(split('县教育局等12个部门')).toEqual(['县教育局'])
    expect(split('县住建局等行业主管部门')).toEqual(['县住建局', '行业主管部门'])
    expect(split('县高等职业学校、县中等专业学校')).toEqual(['县高等职业学校', '县中等专业学校'])
  })

  it('opens with a word that is no part of a name', () => {
    expect(split('由县财政局、以及县水利局')).toEqual(['县财政局', '县水利局'])
    expect(split('责任单位均包括各乡镇')).toEqual(['各乡镇'])
  })

  it('gives the place of each name', () => {
    const list = '由县财政局和县水利局等部门、县林业局'
    for (const { printed, start } of splitUnitList(list)) {
      expect(list.slice(start, start + printed.length)).toBe(printed)
    }
  })

  it('keeps a name whole that is known', () => {
    expect(splitUnitList('县委和县政府办公室', (name) => name === '县委和县政府办公室')).toHaveLength(1)
  })
})

const level = fc.constantFrom('县', '市', '省', '清源县')
const field = fc.constantFrom(
  '财政',
  '发展和改革',
  '人力资源和社会保障',
  '教育',
  '水利',
  '文化和旅游',
  '应急管理',
)
const suffix = fc.constantFrom('局', '厅', '委员会', '中心')
const group = fc.constantFrom(
  '各乡（镇）人民政府',
  '各乡〈镇〉',
  '县直各有关单位',
  '国网清源供电公司',
  '县委宣传部',
)
const name = fc.oneof(
  fc.tuple(level, field, suffix).map((parts) => parts.join('')),
  group,
)
const separator = fc.constantFrom('、', '，', ',', '；', ' ')

describe('any printed list of units', () => {
  it('reads back as it was printed', () => {
    const printed = fc.array(fc.tuple(name, separator), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(printed, fc.boolean(), (items, isOpen) => {
        const list = items.map(([unit, mark], i) => (i < items.length - 1 ? unit + mark : unit)).join('')
        expect(split(isOpen ? `${list}等部门` : list)).toEqual(items.map(([unit]) => unit))
      }),
    )
  })

  it('never throws and gives only what the text has', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'县局和及、（）〈〉等部门 由委') }), (text) => {
        for (const { printed, start } of splitUnitList(text)) {
          expect(text.slice(start, start + printed.length)).toBe(printed)
        }
      }),
    )
  })
})

describe('brackets', () => {
  it('pair up whatever their width, and open ones without a partner are left', () => {
    expect([...matchBrackets('（a)(b')]).toEqual([[0, 2]])
    expect([...matchBrackets('a）（b〈c〉）')]).toEqual([
      [4, 6],
      [2, 7],
    ])
  })
})
