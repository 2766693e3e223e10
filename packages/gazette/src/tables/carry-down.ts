import type { ColumnProfile } from './column-profile.ts'
import type { RowKind } from './row-kinds.ts'

const ownColumnPattern =
  /(?:备注|说明|签字|签名|盖章|电话|手机|传真|方式|账号|账户|照片|邮箱|证号|号码|联系人|依据|目标|绩效|内容)$/
/** Quantities that hold for a group of rows, and are printed once for it. */
const standardColumnPattern = /标准/
const periodColumnPattern = /(?:年度|年份|时间|日期|月份)$/
const groupColumnPattern =
  /(?:单位|部门|主体|领导|责任人|类别|类型|分类|级别|层级|属性|性质|时间|时限|年度|年份|周期|区域|地区|乡镇|领域|环节|阶段|范围)$/

/** A mark that says that something applies: √, ○, ★. */
const markPattern = /^[^\p{L}\d]$/u

/** A row with the columns whose cell was filled from above. */
export interface CarriedRow {
  readonly cells: readonly string[]
  readonly carried: readonly number[]
  readonly kind: RowKind
}

/**
 * Fills the cells that print merges with the one above: 类别 once for its five indicators, 责任单位 once for
 * three of them, 配备标准 once for a group. Figures and what belongs to one row alone (备注, 签字, 依据) are never filled, nor are
 * the rows of which it is unsure what they lack.
 */
export function carryDown(
  rows: readonly (readonly string[])[],
  kinds: readonly RowKind[],
  profiles: readonly ColumnProfile[],
  unsure: ReadonlySet<number>,
): CarriedRow[] {
  const columns = mergedColumns(rows, kinds, profiles)
  const above = new Map<number, { text: string; kind: RowKind }>()
  return rows.map((cells, index) => {
    const kind = kinds[index] ?? 'row'
    if (kind === 'section' || (kind === 'subtotal' && cells[0] !== '' && index > 0)) above.clear()
    const filled = [...cells]
    const carried: number[] = []
    let isNewGroup = false
    for (const column of columns) {
      const cell = cells[column] ?? ''
      if (cell !== '') {
        above.set(column, { text: cell, kind })
        isNewGroup ||= profiles[column]?.kind !== 'sequence'
        continue
      }
      if (isNewGroup) above.delete(column)
      const merged = above.get(column)
      if (
        merged === undefined ||
        unsure.has(index) ||
        (kind !== 'row' && (kind !== merged.kind || column > 0))
      )
        continue
      filled[column] = merged.text
      carried.push(column)
    }
    return { cells: filled, carried, kind }
  })
}

/** Columns of words that are printed in the first row and blank in a later one, from the left or by their head. */
function mergedColumns(
  rows: readonly (readonly string[])[],
  kinds: readonly RowKind[],
  profiles: readonly ColumnProfile[],
): number[] {
  const first = kinds.indexOf('row')
  const columns: number[] = []
  let isLeading = true
  for (const [column, { name, kind, choices }] of profiles.entries()) {
    const isMark = kind === 'choice' && [...choices].every((choice) => markPattern.test(choice))
    const isStandard = kind === 'quantity' && standardColumnPattern.test(name)
    const isWords =
      (kind !== 'number' && kind !== 'quantity' && !isMark) || isStandard || periodColumnPattern.test(name)
    const opens = first >= 0 && (rows[first]?.[column] ?? '') !== ''
    const hasBlank = rows.some((cells, index) => kinds[index] === 'row' && (cells[column] ?? '') === '')
    const mayMerge =
      (isLeading && column < profiles.length - 1) || isStandard || groupColumnPattern.test(name)
    if (isWords && opens && hasBlank && mayMerge && !ownColumnPattern.test(name)) columns.push(column)
    else if (kind !== 'sequence') isLeading = false
  }
  return columns
}
