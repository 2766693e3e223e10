import {
  type CataloguePrint,
  changeParts,
  count,
  defineCatalogue,
  fields,
  type ListComparison,
  listOf,
  text,
} from '@luoshi/kernel'
import type { LicenceNotice } from './licence-notice.ts'
import { specialLists, specificationShape } from './registers.ts'

/** Fields and parts of the list; what changes it and what it is held to rest on them. */
const list = {
  id: 'licences',
  title: '行政许可事项清单',
  fields: fields({
    number: count('序号', '号'),
    name: text('行政许可事项'),
    levels: listOf('行使层级', text('层级')).optional(),
    superior: text('主管部门', { help: '省级业务指导部门' }),
    holders: listOf('实施机关', text('机关')),
    source: text('设定和实施依据'),
  }),
  parts: { key: 'name', name: 'name', number: 'number', holder: 'holders', source: 'source' } as const,
}

/** How licences are newly set, changed, renamed, merged, split and taken back. */
export const licenceChanges = (notice: LicenceNotice) =>
  changeParts(list, notice.adjustment, {
    added: '新设',
    removed: '取消',
    renamed: '更名',
    merged: '合并',
    split: '拆分',
    'basis-changed': '依据调整',
    changed: '其他要素调整',
  })

/** The list of licences: held to the superior list in four fields, to six special lists, to thirteen fields of each specification. */
export function licenceCatalogue(notice: LicenceNotice, prints: readonly CataloguePrint[]) {
  const special = Object.entries(specialLists).map(
    ([id, title]): ListComparison => ({
      id,
      title,
      basis: notice.specialLists,
      register: 'special-items',
      where: { list: id },
      edition: 'edition',
      equals: { name: 'name' },
    }),
  )
  return defineCatalogue({
    ...list,
    basis: notice.compiling,
    prints,
    versions: [],
    changedBy: { procedure: 'adjustment', states: ['adjusted', 'effective'] },
    heldTo: [
      {
        id: 'superior',
        title: '上级行政许可事项清单',
        basis: notice.sameAsSuperior,
        register: 'superior-items',
        where: {},
        edition: 'edition',
        equals: { name: 'name', superior: 'superior', source: 'source', holders: 'holders' },
      },
      ...special,
    ],
    completeness: [
      {
        id: 'specification',
        title: '行政许可实施规范',
        basis: notice.specification,
        register: 'specifications',
        item: 'item',
        fields: Object.keys(specificationShape),
      },
    ],
  })
}
