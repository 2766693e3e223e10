import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type FormatText, InputRefusal } from './input-text.ts'
import type { Run } from './page-cells.ts'
import { pageLines } from './page-lines.ts'
import { unifyCharacters } from './unified-characters.ts'

const resources = new URL('.', import.meta.resolve('pdfjs-dist/package.json'))

/** Text of a PDF that holds text, in lines as they are printed, a blank line between pages. */
export async function readPdf(bytes: Uint8Array): Promise<FormatText> {
  const document = await open(bytes)
  try {
    const pages: string[] = []
    const empty: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const lines = pageLines(await runsOf(document, number))
      if (lines.length === 0) empty.push(number)
      else pages.push(lines.join('\n'))
    }
    if (pages.length === 0) throw new InputRefusal('这份 PDF 是扫描件，没有文字，请先做文字识别')
    const warnings = empty.length === 0 ? [] : [`第 ${empty.join('、')} 页没有文字，没有读`]
    return { text: `${pages.join('\n\n')}\n`, warnings }
  } catch (error) {
    if (error instanceof InputRefusal) throw error
    throw damaged()
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const folder = (name: string) => fileURLToPath(new URL(`${name}/`, resources))
  try {
    return await getDocument({
      // The library takes the buffer for itself, so it gets a copy.
      data: new Uint8Array(bytes),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      disableFontFace: true,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new InputRefusal('这份 PDF 加了密码，请先解除密码')
    }
    throw damaged()
  }
}

async function runsOf(document: PDFDocumentProxy, number: number): Promise<Run[]> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const runs: Run[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [, , shear = 0, scale = 0, x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(shear, scale) || item.height
    runs.push({ text: unifyCharacters(item.str), x, y, width: item.width, size })
  }
  page.cleanup()
  return runs
}

function damaged(): InputRefusal {
  return new InputRefusal('不是完整的 PDF 文件，可能已损坏或没有传完')
}
