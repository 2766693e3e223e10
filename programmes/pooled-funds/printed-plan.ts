import { choice, defineCatalogue, fields, longText, measure, text } from '@luoshi/kernel'
import type { classes } from './funds.ts'
import { secondPlan } from './notices.ts'
import { natures } from './projects.ts'

const headings = {
  industry: '一、产业发展类',
  infrastructure: '二、基础设施类',
  resettlement: '三、易地搬迁后续扶持类',
  policy: '四、政策补助类',
} as const satisfies Partial<Record<keyof typeof classes, string>>

const money = (label: string) => measure(label, '万元').optional()

/** The plan's table as it is printed: 73 projects in four classes. */
export const printedProjects = defineCatalogue({
  id: 'second-plan-2023',
  title: '2023年第二批统筹整合资金计划项目',
  basis: secondPlan.lines(473, 575),
  fields: fields({
    key: text('编号'),
    useClass: choice('类别', headings),
    number: text('序号'),
    township: text('乡镇'),
    village: text('村'),
    name: text('项目名称'),
    nature: choice('项目性质', natures),
    implementer: text('项目实施主体'),
    content: longText('主要建设规模内容及补助标准'),
    total: measure('合计', '万元'),
    central: money('中央衔接'),
    provincial: money('省级衔接'),
    city: money('市级衔接'),
    pooledCentral: money('整合中央'),
    pooledProvincial: money('整合省级'),
    goal: longText('绩效目标').optional(),
  }),
  parts: { key: 'key', name: 'name', holder: 'implementer' },
  prints: [
    {
      name: '2023年第二批',
      basis: secondPlan.lines(475, 575),
      from: '2023-08-10',
      columns: {
        序号: 'number',
        乡镇: 'township',
        村: 'village',
        项目名称: 'name',
        项目性质: 'nature',
        项目实施主体: 'implementer',
        主要建设规模内容及补助标准: 'content',
        '资金来源/合计': 'total',
        '资金来源/中央衔接': 'central',
        '资金来源/省级衔接': 'provincial',
        '资金来源/市级衔接': 'city',
        '资金来源/整合中央': 'pooledCentral',
        '资金来源/整合省级': 'pooledProvincial',
        绩效目标: 'goal',
      },
      group: 'useClass',
      keyed: { field: 'key', by: ['useClass', 'number'] },
      count: 73,
    },
  ],
  versions: [],
})
