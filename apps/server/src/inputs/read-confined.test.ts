import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it, vi } from 'vitest'
import { minimalPdf } from '../test-support/minimal-pdf.ts'
import { InputRefusal } from './input-text.ts'
import { readConfined } from './read-confined.ts'

vi.setConfig({ testTimeout: 60_000 })

function packed(paragraphs: readonly string[]): Promise<Buffer> {
  const children = paragraphs.map((text) => new Paragraph(text))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

describe('readConfined', () => {
  it('reads a PDF and a Word file', async () => {
    expect((await readConfined('pdf', minimalPdf('No. 7'))).text).toBe('No. 7\n')
    expect((await readConfined('docx', await packed(['一、总体要求']))).text).toBe('一、总体要求\n')
  })

  it('gives the reason why a file is refused', async () => {
    await expect(readConfined('pdf', minimalPdf(''))).rejects.toThrow(
      new InputRefusal('这份 PDF 是扫描件，没有文字，请先做文字识别'),
    )
  })

  it('gives up a file that takes too long', async () => {
    const pages = minimalPdf('text', { pages: 50_000 })
    const begun = performance.now()
    await expect(readConfined('pdf', pages, { seconds: 1, memory: 1024 })).rejects.toThrow(
      new InputRefusal('读了 1 秒还没有读完，可能已损坏，请另存后再试'),
    )
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('gives up a file that unpacks to far more than its size, and goes on', async () => {
    const bomb = await packed(Array.from({ length: 60 }, () => '字'.repeat(1_000_000)))
    expect(bomb.length).toBeLessThan(2_000_000)
    await expect(readConfined('docx', bomb, { seconds: 60, memory: 64 })).rejects.toThrow(
      new InputRefusal('展开后太大，可能已损坏，请分成几份再试'),
    )
    expect((await readConfined('docx', await packed(['一、总体要求']))).text).toBe('一、总体要求\n')
  })
})
