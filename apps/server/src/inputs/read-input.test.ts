import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { minimalPdf } from '../test-support/minimal-pdf.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { temporaryFile, temporaryFolder } from '../test-support/temporary-folder.ts'
import { readInput, reasonOf } from './read-input.ts'

async function reasonFor(file: string): Promise<string | null> {
  const input = await readInput(file)
  return input.isRead ? null : input.reason
}

describe('readInput', () => {
  it('tells a format by the content and not by the name', async () => {
    const asText = await readInput(temporaryFile('公报.pdf', iconv.encode(noticeText, 'gb18030')))
    expect(asText).toMatchObject({ isRead: true, text: noticeText })
    const asPdf = await readInput(temporaryFile('notice.txt', minimalPdf('No. 7')))
    expect(asPdf).toMatchObject({ isRead: true, text: 'No. 7\n' })
  })

  it.each([
    ['an empty file', '', '文件是空的'],
    [
      'an old .doc or an encrypted .docx',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '是旧式 .doc 或加了密码的 Office 文件，请另存为不加密的 .docx',
    ],
    ['an RTF file', '{\\rtf1\\ansi text}', '是 RTF 文件，请另存为 .docx'],
    [
      'a zip that is no Word file',
      Buffer.from('504b030414000000', 'hex'),
      '不是完整的 Word（.docx）文件，可能已损坏或没有传完',
    ],
    [
      'a picture',
      Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
      '不是文本、Word（.docx）或 PDF 文件',
    ],
  ])('refuses %s', async (_, content, reason) => {
    expect(await reasonFor(temporaryFile('file', content))).toBe(reason)
  })

  it('refuses what is too large without reading it', async () => {
    const file = temporaryFile('large.txt', '')
    truncateSync(file, 100 * 1024 * 1024)
    expect(await reasonFor(file)).toBe('有 100 MiB，超过 64 MiB 的上限，请分期提供')
  })

  it('refuses a missing file, a folder, a pipe and a device', async () => {
    const folder = temporaryFolder()
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await reasonFor(join(folder, 'none.txt'))).toBe('找不到这个文件')
    expect(await reasonFor(folder)).toBe('是一个文件夹，请给出文件')
    expect(await reasonFor(pipe)).toBe('不是普通文件')
    expect(await reasonFor('/dev/zero')).toBe('不是普通文件')
  })

  it.each([
    ['EACCES', '没有读取的权限'],
    ['EIO', '磁盘读取出错'],
    ['EUNKNOWN', '读取时出错（EUNKNOWN）'],
  ])('says in Chinese what %s means', (code, reason) => {
    expect(reasonOf(Object.assign(new Error('failed'), { code }))).toBe(reason)
  })
})
