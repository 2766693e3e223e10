import { expect, it } from 'vitest'
import { instrument } from '../cite.ts'
import { decision, permitLetter, wellPermits } from '../fixtures/well-permit.ts'
import { definePaper, defineTextPaper, type Paper } from '../paper/paper.ts'
import { checkProgramme } from './check-programme.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const messagesOf = (...papers: Paper[]) =>
  checkProgramme({ ...wellPermits, papers: [decision, permitLetter, ...papers] }).map(({ path, message }) => [
    path.join('.'),
    message,
  ])

it('a text that names no field, or a way of writing that is not there', () => {
  const letter = defineTextPaper({
    ...permitLetter,
    id: 'letter',
    addressee: '{owner}',
    body: [{ text: '{@day}，{depth:roman}', when: { field: 'colour' } }],
  })
  const found = messagesOf(letter)
  expect(found.map(([path]) => path)).toEqual([
    'papers.letter.body',
    'papers.letter.body',
    'papers.letter.body',
    'papers.letter.body',
  ])
  expect(found[0]?.[1]).toMatch(/^字段“owner”没有定义；已定义的有：number、village、/)
  expect(found[1]?.[1]).toMatch(/^字段“@day”没有定义/)
  expect(found[2]?.[1]).toMatch(/^字段“colour”没有定义/)
  expect(found[3]?.[1]).toBe(
    '文书“准予机井许可通知书”里写的“:roman”没有这种写法，可写的有：capital（金额大写）。',
  )
})

it('a field shown unmasked that is no personal one, blanks and rows that name nothing', () => {
  const sheet = definePaper({
    ...decision,
    id: 'sheet',
    headFields: { 乡: 'township' },
    rows: { place: 'place' },
    clear: [{ field: 'depth', basis: notice.lines(20) }],
  })
  const messages = messagesOf(sheet).map(([, message]) => message)
  expect(messages.map((message) => message?.split('；')[0])).toEqual([
    '表头空格“乡”没有定义',
    '字段“township”没有定义',
    '字段“place”没有定义',
    '字段“place”没有定义',
    '文书“机井许可决定书”说公开时“depth”不遮盖，而它不是这份文书里的个人信息，应删去。',
  ])
})
