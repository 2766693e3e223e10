import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { SheetDamaged, type SheetOpened, type SheetRow } from './sheet-row.ts'

/** Bytes from which encoding and separator are told. */
const SAMPLE = 256 * 1024

/** Opens a file of separated values in UTF-8, UTF-16 or GB18030. Its rows are read as they are asked for. */
export async function openCsv(path: string): Promise<SheetOpened> {
  const sample = await beginningOf(path)
  const encoding = encodingOf(sample)
  if (encoding === null) {
    return {
      kind: 'refused',
      message: '这个文件不是UTF-8、UTF-16或GB18030编码的文本，请用Excel或WPS另存为CSV后再导入。',
    }
  }
  const text = new TextDecoder(encoding).decode(sample)
  return { kind: 'opened', rows: rowsOf(path, encoding, separatorOf(text)) }
}

async function* rowsOf(path: string, encoding: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1024 * 1024,
  })
  const decoder = new TextDecoder(encoding)
  const source = createReadStream(path)
  source.on('error', (error) => parser.destroy(error))
  source.on('data', (chunk) => {
    if (!parser.write(decoder.decode(chunk as Buffer, { stream: true }))) {
      source.pause()
      parser.once('drain', () => source.resume())
    }
  })
  source.on('end', () => parser.end(decoder.decode()))
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      // The reader has come to the end of the record: it may have begun some lines above.
      line = info.lines - record.join('').split('\n').length + 1
      yield { line, cells: record.map((value) => cellOf(value)) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetDamaged(`第${line}行之后的引号或分隔符不成对`)
    throw error
  } finally {
    source.destroy()
  }
}

/** What stands between separators: ="0123" is how some programs keep zeros, and '=x what our own export writes for =x. */
function cellOf(value: string) {
  const kept = /^="(.*)"$/s.exec(value)?.[1] ?? value.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
  return kept.trim() === '' ? null : ({ kind: 'text', text: kept } as const)
}

function encodingOf(sample: Uint8Array): string | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (sample.includes(0)) return null
  return ['utf-8', 'gb18030'].find((encoding) => fits(sample, encoding)) ?? null
}

/** Whether bytes are text in an encoding; the last character may be cut in two. */
function fits(sample: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/** What separates the values of the first line: the sign that it has most. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const counts = [',', '\t', ';'].map((sign) => [first.split(sign).length, sign] as const)
  return counts.reduce((most, each) => (each[0] > most[0] ? each : most))[1]
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(SAMPLE), 0, SAMPLE, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
