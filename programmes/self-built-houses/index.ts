import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { roles } from './access.ts'
import { campaign, progress, progressReport } from './campaign.ts'
import { houseStocktakes, ledger, ledgerByVillage } from './figures.ts'
import { houseSafety } from './house.ts'
import { houses } from './house-register.ts'
import { liaisonStocktakes, liaisons, namesMember } from './liaisons.ts'
import { notice, validity } from './notice.ts'
import { papers } from './papers.ts'
import { patrols } from './patrols.ts'
import { answering, explaining, permitCheck, permitChecks } from './permit-check.ts'
import { competence, duties, mechanisms } from './places.ts'
import { entering, platformEntries, verifiedFirst } from './platform.ts'
import { houseRules } from './rules.ts'
import { spanFirst, storeysFirst, valueRules } from './values.ts'

/** 五政办发〔2022〕25号: every self-built house looked at, judged, appraised, mended, accepted and struck off. */
export const selfBuiltHouses = defineProgramme({
  id: 'self-built-houses',
  title: '五寨县自建房安全专项整治',
  basis: notice.lines(1406, 1669),
  ...validity,
  roles,
  registers: [houses, permitChecks, platformEntries, patrols, liaisons, progress.register],
  procedures: [houseSafety, permitCheck, entering, progress.procedure],
  rules: [...houseRules, verifiedFirst, namesMember, ...progress.rules],
  valueRules: [...valueRules, competence, answering, explaining],
  parameters: [storeysFirst, spanFirst],
  papers,
  reports: [progressReport],
  campaigns: [campaign],
  catalogues: [duties, mechanisms],
  tallies: [ledger, ledgerByVillage],
  stocktakes: [...houseStocktakes, ...liaisonStocktakes],
  open: [
    conflict('联络员“7月1日前”报送，方案7月9日才印发', notice.lines(1534), notice.lines(1418)),
    conflict(
      '房屋综合管理信息平台有的写国家的，有的写全县的，有的写由县住建局建设',
      notice.lines(1456, 1552),
      notice.lines(1432),
      notice.lines(1639),
    ),
    gap(
      '县政府办公室、县委宣传部、县委编办、县交警大队是成员单位，职责分工没有写到',
      notice.lines(1575, 1669),
    ),
    gap('“街道”出现在条文中，主送机关只有乡（镇）', notice.lines(1412, 1460)),
    gap('“改变承重结构”“擅自改变用途”“开挖地下空间”是否属于不得经营的违法建设没有写明', notice.lines(1498)),
    gap('“百日行动”实施计划另行制定，没有登载', notice.lines(1466)),
  ],
})
