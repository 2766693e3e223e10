import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedProse } from './personal-prose.ts'

describe('running text that the public reads', () => {
  it.each([
    ['联系人: 苗得雨', '联系人: 苗**'],
    ['联 系 人：苗雨 电话：0350-1234567', '联 系 人：苗* 电话：0350-1234567'],
    ['联系人：阿依古丽·买买提', '联系人：阿*******'],
    ['电话: 13900001234', '电话: 139****1234'],
    ['电话139-0000-1234。', '电话139******1234。'],
    ['邮箱: miao@163.com', '邮箱: ****@163.com'],
    ['身份证号140922199003070012，', '身份证号1409************12，'],
    ['统一社会信用代码911409221126220000', '统一社会信用代码911409221126220000'],
    ['12319、12345，编号139000012345', '12319、12345，编号139000012345'],
    ['设联系人制度，14个乡镇', '设联系人制度，14个乡镇'],
  ])('%s is shown as %s', (printed, shown) => {
    expect(maskedProse(printed)).toBe(shown)
  })

  it('keeps its length, and is masked once for all', () => {
    const piece = fc.oneof(
      fc.constantFrom('联系人：', '苗得雨', '13900001234', '139 0000 1234', 'a@b.cn', '。', ' ', '联 系 人:'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const shown = maskedProse(pieces.join(''))
        expect(shown).toHaveLength(pieces.join('').length)
        expect(shown).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/)
      }),
    )
  })
})
