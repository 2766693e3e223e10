import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells a bracket, a quote and a title mark without its other half', () => {
  expect(findingsIn('用于全县14个乡镇)、1个景区。')[0]?.message).toContain('“)”没有相应的前半个符号')
  expect(kindsIn('纳入县、乡（政府职责和村级职责。')).toEqual(['unclosed-mark'])
  expect(kindsIn('推行“一网通办改革。')).toEqual(['unclosed-mark'])
  expect(kindsIn('依照《节水灌溉条例执行。')).toEqual(['unclosed-mark'])
})

it('tells pairs of two widths in one finding', () => {
  const [finding, ...others] = findingsIn('整修渠道（含支渠)，清淤(含管道）。')
  expect(others).toEqual([])
  expect(finding).toMatchObject({ kind: 'mixed-width', severity: 'note' })
  expect(finding?.message).toContain('2对')
})

it('leaves closed pairs, nested ones and the brackets of items alone', () => {
  expect(kindsIn('整修渠道（含支渠（毛渠）），落实“两个‘百分之百’”，依照《关于〈办法〉的通知》。')).toEqual(
    [],
  )
  expect(kindsIn('程序如下：1)申请；2)审核；3)公示。')).toEqual([])
})

it('leaves a pair that a page has torn apart alone', () => {
  const long = '对全县范围内的灌区干渠、支渠、斗渠、农渠以及配套建筑物进行全面排查（包括机井、泵站、蓄水池'
  expect(kindsIn(`${long}\n\n和管道），建立台账。`)).toEqual([])
})
