import { defineParameter, gap, type ScoringMethod, scoringLabels } from '@luoshi/kernel'
import { adjustment, assessment } from './notices.ts'

export const scoring = defineParameter<ScoringMethod['kind']>({
  id: 'scoring',
  title: '计分办法',
  unit: '',
  choices: scoringLabels,
  values: [],
  gap: gap('通知只定权重，没有写明怎样计分', adjustment.lines(326, 330)),
})

export const entryDays = defineParameter<number>({
  id: 'entry-days',
  title: '数据报送期限',
  unit: '日',
  form: 'whole',
  values: [],
  gap: gap('表中只有监测周期，没有写明期末后几日内报送数据', assessment.lines(751)),
})

export const parameters = [scoring, entryDays]
