import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { coverage } from './coverage.ts'
import { byTownship, byVillage, insuredByVillage, receiptsAgainstRoster } from './figures.ts'
import { holding } from './holding.ts'
import { levy2021, levy2022 } from './notices.ts'
import { parameters } from './parameters.ts'
import { premium } from './premium.ts'
import { registers } from './registers.ts'
import { rules, valueRules } from './rules.ts'

/** 五政办发〔2021〕59号 and 〔2022〕53号: the premiums of residents' medical insurance, collected and brought to the treasury. */
export const medicalInsurance = defineProgramme({
  id: 'medical-insurance',
  title: '五台县城乡居民基本医疗保险征收',
  basis: levy2022.lines(571, 633),
  version: 1,
  validFrom: '2021-08-31',
  validTo: null,
  roles: {
    tax: { title: '税务机关', basis: levy2022.lines(622, 630) },
    'insurance-agency': { title: '医保经办机构', basis: levy2022.lines(622) },
    finance: { title: '县财政局', basis: levy2022.lines(614) },
    township: { title: '乡（镇）人民政府', basis: levy2022.lines(620, 628) },
    collector: { title: '村协办员', basis: levy2022.lines(620) },
  },
  registers,
  procedures: [premium, holding],
  rules,
  valueRules,
  parameters,
  papers: [],
  tallies: [byVillage, byTownship, insuredByVillage],
  comparisons: [receiptsAgainstRoster],
  stocktakes: [coverage],
  open: [
    conflict(
      '标题是医疗保险，写征缴期的一句是“城乡居民基本养老保险”，征缴期由税务机关核定后登记',
      levy2021.lines(339),
      levy2021.lines(361),
    ),
    conflict('征缴期到12月25日，费款应在12月25日前全部入库，12月25日收的当日就要入库', levy2022.lines(616)),
    gap('集中征缴期以外缴费怎样办理没有写明，照常登记并注明', levy2021.lines(361)),
    gap('达到金额限额后“及时”上缴，没有写明几日内', levy2021.lines(365)),
    gap(
      '通知于2022年9月16日印发，征缴期自9月1日起，此前收的款适用哪个规定没有写明',
      levy2022.lines(616, 633),
    ),
  ],
})
