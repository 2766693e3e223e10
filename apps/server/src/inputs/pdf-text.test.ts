import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../test-support/browser.ts'
import { minimalPdf } from '../test-support/minimal-pdf.ts'
import { InputRefusal } from './input-text.ts'
import { readPdf } from './pdf-text.ts'

vi.setConfig({ testTimeout: 60_000 })

const notice = `<!doctype html><meta charset="utf-8"><style>
body { font: 16pt/28pt "Noto Serif CJK SC", serif; margin: 0 } h1 { font-size: 22pt; text-align: center }
p { text-indent: 2em; margin: 0 } td { padding: 0 3em 0 0 } .end { break-before: page }
</style><h1>关于做好桥梁巡查工作的通知</h1>
<p>各乡（镇）人民政府要在6月20日前查完全部农村公路桥梁，并把结果书面报送县交通运输局汇总。</p>
<table><tr><td>乡（镇）</td><td>座数</td></tr><tr><td>石桥镇</td><td>11</td></tr></table>
<p class="end">本通知自印发之日起施行。</p>`

describe('readPdf', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  async function printed(html: string): Promise<Uint8Array> {
    const page = await browser.newPage()
    await page.setContent(html)
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '37mm', left: '28mm', right: '26mm', bottom: '35mm' },
    })
    await page.close()
    return pdf
  }

  it('gives the lines as they are printed, cells parted by tabs, page after page', async () => {
    const { text, warnings } = await readPdf(await printed(notice))
    const lines = text.split('\n')
    expect(lines[0]).toBe('关于做好桥梁巡查工作的通知')
    expect(lines[1] || lines[2]).toMatch(/^　　各乡（镇）人民政府要在6月20日前查完/)
    expect(text.replace(/\s/g, '')).toContain('并把结果书面报送县交通运输局汇总。')
    expect(lines).toContain('乡（镇）\t座数')
    expect(lines).toContain('石桥镇\t11')
    expect(lines.at(-2)).toContain('本通知自印发之日起施行。')
    expect(warnings).toEqual([])
  })

  it('reads a PDF written by hand', async () => {
    expect((await readPdf(minimalPdf('2026 No. 7'))).text).toBe('2026 No. 7\n')
  })

  it.each([
    ['asks for a password', minimalPdf('secret', { isEncrypted: true }), '这份 PDF 加了密码，请先解除密码'],
    ['holds no text', minimalPdf(''), '这份 PDF 是扫描件，没有文字，请先做文字识别'],
    ['is only a head', Buffer.from('%PDF-1.7\n'), '不是完整的 PDF 文件，可能已损坏或没有传完'],
  ])('refuses a PDF that %s', async (_, bytes, reason) => {
    await expect(readPdf(bytes)).rejects.toThrow(new InputRefusal(reason))
  })

  it('reads or refuses a PDF that was cut off, wherever', async () => {
    const whole = await printed(notice)
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      const result = await readPdf(cut).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(InputRefusal)
    }
  })
})
