/** An item of the plan for 2023 with the units that answer for it. */
export interface PlanItem {
  readonly number: number
  readonly title: string
  readonly lines: readonly [number, number]
  /** In the order of the text, by the names that the county knows them by. */
  readonly units: string
}

// biome-ignore format: one line an item.
export const planItems: readonly PlanItem[] = [
  { number: 1, title: '加速“烟火气”回归', lines: [1541, 1545], units: '县工业和信息化局、县住房和城乡建设管理局、县文化和旅游局、县市场监督管理局' },
  { number: 2, title: '加快住宿餐饮恢复发展', lines: [1547, 1549], units: '县工业和信息化局、县文化和旅游局' },
  { number: 3, title: '推进县城商业体系建设', lines: [1551, 1555], units: '县工业和信息化局、县农业农村局、县交通运输局、邮政五台县分公司' },
  { number: 4, title: '推动家政服务提质扩容', lines: [1557, 1559], units: '县工业和信息化局' },
  { number: 5, title: '提振文旅市场', lines: [1563, 1563], units: '县文化和旅游局' },
  { number: 6, title: '加快景区提质升级', lines: [1565, 1567], units: '县文化和旅游局' },
  { number: 7, title: '推动文旅业态融合创新发展', lines: [1569, 1571], units: '县文化和旅游局' },
  { number: 8, title: '提升旅游服务质量', lines: [1573, 1573], units: '县文化和旅游局' },
  { number: 9, title: '丰富体育健身活动', lines: [1575, 1577], units: '县卫生健康和体育局' },
  { number: 10, title: '推进基本养老服务体系建设', lines: [1581, 1581], units: '县民政局' },
  { number: 11, title: '实施社区养老服务提升工程', lines: [1583, 1583], units: '县民政局、县住房和城乡建设管理局' },
  { number: 12, title: '开展特殊困难家庭适老化改造', lines: [1585, 1587], units: '县民政局' },
  { number: 13, title: '完善托育服务供给体系', lines: [1591, 1591], units: '县卫生健康和体育局' },
  { number: 14, title: '推进“保交楼、稳民生”工作', lines: [1595, 1597], units: '县住房和城乡建设管理局、国家税务总局五台县税务局、中国人民银行五台支行、忻州银保监分局五台监管组' },
  { number: 15, title: '推动住房消费健康发展', lines: [1599, 1599], units: '县住房和城乡建设管理局' },
  { number: 16, title: '强化交通运输保障', lines: [1605, 1607], units: '县交通运输局' },
  { number: 17, title: '优化现代物流体系', lines: [1609, 1609], units: '县工业和信息化局、县交通运输局、县发展和改革局、邮政五台县分公司' },
  { number: 18, title: '保持信贷总量合理增长', lines: [1613, 1615], units: '县发展研究中心、中国人民银行五台支行、忻州银保监分局五台监管组' },
  { number: 19, title: '加大服务业领域困难行业的金融支持力度', lines: [1617, 1621], units: '县发展研究中心、中国人民银行五台支行、忻州银保监分局五台监管组' },
  { number: 20, title: '发挥科技创新平台带动作用', lines: [1625, 1626], units: '县教育科技局' },
  { number: 21, title: '提升检验检测能力', lines: [1628, 1628], units: '县综合检验检测中心、县市场监督管理局' },
  { number: 22, title: '培育壮大创新企业', lines: [1630, 1631], units: '县教育科技局' },
  { number: 23, title: '加速新技术成果转移转化', lines: [1633, 1633], units: '县教育科技局' },
  { number: 24, title: '促进软件和信惠技术服务业发展', lines: [1637, 1637], units: '县工业和信息化局' },
  { number: 25, title: '加快发展数字经济', lines: [1639, 1641], units: '县工业和信息化局' },
  { number: 26, title: '推动人力资源服务创新发展', lines: [1645, 1647], units: '县人力资源和社会保障局、县行政审批服务管理局' },
  { number: 27, title: '积极参与会展活动', lines: [1649, 1651], units: '县工业和信息化局' },
  { number: 28, title: '大力发展商务咨询等服务', lines: [1653, 1657], units: '县司法局、县财政局、国家税务总局五台县税务局' },
  { number: 29, title: '加大绿色低碳科技创新', lines: [1661, 1661], units: '县教育科技局' },
  { number: 30, title: '探索开展环境综合治理托管管理模式', lines: [1663, 1665], units: '忻州市生态环境局五台分局' },
  { number: 31, title: '推进农业生产托管服务', lines: [1669, 1671], units: '县农业农村局、县供销合作社联合社' },
  { number: 32, title: '完善农业专业化社会化服务体系', lines: [1673, 1673], units: '县农业农村局、县供销合作社联合社' },
  { number: 33, title: '培育农业服务组织', lines: [1675, 1677], units: '县农业农村局、县供销合作社联合社' },
  { number: 34, title: '加强企业工资宏观调控', lines: [1681, 1683], units: '县人力资源和社会保障局' },
  { number: 35, title: '保障工资支付', lines: [1685, 1687], units: '县财政局、县人力资源和社会保障局' },
  { number: 36, title: '强化数字化赋能', lines: [1691, 1693], units: '县工业和信息化局、县教育科技局、中国人民银行五台支行、邮政五台县分公司、县交通运输局、县能源局、县文化和旅游局' },
  { number: 37, title: '推动融合化发展', lines: [1695, 1695], units: '县工业和信息化局、县发展和改革局、县农业农村局' },
  { number: 38, title: '推进标准品牌建设', lines: [1697, 1699], units: '县市场监督管理局、县工业和信息化局' },
  { number: 39, title: '持续推进助企纾困', lines: [1703, 1707], units: '县财政局、国家税务总局五台县税务局、县发展研究中心、中国人民银行五台支行、县工业和信息化局、县文化和旅游局、县交通运输局、县住房和城乡建设管理局' },
  { number: 40, title: '深入开展十大行动', lines: [1709, 1713], units: '县工业和信息化局、县交通运输局、县发展研究中心、县住房和城乡建设管理局、县文化和旅游局、县教育科技局、县民政局、县人力资源和社会保障局' },
  { number: 41, title: '培育壮大市场主体', lines: [1715, 1719], units: '县工业和信息化局、县文化和旅游局、县民政局、县交通运输局、县教育科技局、县财政局、县统计局' },
  { number: 42, title: '健全机制强化落实', lines: [1721, 1725], units: '县服务业发展领导小组成员单位' },
]
