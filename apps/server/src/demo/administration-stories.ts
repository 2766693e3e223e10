import { addDays } from '@luoshi/kernel'
import { CHECKED_PERCENT } from './deep-tillage-stories.ts'
import type { DemoSetting, DemoStory } from './story.ts'

/** What the demo county set for what notices leave to a county. */
export function administrationStories({ today, townships }: DemoSetting): readonly DemoStory[] {
  const from = addDays(today, -90)
  const value = (parameter: string, text: string, document: string): DemoStory => ({
    programme: 'administration',
    procedure: 'parameter-values',
    id: `demo-parameter-${parameter.replace('/', '-')}`,
    by: 'clerk',
    daysAgo: 88,
    input: { parameter, from, value: text, document, article: '第三条' },
    steps: [],
  })
  return [
    value('deep-tillage/project-townships', townships.join('、'), '清源县农机深松整地作业实施方案'),
    value('services/matter-days', '5', '清源县政务服务“好差评”和投诉办理办法'),
    value('services/promise-check-days', '30', '清源县告知承诺核查办法'),
    value('appraisal/scoring', '按完成比例得分', '清源县高质量发展综合绩效考核领导小组会议纪要'),
    value('grid-compensation/temporary-basis', '每亩1000元', '清源县电网工程协调会议纪要'),
    value('gas-safety/aims-soon-days', '30', '清源县燃气安全专项整治工作专班会议纪要'),
    value('gas-safety/completion-share', '95', '清源县燃气安全专项整治工作专班会议纪要'),
    value('rural-road-safety/daily-allowance', '50', '清源县农村交通安全劝导员补助办法'),
    value('fireworks-ban/ban-from', addDays(today, -20), '清源县烟花爆竹“五禁”通告'),
    value('fireworks-ban/ban-until', addDays(today, 20), '清源县烟花爆竹“五禁”通告'),
    value('property-management/committee-deadline', addDays(today, 300), '清源县物业管理领导小组会议纪要'),
    value('property-management/base-score', '100', '清源县物业企业信用评价办法'),
    value('property-management/grade-scale', '甲级=90、乙级=75、丙级=0', '清源县物业企业信用评价办法'),
    value('property-management/credit-weight', '20', '清源县物业企业信用评价办法'),
    value('digital-government/aspect-full-marks', '20', '清源县政务信息化项目审核办法'),
    value('digital-government/evaluation-filing-starts', '自评价完成之日', '清源县政务信息化项目审核办法'),
    value('deep-tillage/sample-percent', CHECKED_PERCENT, '清源县农机深松整地领导小组会议纪要'),
  ]
}
