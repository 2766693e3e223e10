import { conflict, defineProgramme, defineTally, gap, reportParts } from '@luoshi/kernel'
import { caseReaders, roles } from './access.ts'
import { cases } from './case-register.ts'
import { caseRules } from './case-rules.ts'
import { caseValues } from './case-values.ts'
import { checkPlan, correction, corrections, yearReport } from './corrections.ts'
import { band, bands, discretionRules, gravity } from './discretion.ts'
import { inspection, inspections } from './inspections.ts'
import { jurisdiction, jurisdictionReason, jurisdictions } from './jurisdiction.ts'
import { matter, matters } from './matters.ts'
import { measure, measureRules, measures } from './measures.ts'
import { compulsion, penalty, platform, powerList, threeSystems, townships, validity } from './notices.ts'
import { officerRules, officersNames } from './officer-rules.ts'
import { certificateDates, noSecondment, officerProcedure, officers } from './officers.ts'
import { ordinary } from './ordinary.ts'
import { papers } from './papers.ts'
import { caseParameters } from './parameters.ts'
import { patrol, patrols } from './patrols.ts'
import { powerNamed, powerRules } from './power-rules.ts'
import { entrustment, entrustments, powerProcedure, powers, publishedList } from './powers.ts'
import { publication, publicationRules, publications } from './publication.ts'
import { checkDraw, checkDraws, checkObjects, drawResult, randomCheckRules } from './random-checks.ts'
import { recorder, recorders, recordersArrived, recordersByUnit } from './recorders.ts'
import { evidence, record, recordRules, records } from './records.ts'
import { simple } from './simple.ts'
import { stepRules } from './step-rules.ts'
import { whistle, whistleRules, whistles } from './whistle.ts'

const yearParts = reportParts(yearReport, validity, caseReaders)
const planParts = reportParts(checkPlan, validity, caseReaders)

/** Cases of each body by month: what the platform's statistics count. */
const casesByBody = defineTally({
  id: 'cases-by-body',
  title: '行政处罚案件统计',
  basis: platform.lines(649),
  register: cases.id,
  by: [{ kind: 'unit' }, { kind: 'period', field: 'foundOn', every: 'month' }],
  columns: [
    { id: 'opened', title: '立案' },
    { id: 'closed', title: '结案', states: ['closed'] },
    { id: 'withPolice', title: '移送公安', states: ['withPolice', 'taken'] },
  ],
})

/**
 * Enforcement from who may act to the closed file, as the laws have it and 五政办发〔2021〕61号, 五政发〔2022〕10号 and
 * 五政办发〔2023〕25号 order it: two counties' notices, so that the law stands first and every county has it.
 */
export const enforcement = defineProgramme({
  id: 'enforcement',
  title: '县乡行政执法',
  basis: penalty('第三条'),
  ...validity,
  roles,
  registers: [
    cases,
    evidence,
    records,
    measures,
    publications,
    officers,
    powers,
    bands,
    entrustments,
    jurisdictions,
    whistles,
    matters,
    recorders,
    patrols,
    checkObjects,
    checkDraws,
    inspections,
    corrections,
    yearParts.register,
    planParts.register,
  ],
  procedures: [
    ordinary,
    simple,
    record,
    measure,
    publication,
    officerProcedure,
    powerProcedure,
    band,
    entrustment,
    jurisdiction,
    whistle,
    matter,
    recorder,
    patrol,
    checkDraw,
    inspection,
    correction,
    yearParts.procedure,
    planParts.procedure,
  ],
  importSources: [publishedList],
  rules: [
    ...powerRules,
    ...officerRules,
    certificateDates,
    noSecondment,
    jurisdictionReason,
    ...whistleRules,
    ...caseRules,
    ...stepRules,
    ...discretionRules,
    ...recordRules,
    ...measureRules,
    ...publicationRules,
    ...randomCheckRules,
    ...yearParts.rules,
    ...planParts.rules,
  ],
  valueRules: [...caseValues, powerNamed, officersNames, gravity, drawResult],
  parameters: [recordersArrived, ...caseParameters],
  papers,
  reports: [yearReport, checkPlan],
  tallies: [casesByBody, recordersByUnit],
  open: [
    gap('“适用简易程序”的数额文中没有写，按《行政处罚法》第五十一条', townships.lines(476, 479)),
    gap('清单以外不得行使，是从清单的名称推出的，没有条款写明', powerList.lines(1205, 1391)),
    gap('“及时”告知、移送、调查没有写明几日，不计算期限', townships.lines(400)),
    gap('巡查的责任区域和时段由乡（镇）定', townships.lines(402)),
    gap('较大数额罚款、违法所得由省和行业规定，没有读到', penalty('第六十三条')),
    gap('决定公开的期限依据国办发〔2018〕118号，省的规定没有读到', threeSystems),
    gap('延期、分期缴纳每次30日是为计算提醒，法律没有写明日数', penalty('第六十六条')),
    conflict(
      '五台县乡镇权责清单和五寨县下放事项目录的名称、依据不同，各县用自己的清单',
      powerList.lines(1323, 1391),
      townships.lines(414, 479),
    ),
    gap('查封、扣押的期限，法律、行政法规另有规定的除外', compulsion('第二十五条')),
  ],
})
