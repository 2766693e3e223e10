import { type CataloguePrint, defineProgramme, gap } from '@luoshi/kernel'
import { adjustmentProcedure } from './adjustment.ts'
import { licenceCatalogue, licenceChanges } from './catalogue.ts'
import { cleanUpProcedure } from './clean-up.ts'
import { guideProcedure } from './guide.ts'
import { jobsProcedure } from './jobs.ts'
import type { LicenceNotice } from './licence-notice.ts'
import { publicationProcedure } from './publication.ts'
import { licenceRegisters } from './registers.ts'
import { licenceRules } from './rules.ts'
import { specificationProcedure } from './specification.ts'
import { disputeProcedure } from './supervision-dispute.ts'

/** The list of administrative licences of a county, with all that its notice orders around it. */
export function licenceList(
  id: string,
  title: string,
  validFrom: string,
  notice: LicenceNotice,
  prints: readonly CataloguePrint[],
) {
  const validity = { version: 1, validFrom, validTo: null }
  const changes = licenceChanges(notice)
  const registers = licenceRegisters(notice, changes)
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
    procedures: [
      specificationProcedure(notice, registers, validity),
      guideProcedure(notice, registers, validity),
      cleanUpProcedure(notice, registers, validity),
      adjustmentProcedure(notice, registers, changes, validity),
      publicationProcedure(notice, registers, validity),
      disputeProcedure(notice, registers, validity),
      jobsProcedure(notice, registers, validity),
    ],
    rules: [...licenceRules(notice), changes.rule],
    parameters: [],
    papers: [],
    catalogues: [licenceCatalogue(notice, prints)],
    open: [
      gap('动态调整各步骤只写“及时”，没有写明天数', notice.adjustment),
      gap('“三级三十二同”的三十二项只列出十三项', notice.specification),
    ],
  })
}
