import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

it('tells words that stand twice in a row', () => {
  const [finding] = findingsIn('由县人力资源和社会保障和社会保障局牵头办理。')
  expect(finding).toMatchObject({ kind: 'doubled-text', lines: [[18, 18]] })
  expect(finding?.message).toContain('和社会保障')
})

it('tells the tail of a page that the next one begins with again', () => {
  const long =
    '各乡（镇）要加强对辖区内春灌工作的领导，进一步加大宣传力度，引导群众节约用水，切实加大对困难户的支持'
  expect(kindsIn(`${long}\n\n支持力度，确保不误农时。`)).toEqual(['doubled-text'])
})

it('tells townships with 镇 twice', () => {
  expect(findingsIn('各乡镇（镇）、各乡镇〈镇〉人民政府负责。')[0]?.message).toContain('2处')
  expect(kindsIn('各乡（镇）、各乡镇人民政府负责。')).toEqual([])
})

it('leaves short repetitions, lists of like titles and equal figures alone', () => {
  expect(kindsIn('要认真研究研究，家家户户落实。较上年分别下降100%、下降100%、下降90%。')).toEqual([])
  expect(kindsIn('依照《节水灌溉条例》《江东省节水灌溉条例》《江东省水资源条例》执行。')).toEqual([])
})
