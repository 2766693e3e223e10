import { open } from 'node:fs/promises'
import { openCsv } from './csv-rows.ts'
import type { SheetOpened } from './sheet-row.ts'
import { openXlsx } from './xlsx-rows.ts'

/** Opens a sheet for reading: a workbook by its bytes, anything else as separated values. */
export async function openSheet(path: string): Promise<SheetOpened> {
  const beginning = await magicOf(path)
  if (beginning === '504b') return openXlsx(path)
  if (beginning === 'd0cf') {
    return { kind: 'refused', message: '这是旧格式的Excel文件（.xls），请用Excel或WPS另存为.xlsx后再导入。' }
  }
  return openCsv(path)
}

async function magicOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('hex')
  } finally {
    await file.close()
  }
}
