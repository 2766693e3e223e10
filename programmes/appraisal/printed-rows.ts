import type { Direction, Indicator } from '@luoshi/kernel'

/** A row of the table as it is printed; the unit of a blank cell is that of the cell above. */
export interface PrintedRow {
  /** Line of the gazette's file. */
  readonly line: number
  readonly category: string
  /** 序号: parts of one indicator share it. */
  readonly number: string
  readonly partOf?: string
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly by: string
  /** Figure, with > where it is printed; null where none is set yet. */
  readonly target: string | null
  readonly every: Indicator['every']
  /** Ours: the table does not say which way is better. */
  readonly better: Direction
}

// biome-ignore format: one line a row, as in the table.
export const printedRows: readonly PrintedRow[] = [
  { line: 752, category: '产业转型', number: '1', id: 'manufacturing-share-rise', title: '制造业增加值占规模以上工业增加值比重上升率', unit: '百分点', by: '县工业和信息化局', target: '2.5', every: 'quarter', better: 'more' },
  { line: 753, category: '产业转型', number: '2', id: 'emerging-industry-growth', title: '规模以上工业战略性新兴产业增加值增长速度', unit: '%', by: '县工业和信息化局', target: '8.4', every: 'quarter', better: 'more' },
  { line: 754, category: '产业转型', number: '3', id: 'industry-share-of-gdp', title: '工业增加值占GDP比重', unit: '%', by: '县工业和信息化局', target: '20.39', every: 'quarter', better: 'more' },
  { line: 755, category: '产业转型', number: '4', id: 'industrial-firms-added', title: '规模以上工业企业净增户数', unit: '户', by: '县工业和信息化局', target: '4', every: 'year', better: 'more' },
  { line: 756, category: '项目建设', number: '5', id: 'fixed-investment-growth', title: '固定资产投资增长速度', unit: '%', by: '县发展和改革委员会', target: '13.2', every: 'month', better: 'more' },
  { line: 757, category: '项目建设', number: '6', id: 'signed-projects-started', title: '招商引资签约项目当年开工率', unit: '%', by: '县招商服务中心', target: '50', every: 'month', better: 'more' },
  { line: 758, category: '项目建设', number: '7', id: 'new-projects-investment', title: '招商引资新开工项目计划投资额完成率', unit: '%', by: '县招商服务中心', target: '100', every: 'month', better: 'more' },
  { line: 759, category: '项目建设', number: '8', id: 'industrial-investment-share', title: '产业投资完成额占固定资产投资比重', unit: '%', by: '县发展和改革委员会', target: '69.5', every: 'month', better: 'more' },
  { line: 760, category: '创新驱动', number: '9', id: 'high-tech-firms', title: '高新技术企业数', unit: '户', by: '县教育科技局', target: '4', every: 'year', better: 'more' },
  { line: 761, category: '创新驱动', number: '10', id: 'research-spending-growth', title: '规模以上工业企业研发经费支出增长速度', unit: '%', by: '县工业和信息化局', target: '25', every: 'year', better: 'more' },
  { line: 762, category: '创新驱动', number: '11', id: 'firms-with-research', title: '规模以上工业企业中有研发机构的企业占比', unit: '%', by: '县工业和信息化局', target: '19', every: 'year', better: 'more' },
  { line: 763, category: '资源环境', number: '12', id: 'energy-consumption', title: '能源消费总量', unit: '万吨标准煤', by: '县能源局', target: null, every: 'year', better: 'less' },
  { line: 764, category: '资源环境', number: '13', id: 'energy-per-gdp-fall', title: '单位地区生产总值能耗降低率', unit: '%', by: '县能源局', target: null, every: 'year', better: 'more' },
  { line: 765, category: '资源环境', number: '14', id: 'good-air-days', title: '空气质量优良天数比例', unit: '%', by: '市生态环境局五台分局', target: null, every: 'month', better: 'more' },
  { line: 766, category: '资源环境', number: '15', id: 'fine-dust-fall', title: 'PM2.5年均浓度下降率', unit: '%', by: '市生态环境局五台分局', target: null, every: 'month', better: 'more' },
  { line: 767, category: '资源环境', number: '16', id: 'good-water-bodies', title: '达到或优于III类水体比例', unit: '%', by: '市生态环境局五台分局', target: null, every: 'month', better: 'more' },
  { line: 768, category: '资源环境', number: '17', id: 'bad-water-bodies', title: '劣V类水体比例', unit: '%', by: '市生态环境局五台分局', target: null, every: 'month', better: 'less' },
  { line: 769, category: '综合质效', number: '18', id: 'gdp', title: '地区生产总值总量', unit: '亿元', by: '县发展和改革委员会', target: '59.1', every: 'quarter', better: 'more' },
  { line: 770, category: '综合质效', number: '19', id: 'budget-revenue-growth', title: '一般公共预算收入增长速度', unit: '%', by: '县财政局', target: '5', every: 'month', better: 'more' },
  { line: 771, category: '综合质效', number: '20', id: 'rural-income-growth', title: '农村居民人均可支配收入增长速度', unit: '%', by: '县农业农村局', target: '>8', every: 'quarter', better: 'more' },
  { line: 772, category: '综合质效', number: '21', id: 'urban-income-growth', title: '城镇居民人均可支配收入增长速度', unit: '%', by: '县人力资源和社会保障局', target: '8', every: 'quarter', better: 'more' },
  { line: 773, category: '综合质效', number: '22', id: 'certified-workers', title: '从业人员持证率', unit: '%', by: '县人力资源和社会保障局', target: '40', every: 'year', better: 'more' },
  { line: 774, category: '综合质效', number: '23', id: 'accident-deaths-per-gdp', title: '亿元地区生产总值生产安全事故死亡率', unit: '人/亿元', by: '县应急管理局', target: '3', every: 'quarter', better: 'less' },
  { line: 775, category: '综合质效', number: '24', id: 'mine-deaths-per-coal', title: '煤矿百万吨死亡率', unit: '人/百万吨', by: '县应急管理局', target: '0', every: 'year', better: 'less' },
  { line: 776, category: '综合质效', number: '25', id: 'serious-accidents', title: '较大及以上生产安全事故', unit: '起', by: '县应急管理局', target: '0', every: 'month', better: 'less' },
  { line: 777, category: '综合质效', number: '26', partOf: '政府性债务管理', id: 'debt-ratio-warnings', title: '政府债务率超过警戒线120%的个数', unit: '个', by: '县财政局', target: '0', every: 'year', better: 'less' },
  { line: 778, category: '综合质效', number: '26', partOf: '政府性债务管理', id: 'unlawful-borrowing', title: '违法违规举债被问责的个数', unit: '个', by: '县财政局', target: '0', every: 'year', better: 'less' },
  { line: 779, category: '综合质效', number: '26', partOf: '政府性债务管理', id: 'hidden-debt-tasks-missed', title: '未完成政府隐性债务化债任务个数', unit: '个', by: '县财政局', target: '0', every: 'year', better: 'less' },
  { line: 780, category: '综合质效', number: '26', partOf: '政府性债务管理', id: 'advances-tasks-missed', title: '未完成存量暂付款消化任务个数', unit: '个', by: '县财政局', target: '0', every: 'year', better: 'less' },
  { line: 781, category: '综合质效', number: '26', partOf: '政府性债务管理', id: 'new-advances-tasks-missed', title: '未完成新增暂付款控制任务个数', unit: '个', by: '县财政局', target: '0', every: 'year', better: 'less' },
  { line: 782, category: '乡村振兴', number: '27', id: 'primary-investment-growth', title: '第一产业固定资产投资增长速度', unit: '%', by: '县农业农村局', target: '8.5', every: 'month', better: 'more' },
  { line: 783, category: '乡村振兴', number: '28', id: 'primary-value-growth', title: '第一产业增加值增长速度', unit: '%', by: '县农业农村局', target: '6.5', every: 'month', better: 'more' },
  { line: 784, category: '乡村振兴', number: '29', partOf: '农产品精深加工十大产业集群产值', id: 'processing-output', title: '产值总量', unit: '亿元', by: '县农业农村局', target: '2.83', every: 'month', better: 'more' },
  { line: 785, category: '乡村振兴', number: '29', partOf: '农产品精深加工十大产业集群产值', id: 'processing-output-added', title: '产值增量', unit: '亿元', by: '县农业农村局', target: '0.65', every: 'month', better: 'more' },
  { line: 786, category: '乡村振兴', number: '29', partOf: '农产品精深加工十大产业集群产值', id: 'processing-output-growth', title: '产值增速', unit: '%', by: '县农业农村局', target: '30', every: 'month', better: 'more' },
  { line: 787, category: '乡村振兴', number: '30', id: 'high-standard-farmland', title: '高标准农田建设', unit: '万亩', by: '县农业农村局', target: '2', every: 'month', better: 'more' },
  { line: 788, category: '乡村振兴', number: '31', id: 'household-toilets', title: '新改造农村户厕', unit: '户', by: '县农业农村局', target: '2000', every: 'month', better: 'more' },
]
