import { type FieldControl, type FieldMeta, isDay, nameOn, type UnitTree, unitsNamed } from '@luoshi/kernel'
import type { SheetCell } from './sheet/sheet-row.ts'
import type { TransferField } from './transfer-fields.ts'

/** A cell as a record has it; or the sentence that says what is wrong with it and what would pass. */
export type CellRead =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'wrong'; readonly message: string }

/** What cells are read against. */
export interface CellContext {
  readonly units: UnitTree
  /** Day on which units must stand. */
  readonly today: string
}

/** Digits that Excel keeps of a number. */
const KEPT_DIGITS = 15

/** What a cell says of a field. What cannot be read as it should is left as it stands: the schema says what would pass. */
export function readCell(cell: SheetCell, field: TransferField, context: CellContext): CellRead {
  const { meta, item, heading } = field
  if (cell.kind === 'wrong') {
    return wrong(
      `“${heading}”是${cell.text.startsWith('#') ? `错误值${cell.text}` : cell.text}，请改填${meta.wanted}。`,
    )
  }
  const digits = cell.text.replaceAll(/\D/g, '').replace(/^0+|0+$/g, '')
  const isText = meta.control === 'text' || meta.control === 'phone' || meta.control === 'reference'
  if (cell.kind === 'number' && isText && digits.length >= KEPT_DIGITS && cell.text.length > KEPT_DIGITS) {
    return wrong(`“${heading}”是超过15位的数字，Excel已改动了它的末位，请把这一列设为文本格式后重新填写。`)
  }
  if (item !== null) return { kind: 'value', value: listIn(cell, item, context) }
  return { kind: 'value', value: read(cell, meta, context) }
}

type Reader = (text: string, meta: FieldMeta, context: CellContext) => unknown

/** How the text of a cell is read, by how the field is filled in. */
const readers: Readonly<Record<FieldControl, Reader>> = {
  text: (text) => text,
  'long-text': (text) => text,
  phone: (text) => halfWidth(text).replaceAll(/[\s—–]/g, (sign) => (/\s/.test(sign) ? '' : '-')),
  reference: (text) => text,
  count: (text) => {
    const plain = plainFigure(text).replace(/\.0+$/, '')
    return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text
  },
  decimal: plainFigure,
  money: (text) =>
    plainFigure(text)
      .replace(/^[¥￥]/, '')
      .replace(/元$/, ''),
  date: dayIn,
  'date-time': momentIn,
  'yes-no': (text) => yesNo.get(halfWidth(text).trim().toLowerCase()) ?? text,
  choice: (text, { choices = {} }) => {
    const wanted = text.trim()
    return Object.entries(choices).find(([value, label]) => value === wanted || label === wanted)?.[0] ?? text
  },
  unit: (text, _meta, { units, today }) => {
    const named = unitsNamed(units, text.trim(), today)
    return named.length === 1 ? named[0]?.id : text
  },
  place: (text) => {
    const [longitude, latitude] = halfWidth(text)
      .split(/[,、，;；\s]+/)
      .map(Number)
    const isPoint = Number.isFinite(longitude) && Number.isFinite(latitude)
    return isPoint ? { type: 'Point', coordinates: [longitude, latitude] } : text
  },
  files: (text) => text,
  list: (text) => text,
}

function read(cell: SheetCell, meta: FieldMeta, context: CellContext): unknown {
  return (readers[meta.control] ?? readers.text)(cell.text.trim(), meta, context)
}

function listIn(cell: SheetCell, item: FieldMeta, context: CellContext): unknown[] {
  const parts = cell.text.split(/[、；;\n]/).filter((part) => part.trim() !== '')
  return parts.map((text) => read({ kind: 'text', text }, item, context))
}

const yesNo = new Map<string, boolean>([
  ...['是', '有', '对', '已', '√', '✓', 'y', 'yes', 'true', '1'].map((text) => [text, true] as const),
  ...['否', '无', '不', '未', '×', '✗', 'n', 'no', 'false', '0'].map((text) => [text, false] as const),
])

/** A figure without separators of thousands, in plain digits. */
function plainFigure(text: string): string {
  return halfWidth(text).replaceAll(/(?<=\d),(?=\d{3})|\s/g, '')
}

function halfWidth(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replaceAll('　', ' ')
}

/** 2022-08-30 from 2022/8/30, 2022.8.30, 2022年8月30日, 20220830. */
function dayIn(text: string): string {
  const plain = halfWidth(text).trim()
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]00:00(?::00)?)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (parts === null) return text
  const [, year = '', month = '', day = ''] = parts
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : text
}

function momentIn(text: string): string {
  const parts = /^(.+?)[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\+08:00)?$/.exec(halfWidth(text).trim())
  const day = dayIn(parts?.[1] ?? text)
  if (!isDay(day)) return text
  const [hour = '0', minute = '00', second = '00'] = [parts?.[2], parts?.[3], parts?.[4]].map(
    (part) => part ?? undefined,
  )
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`
}

/** The unit that a cell names; or what is wrong. */
export function readUnit(cell: SheetCell, { units, today }: CellContext): CellRead {
  const name = cell.text.trim()
  const named = unitsNamed(units, name, today)
  const [only] = named
  if (only !== undefined && named.length === 1) return { kind: 'value', value: only.id }
  if (named.length === 0) return wrong(`没有名为“${name}”的机构，请填本县机构的全称或规范简称。`)
  return wrong(
    `名为“${name}”的机构有${named.length}个，请填全称：${named.map((unit) => nameOn(unit, today)).join('、')}。`,
  )
}

function wrong(message: string): CellRead {
  return { kind: 'wrong', message }
}
