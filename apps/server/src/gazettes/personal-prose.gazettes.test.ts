import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { requireRealGazettes } from '@luoshi/testing'
import { expect, it } from 'vitest'
import { passagesOf } from './passages.ts'

const gazette = requireRealGazettes().find(({ name }) => name === 'wutai-2021-04')
const issue = read(gazette?.text ?? '', { file: 'wutai-2021-04.txt', counties })
const notice = issue.instruments.find(({ docNumber }) => docNumber === '五政办发〔2021〕64号')

it('[wutai-2021-zbf64.10] the block of who is to be asked is found by no search and shown to nobody', () => {
  const lines = (gazette?.text ?? '').split('\n').slice(926, 931)
  const told = lines.flatMap((line) => /[:：]\s*(\S+)/.exec(line)?.[1] ?? [])
  expect(told).toHaveLength(3)
  const printed = notice?.clauses.map(({ text }) => text).join('\n') ?? ''
  const shown =
    notice === undefined
      ? ''
      : passagesOf(notice)
          .map(({ text }) => text)
          .join('\n')
  for (const datum of told) {
    expect(printed).toContain(datum)
    expect(shown).not.toContain(datum)
  }
  expect(shown).toMatch(/联系人[:：]\s?.\*/)
})
