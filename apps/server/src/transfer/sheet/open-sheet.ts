import { open } from 'node:fs/promises'
import type { SheetOpened } from './sheet-row.ts'

/** Opens a sheet for reading: a workbook by its bytes, anything else as separated values. What reads it is loaded then. */
export async function openSheet(path: string): Promise<SheetOpened> {
  const beginning = await magicOf(path)
  if (beginning === '504b') return (await import('./xlsx-rows.ts')).openXlsx(path)
  if (beginning === 'd0cf') {
    return { kind: 'refused', message: '这是旧格式的Excel文件（.xls），请用Excel或WPS另存为.xlsx后再导入。' }
  }
  return (await import('./csv-rows.ts')).openCsv(path)
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
