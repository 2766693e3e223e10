import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { decodeText } from './decode-text.ts'
import { InputRefusal } from './input-text.ts'

describe('decodeText', () => {
  it.each([
    ['UTF-8', 'utf8', false],
    ['UTF-8 with a byte order mark', 'utf8', true],
    ['UTF-16 LE with a mark', 'utf16-le', true],
    ['UTF-16 LE without a mark', 'utf16-le', false],
    ['UTF-16 BE with a mark', 'utf16-be', true],
    ['UTF-16 BE without a mark', 'utf16-be', false],
    ['GB18030', 'gb18030', false],
    ['GBK', 'gbk', false],
  ])('reads %s', (_, encoding, addBOM) => {
    const read = decodeText(iconv.encode(noticeText, encoding, { addBOM }))
    expect(read.text.replace('\uFEFF', '')).toBe(noticeText)
    expect(read.warnings).toEqual([])
  })

  it('reads characters that only GB18030 has', () => {
    expect(decodeText(iconv.encode('㐀村委会，𠮷家庄，共三户。', 'gb18030')).text).toBe(
      '㐀村委会，𠮷家庄，共三户。',
    )
  })

  it('reads UTF-8 whose last character was cut off, and says so', () => {
    const bytes = Buffer.from(noticeText.repeat(20))
    const whole = decodeText(Buffer.concat([bytes, Buffer.from([0xe5])]))
    expect(whole.text.startsWith(noticeText)).toBe(true)
    expect(whole.warnings).toEqual(['有 1 处字符已损坏，以 \uFFFD 代替'])
  })

  it.each([
    ['nothing but spaces', Buffer.from(' \n\t\r\n'), '文件里没有文字'],
    ['nothing but a byte order mark', Buffer.from([0xef, 0xbb, 0xbf]), '文件里没有文字'],
    ['zeros', Buffer.alloc(4096), '不是文本、Word（.docx）或 PDF 文件'],
    [
      'an image',
      Buffer.from('89504e470d0a1a0a0000000d49484452000001f40000', 'hex'),
      '不是文本、Word（.docx）或 PDF 文件',
    ],
    [
      'control characters',
      Buffer.from('\u0001\u0002\u0003abc'.repeat(50)),
      '不是文本、Word（.docx）或 PDF 文件',
    ],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => decodeText(bytes)).toThrow(new InputRefusal(reason))
  })

  it('gives text or a refusal for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(typeof decodeText(bytes).text).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(InputRefusal)
        }
      }),
    )
  })

  it('gives any text of ours back as it was', () => {
    const line = fc.string({
      unit: fc.constantFrom(...'清源县公报（）〔〕0123，。一二三 '),
      minLength: 3,
      maxLength: 80,
    })
    fc.assert(
      fc.property(line, fc.constantFrom('utf8', 'gb18030'), (text, encoding) => {
        fc.pre(/\p{Script=Han}/u.test(text))
        expect(decodeText(iconv.encode(`${text}\n公报`, encoding)).text).toBe(`${text}\n公报`)
      }),
    )
  })
})
