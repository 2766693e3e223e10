import type { FieldMeta, Procedure } from '@luoshi/kernel'
import { type TransferField, transferFieldsOf, UNIT_HEADING } from './transfer-fields.ts'
import { type OutCell, type OutColumn, workbookStream } from './workbook-stream.ts'

/** Fields whose figures and codes must stay the text that was typed. */
const TEXT_CONTROLS: ReadonlySet<FieldMeta['control']> = new Set([
  'text',
  'long-text',
  'phone',
  'reference',
  'unit',
  'place',
  'list',
])

/** A workbook to fill in: a column for each field, choices as lists, notes beside the cells, and a sheet that explains. */
export function importTemplate(procedure: Procedure): AsyncGenerator<Uint8Array> {
  const fields = transferFieldsOf(procedure)
  return workbookStream([
    { name: procedure.title, columns: [...fields.map(columnOf), unitColumn], rows: [] },
    { name: '填写说明', columns: noteColumns, rows: fields.map(noteRow) },
  ])
}

/** Media type and name of a template. */
export function templateName(procedure: Procedure): string {
  return `${procedure.title}导入模板.xlsx`
}

function columnOf(field: TransferField): OutColumn {
  const { heading, isOptional, meta } = field
  return {
    heading: isOptional ? heading : `${heading}*`,
    width: Math.min(40, Math.max(12, heading.length * 2 + 4)),
    isText: TEXT_CONTROLS.has(meta.control),
    guide: { choices: choicesOf(meta), title: heading, note: noteOf(field) },
  }
}

function choicesOf({ control, choices = {} }: FieldMeta): readonly string[] {
  return control === 'yes-no' ? ['是', '否'] : Object.values(choices)
}

function noteOf({ meta, item, isOptional }: TransferField): string {
  const list = item === null ? '' : '，几项之间用顿号隔开'
  return `${isOptional ? '可不填' : '必填'}：${(item ?? meta).wanted}${list}。${meta.help === undefined ? '' : `${meta.help}。`}`
}

const unitColumn: OutColumn = {
  heading: UNIT_HEADING,
  width: 20,
  isText: true,
  guide: {
    choices: [],
    title: UNIT_HEADING,
    note: '可不填：不填时属于导入人所在的机构；填本县机构的全称或规范简称。',
  },
}

const plain = (heading: string, width: number): OutColumn => ({ heading, width, isText: true, guide: null })
const noteColumns = [plain('列', 26), plain('是否必填', 10), plain('填写要求', 60), plain('说明', 40)]

function noteRow({ heading, isOptional, meta, item }: TransferField): readonly OutCell[] {
  const texts = [heading, isOptional ? '否' : '是', (item ?? meta).wanted, meta.help ?? '']
  return texts.map((value) => ({ kind: 'text', value }))
}
