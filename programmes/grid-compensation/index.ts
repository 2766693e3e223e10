import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import {
  agreementPaper,
  agreements,
  allComputed,
  byTownship,
  detail,
  itemCountRule,
  ownAccount,
  paidAsAgreed,
  payList,
  settling,
  somethingOwed,
  totalRule,
} from './agreements.ts'
import {
  areaRule,
  baseMetres,
  cropAmount,
  landAmount,
  otherAmount,
  pitAmount,
  roadMetres,
  siteMetres,
  temporaryAmount,
  treeAmount,
} from './amounts.ts'
import { agreementOpen, items, measuredBefore, measuring, outputValues } from './items.ts'
import { notice, validity } from './notice.ts'
import { rates } from './rates.ts'
import { standards } from './table.ts'

/** 五政办发〔2022〕50号: what is paid for land, crops and trees that power lines take, worked out item by item, agreed and paid into people's own accounts. */
export const gridCompensation = defineProgramme({
  id: 'grid-compensation',
  title: '五台县2022年配电网及“煤改电”工程建设补偿',
  basis: notice.lines(127, 159),
  ...validity,
  roles: {
    township: { title: '乡（镇）人民政府、景区', basis: notice.lines(135, 155) },
    builder: { title: '施工方', basis: notice.lines(155) },
    department: { title: '付款单位', basis: notice.lines(155) },
  },
  registers: [agreements, items, outputValues],
  procedures: [settling, measuring],
  rules: [ownAccount, allComputed, paidAsAgreed, somethingOwed, agreementOpen, measuredBefore],
  valueRules: [
    pitAmount,
    baseMetres,
    areaRule,
    landAmount,
    roadMetres,
    siteMetres,
    temporaryAmount,
    cropAmount,
    treeAmount,
    otherAmount,
    totalRule,
    itemCountRule,
  ],
  parameters: rates,
  papers: [agreementPaper, detail, payList],
  catalogues: [standards],
  tallies: [byTownship],
  open: [
    conflict(
      '临时占地既写按区域统一年产值标准执行，又写1000元/亩',
      notice.lines(147),
      notice.lines(137, 139),
    ),
    conflict(
      '树木既写大树200元/棵、小树100元/棵，砍伐又按忻政办发〔2015〕12号',
      notice.lines(147),
      notice.lines(151, 153),
    ),
    gap(
      '写杆坑、拉线坑哪些不计、哪些不补偿的一句不通顺，按1千伏的不计、荒山荒坡的不补偿',
      notice.lines(143, 145),
    ),
    gap('24倍、22倍乘的是什么没有写全，按征地统一年产值', notice.lines(141)),
    gap('统一年产值的数在晋政发〔2013〕122号，公报中没有，由付款单位登记', notice.lines(137, 139)),
    gap('由谁丈量、谁付款、多久付没有写明', notice.lines(155)),
    gap('不足一分的怎样取整没有写明，按四舍五入到分', notice.lines(141, 147)),
    gap('“上调”是哪一项上调、上调多少没有写明', notice.lines(141)),
    gap('其他地上附着物另计，怎样计没有写明，按施工方与乡（镇）协商的数', notice.lines(147, 155)),
  ],
})
