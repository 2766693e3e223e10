import { channels, itemTypes, satisfactions, serviceObjects } from '../code-lists.ts'

/** Code lists of annex A, and those that stand within the tables. */
export const codeLists = {
  /** A.1 事项类型: 11–19 and 21–99 are local. */
  itemTypes: { '00': '行政权力事项', ...itemTypes },
  /** A.2 行使层级 */
  exerciseLevels: {
    '1': '国家级/局（署、会）',
    '2': '省级/直属',
    '3': '市级/隶属',
    '4': '县级',
    '5': '镇（乡、街道）级',
    '6': '村（社区）级',
    '7': '分级管理',
  },
  /** A.3 实施主体性质 */
  bodyNatures: { '1': '法定机关', '2': '授权组织', '3': '受委托组织', '9': '其他' },
  /** A.4 服务对象 */
  serviceObjects,
  /** A.5 办理形式 */
  handlingForms: channels,
  /** A.6 办件类型 */
  caseTypes: { '1': '即办件', '2': '承诺件', '9': '其他' },
  /** A.7 特别程序种类 */
  specialKinds: { '1': '延长审批', '2': '延长审批以外的' },
  /** A.8 满意度: the code runs against the stars. */
  satisfactions,
  /** Within table 7. */
  stepStatuses: { '1': '待办', '2': '已办' },
  yesNo: { '1': '是', '0': '否' },
} as const

export type CodeListName = keyof typeof codeLists

/** Whether a code is in a list, or is one that a place may have of its own. */
export function isCode(list: CodeListName, code: string): boolean {
  if (Object.hasOwn(codeLists[list], code)) return true
  return list === 'itemTypes' && /^(?:1[1-9]|2[1-9]|[3-9]\d)$/.test(code)
}
