import {
  type CataloguePrint,
  count,
  defineCatalogue,
  defineProgramme,
  fields,
  gap,
  listOf,
  text,
} from '@luoshi/kernel'
import type { LicenceNotice } from './licence-notice.ts'
import { licenceProcedures } from './procedures.ts'
import { licenceRegisters } from './registers.ts'
import { licenceRules } from './rules.ts'

/** The list of administrative licences of a county, with all that its notice orders around it. */
export function licenceList(
  id: string,
  title: string,
  validFrom: string,
  notice: LicenceNotice,
  prints: readonly CataloguePrint[],
) {
  const validity = { version: 1, validFrom, validTo: null }
  const registers = licenceRegisters(notice)
  return defineProgramme({
    id,
    title,
    basis: notice.whole,
    ...validity,
    roles: {
      'review-office': { title: '县审改办', basis: notice.compiling },
      department: { title: '行政许可实施机关', basis: notice.guide },
      justice: { title: '县司法局', basis: notice.adjustment },
      government: { title: '县人民政府', basis: notice.compiling },
    },
    registers: Object.values(registers),
    procedures: licenceProcedures(notice, registers, validity),
    rules: licenceRules(notice),
    parameters: [],
    papers: [],
    catalogues: [
      defineCatalogue({
        id: 'licences',
        title: '行政许可事项清单',
        basis: notice.compiling,
        fields: fields({
          number: count('序号', '号'),
          name: text('行政许可事项'),
          levels: listOf('行使层级', text('层级')).optional(),
          superior: text('主管部门', { help: '省级业务指导部门' }),
          holders: listOf('实施机关', text('机关')),
          source: text('设定和实施依据'),
        }),
        parts: { key: 'name', name: 'name', number: 'number', holder: 'holders', source: 'source' },
        prints,
        versions: [],
      }),
    ],
    open: [
      gap('动态调整各步骤只写“及时”，没有写明天数', notice.adjustment),
      gap('“三级三十二同”的三十二项只列出十三项', notice.specification),
    ],
  })
}
