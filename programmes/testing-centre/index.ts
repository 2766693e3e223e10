import { defineProgramme, gap } from '@luoshi/kernel'
import {
  applications,
  certifying,
  documenting,
  documentStanding,
  documents,
  firstVersion,
  nextVersion,
  versionRule,
} from './documents.ts'
import { deviceStanding, devices, fileStanding, filesComplete, fitForUse, keeping } from './equipment.ts'
import { notice, validity } from './notice.ts'
import {
  acceptedWithin,
  certificateValid,
  inStock,
  issues,
  issuing,
  purchases,
  purchasing,
  standardCertified,
  standardChecks,
  stock,
  substances,
  suppliers,
} from './reagents.ts'
import {
  employing,
  mayTest,
  qualifiedNeeded,
  sentNeeded,
  staff,
  staffing,
  testersNeeded,
  training,
  trainingStanding,
  trainings,
} from './staff.ts'

/** 五政办发〔2022〕35号: the county’s testing centre gets staff, devices, reagents, documents and training in order for two certificates. */
export const testingCentre = defineProgramme({
  id: 'testing-centre',
  title: '五寨县农产品质量安全检验检测机构能力提升',
  basis: notice.lines(2461, 2527),
  ...validity,
  roles: {
    centre: { title: '县综合检验检测中心', basis: notice.lines(2519, 2527) },
    'quality-manager': { title: '质量负责人、技术负责人', basis: notice.lines(2485, 2507) },
    member: { title: '领导小组成员单位', basis: notice.lines(2519) },
  },
  registers: [
    staff,
    trainings,
    devices,
    suppliers,
    substances,
    purchases,
    issues,
    standardChecks,
    documents,
    applications,
  ],
  procedures: [employing, training, keeping, purchasing, issuing, documenting, certifying],
  rules: [
    mayTest,
    filesComplete,
    fitForUse,
    standardCertified,
    acceptedWithin,
    inStock,
    certificateValid,
    firstVersion,
    nextVersion,
  ],
  valueRules: [versionRule],
  parameters: [qualifiedNeeded, testersNeeded, sentNeeded],
  papers: [],
  stocktakes: [staffing, deviceStanding, fileStanding, stock, documentStanding, trainingStanding],
  open: [
    gap('三年从哪天起算、各步什么时候完成没有写明', notice.lines(2479)),
    gap('信息报送的周期没有写明', notice.lines(2519)),
    gap('人员“3名”“检验人员3名”是否可以是同样的人没有写明，分别计算', notice.lines(2485)),
  ],
})
