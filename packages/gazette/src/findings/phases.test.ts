import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

function schedule(...phases: string[]): string {
  const numbers = ['（一）', '（二）', '（三）']
  return ['一、工作步骤', ...phases.map((phase, index) => `${numbers[index]}${phase}`), '二、工作要求'].join(
    '\n\n',
  )
}

const first = '动员部署阶段（2022年5月11日至5月31日）。\n\n制定方案，广泛动员。'
const second = '集中整修阶段（2022年6月1日至10月31日）。\n\n逐村整修，限期完成。'

it('leaves phases that follow one another alone', () => {
  expect(kindsIn(schedule(first, second))).toEqual([])
})

it('tells phases that overlap and phases with days between them', () => {
  const overlap = findingsIn(schedule(first, second.replace('6月1日', '5月25日')))
  const gap = findingsIn(schedule(first, second.replace('6月1日', '6月6日')))
  expect(overlap.map(({ kind }) => kind)).toEqual(['phase-order'])
  expect(overlap[0]?.message).toContain('重叠')
  expect(gap[0]?.message).toContain('空出5天')
})

it('tells a phase without dates beside phases that have them', () => {
  expect(kindsIn(schedule('动员部署阶段。\n\n制定方案，广泛动员。', second))).toEqual(['phase-undated'])
})

it('tells a summary that is due before the last phase is over', () => {
  const text = schedule(first, second)
  expect(kindsIn(`${text}\n\n各乡（镇）于10月29日前将工作总结报送县水利局。`)).toEqual(['summary-before-end'])
  const third = '总结验收阶段（2022年11月1日至11月30日）。\n\n全面总结，逐村验收。'
  const withThird = `${schedule(first, second, third)}\n\n各乡（镇）于11月25日前将工作总结报送县水利局。`
  expect(kindsIn(withThird)).toEqual([])
  expect(kindsIn(`${text}\n\n各乡（镇）于11月10日前将工作总结报送县水利局。`)).toEqual([])
})
