import { expect, it } from 'vitest'
import { findingsIn, kindsIn } from './invented-notice.test-support.ts'

const whole = [
  '（二）水利部门：负责渠道整修，保障灌溉供水。',
  '（三）民政部门：负责困难群众救助，做好走访慰问。',
  '（四）财政部门：负责资金保障，加强监督检查。',
].join('\n\n')

it('tells a sentence that stops in its middle among whole ones', () => {
  const [finding, ...others] = findingsIn(`一、职责分工\n\n（一）公安部门：负责加\n\n${whole}`)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ kind: 'lost-text', lines: [[20, 20]] })
})

it('leaves whole sentences and headings alone', () => {
  expect(kindsIn(`一、职责分工\n\n（一）公安部门：负责加强巡逻，维护用水秩序。\n\n${whole}`)).toEqual([])
  expect(kindsIn('一、明确标准，强化审核\n\n要认真审核。\n\n二、加强领导，协调配合\n\n要密切配合。')).toEqual(
    [],
  )
})
