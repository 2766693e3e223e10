import { withoutSpaces } from './table-region.ts'

const numberColumnPattern = /^(?:序号|编号|顺序号?|排序|项次|No\.?)$/i

/** The head of a column of running numbers: 序号, 编号. */
export function isNumberColumn(text: string): boolean {
  return text.length <= 12 && numberColumnPattern.test(withoutSpaces(text))
}

const runningNumberPattern = /^[（(]?(\d{1,4})[)）.．、]?$/

/** The running number that a cell is, or null: `12`, `12.`, `（12）`. */
export function runningNumber(cell: string): number | null {
  const digits = cell.length <= 8 ? runningNumberPattern.exec(cell.trim())?.[1] : undefined
  return digits === undefined ? null : Number(digits)
}

const headerWordPattern =
  /(?:序号|编号|项目|名称|类别|类型|分类|单位|指标|年度|年份|时间|日期|时限|期限|地点|地址|位置|区域|区划|区县|乡镇|村|姓名|性别|职务|职称|电话|方式|联系人|备注|说明|合计|总计|小计|金额|资金|数量|数|标准|面积|规模|内容|措施|要求|目标|任务|部门|主体|依据|来源|层级|属性|性质|等级|级别|周期|比例|占比|权重|分值|得分|情况|事项|材料|程序|条件|责任人|负责人|领导|人员|规格|型号|材质|用途|单价|总价|预算|决算|收入|支出|（[^）]{1,8}）|\([^)]{1,8}\))$/

/** A short label of the kind that heads a column: 项目名称, 补助标准（元/亩）. */
export function isHeaderWord(text: string): boolean {
  const label = withoutSpaces(text)
  return label.length > 0 && label.length <= 24 && headerWordPattern.test(label) && !/^[\d.]+$/.test(label)
}

/** Whether the cells read like the head of a table: no number among them, and labels enough. */
export function isHeaderLike(cells: readonly string[]): boolean {
  let labels = 0
  let filled = 0
  for (const cell of cells) {
    const text = withoutSpaces(cell)
    if (text === '') continue
    const isYear = filled > 0 && /^(?:19|20)\d{2}$/.test(text)
    if (text.length > 40 || (!isYear && /^[-+]?[\d.,%]+$/.test(text))) return false
    filled++
    if (isYear || isHeaderWord(text)) labels++
  }
  return filled >= 2 && labels * 2 >= filled
}

/** 合计, 总计, 小计: what names a row of sums. */
export function isSumLabel(text: string): boolean {
  return text.length <= 8 && /^(?:合计|总计|小计|共计)[:：]?$/.test(withoutSpaces(text))
}

const sectionPattern =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[部章类]|(?:备?注|说明)[:：]|.{1,20}类$)/

/** What the row of a part says, alone in its line: 一、产业发展类, （二）基础设施. */
export function isSectionLabel(text: string): boolean {
  return text.length <= 40 && sectionPattern.test(withoutSpaces(text))
}

const postPattern = /^副?(?:[局院校场镇乡县队站处科所部行会]长|主任|经理|书记|大队长|支队长|负责人)$/

/** A post alone in its cell, cut off from the unit that it belongs to. */
export function isLonePost(text: string): boolean {
  return text.length <= 8 && postPattern.test(withoutSpaces(text))
}

const rosterLabelPattern =
  /^(?:总|副|常务)*(?:组长|指挥长?|总指挥长?|主任|召集人|成员|组员|委员|队长|主席)[:：]/

/** A post that opens a line of a roster: 组长：, 副组长：, 成员：. */
export function isRosterLabel(text: string): boolean {
  return text.length <= 20 && rosterLabelPattern.test(withoutSpaces(text))
}
