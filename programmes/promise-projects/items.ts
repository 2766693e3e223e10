import { choice, count, defineCatalogue, fields, instrument, text } from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2021〕43号')

/** 政府统一服务、企业承诺、简化、保留: the 37118 of the notice. */
export const groups = {
  served: '政府统一服务事项',
  promised: '企业承诺事项',
  simplified: '简化事项',
  kept: '保留审批事项',
} as const

export type Group = keyof typeof groups

/** How many items each group must have. */
export const groupSizes: Readonly<Record<Group, number>> = { served: 3, promised: 7, simplified: 11, kept: 8 }

type Row = readonly [name: string, first: number, last?: number]

const rows: Readonly<Record<Group, readonly Row[]>> = {
  served: [
    ['工程建设涉及城市绿地、树木审批', 346],
    ['市政设施建设类审批', 346],
    ['因工程建设需要拆除、改动、迁移供水、排水与污水处理设施审核', 346],
  ],
  promised: [
    ['占用农业灌溉水源、灌排工程设施审批', 350],
    ['建设项目压覆重要矿产资源审批', 350, 352],
    ['应建防空地下室的民用建筑项目报建审批', 352],
    ['防雷装置设计审核', 352],
    ['公路建设项目施工许可', 352],
    ['地震安全性评价', 352],
    ['地质灾害危险性评估', 352],
  ],
  simplified: [
    ['农用地转用审批', 356],
    ['占用征收林地审批', 356],
    ['土地征收审批', 356],
    ['供地方案审批', 356],
    ['建设用地（含临时用地）规划许可证核发', 356],
    ['建设工程规划类许可证核发', 356],
    ['乡村建设规划许可证核发', 356],
    ['取水许可审批', 356],
    ['新建、扩建、改建建设工程避免危害气象探测环境审批', 356],
    ['节能审查', 356],
    ['涉及国家安全事项的建设项目审批', 356],
  ],
  kept: [
    ['项目核准', 360],
    ['环境影响评价审批', 362],
    ['设计审批', 362],
    ['用地预审与选址意见书核发', 362],
    ['自然保护地内建设活动审批', 362],
    ['洪水影响评价审批', 362],
    ['生产建设项目水土保持方案审批', 362],
    ['建设工程文物保护和考古许可', 362],
  ],
}

/** Every item with its group, in the order of print. */
export const items = Object.entries(rows).flatMap(([group, all]) =>
  all.map(([name, first, last]) => ({ group: group as Group, name, basis: notice.lines(first, last) })),
)

/** The 29 items before construction begins. */
export const projectItems = defineCatalogue({
  id: 'items',
  title: '交通基础设施项目开工前审批事项',
  basis: notice.lines(342),
  fields: fields({ number: count('序号', '号'), name: text('事项名称'), group: choice('类别', groups) }),
  parts: { key: 'name', name: 'name', number: 'number' },
  versions: [
    {
      from: '2021-07-07',
      until: null,
      basis: notice.lines(342, 362),
      items: items.map(({ group, name, basis }, place) => ({
        entry: { number: place + 1, name, group },
        basis,
      })),
    },
  ],
})

/** One line of a project's checklist. */
export interface ChecklistLine {
  readonly number: number
  readonly name: string
  readonly group: Group
}

/** The checklist of a project, or the sentence that says which group has another number of items than the notice has. */
export function checklistFrom(
  all: readonly { readonly name: string; readonly group: Group }[],
):
  | { readonly kind: 'checklist'; readonly lines: readonly ChecklistLine[] }
  | { readonly kind: 'refused'; readonly message: string } {
  const off = (Object.keys(groupSizes) as Group[]).flatMap((group) => {
    const found = all.filter((item) => item.group === group).length
    return found === groupSizes[group] ? [] : [`${groups[group]}应为${groupSizes[group]}项，实际${found}项`]
  })
  if (off.length > 0) return { kind: 'refused', message: `事项目录与方案不符：${off.join('，')}。` }
  return {
    kind: 'checklist',
    lines: all.map(({ name, group }, place) => ({ number: place + 1, name, group })),
  }
}
