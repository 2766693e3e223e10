import { defineIndicator, gap, type Indicator, type Target } from '@luoshi/kernel'
import { notice } from './notice.ts'

interface TargetRow {
  readonly item: number
  readonly lines: readonly [number, number]
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly by: string
  readonly value: Target
  readonly better?: 'less'
}

const row = (
  item: number,
  lines: number | readonly [number, number],
  id: string,
  title: string,
  value: Target,
  unit: string,
  by: string,
  better?: 'less',
): TargetRow => ({
  item,
  lines: typeof lines === 'number' ? [lines, lines] : lines,
  id,
  title,
  unit,
  by,
  value,
  ...(better === undefined ? {} : { better }),
})

const exactly = (figure: string): Target => ({ operator: null, figure })
const least = (figure: string): Target => ({ operator: 'at-least', figure })
const most = (figure: string): Target => ({ operator: 'at-most', figure })
const words = (said: string): Target => ({ words: said })

const water = '县水利局'
const farms = '县农业农村局'

// biome-ignore format: one line a target.
const rows: readonly TargetRow[] = [
  row(1, 425, 'water-used', '年用水总量', most('3915.27'), '万立方米', water, 'less'),
  row(2, 427, 'efficient-irrigation', '高效节水灌溉任务', exactly('0.3'), '万亩', farms),
  row(4, 435, 'reclaimed-water', '再生水利用率', least('20'), '%', '县住房和城乡建设管理局'),
  row(6, 445, 'rivers-surveyed', '开展“四乱”排查整治的河流', exactly('15'), '条', water),
  row(7, 449, 'projects-inspected', '涉河建设项目检查比例', exactly('20'), '%', water),
  row(12, 465, 'manure-used', '畜禽粪污综合利用率', least('78'), '%', farms),
  row(12, 465, 'farms-equipped', '规模养殖场粪污处理设施装备配套率', least('96'), '%', farms),
  row(12, 465, 'farms-built', '规模养殖场粪污处理建设任务', exactly('7'), '个', farms),
  row(13, 467, 'soil-tested', '测土配方施肥技术覆盖率', least('90'), '%', farms),
  row(13, [467, 469], 'green-control', '主要农作物绿色防控覆盖率', least('45'), '%', farms),
  row(13, 469, 'maize-control', '玉米病虫害统防统治覆盖率', least('43'), '%', farms),
  row(13, 467, 'fertiliser-used', '化肥使用量', words('负增长'), '%', farms, 'less'),
  row(15, [477, 479], 'villages-begun', '开工建设污水治理设施的村庄', exactly('5'), '个', '市生态环境局五台分局'),
  row(15, 479, 'plants-running', '已建成设施正常运行率', least('80'), '%', '市生态环境局五台分局'),
  row(16, 483, 'reservoir-mended', '水库除险加固', words('除险加固'), '座', water),
  row(17, 487, 'soil-kept', '水土流失治理面积', exactly('3'), '万亩', water),
  row(18, 489, 'forest-planted', '营造林重点任务', exactly('2.1'), '万亩', '县自然资源局'),
  row(20, 493, 'park-built', '县城公园四、五期建设', words('四、五期建设'), '期', '县住房和城乡建设管理局'),
]

/** The 18 targets of the year's work list, each on its task. */
export const indicators: readonly Indicator[] = rows.map(
  ({ item, lines, id, title, unit, by, value, better }) => {
    const basis = notice.lines(...lines)
    return defineIndicator({
      id,
      title,
      basis,
      number: String(item),
      unit,
      every: 'year',
      units: [by],
      direction: { better: better ?? 'more', basis: gap('没有写明哪个方向为好', basis) },
      targets: [{ period: '2021', from: '2021-09-14', value, basis }],
    })
  },
)
