import { law, type ReplacedLaw } from '@luoshi/kernel'

/** Laws and regulations whose place another took, as the other says. What was merely revised keeps its name and is not here. */
export const replacedLaws: readonly ReplacedLaw[] = [
  ...replacedBy('城乡规划法', '第七十条', '2008-01-01', ['城市规划法']),
  ...replacedBy('国有土地上房屋征收与补偿条例', '第三十五条', '2011-01-21', ['城市房屋拆迁管理条例']),
  ...replacedBy('无证无照经营查处办法', '附则', '2017-10-01', ['无照经营查处取缔办法']),
  ...replacedBy('外商投资法', '第四十二条', '2020-01-01', [
    '中外合资经营企业法',
    '外资企业法',
    '中外合作经营企业法',
  ]),
  ...replacedBy('民法典', '第一千二百六十条', '2021-01-01', [
    '婚姻法',
    '继承法',
    '民法通则',
    '收养法',
    '担保法',
    '合同法',
    '物权法',
    '侵权责任法',
    '民法总则',
  ]),
  ...replacedBy('医师法', '第六十七条', '2022-03-01', ['执业医师法']),
  ...replacedBy('市场主体登记管理条例', '第五十五条', '2022-03-01', [
    '公司登记管理条例',
    '企业法人登记管理条例',
    '合伙企业登记管理办法',
    '农民专业合作社登记管理条例',
    '企业法人法定代表人登记管理规定',
  ]),
  ...replacedBy('噪声污染防治法', '第九十条', '2022-06-05', ['环境噪声污染防治法']),
  ...replacedBy('促进个体工商户发展条例', '附则', '2022-11-01', ['个体工商户条例']),
  ...replacedBy('煤矿安全生产条例', '附则', '2024-05-01', ['煤矿安全监察条例']),
]

function replacedBy(by: string, article: string, from: string, titles: readonly string[]): ReplacedLaw[] {
  return titles.map((title) => ({ title, by, from, basis: law(by, article) }))
}
