import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseSchemaOf, findProcedure, type PaperFacts, paperContent } from '@luoshi/kernel'
import { services } from '@luoshi/programmes/services'
import { expect, it } from 'vitest'
import { readInput } from '../inputs/read-input.ts'
import { placesOf } from '../papers/places-of.ts'
import { writePaper } from '../papers/write-paper.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'

const application = findProcedure(services, 'application')
const facts: PaperFacts = {
  unit: '县行政审批服务管理局',
  county: '清源县',
  case: '20261127000000001',
  number: '政务准〔2026〕1号',
  date: '2026-11-27',
  reason: '布局不符合要求',
}
const record = {
  number: '20261127000000001',
  applicant: '田大有',
  itemName: '食品经营许可',
  situation: '小餐饮店新办',
  resultName: '食品经营许可证',
  licenceNumber: 'JY21409990000011',
  scope: '热食类食品制售',
  validUntil: '2031-11-26',
  legalDays: 20,
  promisedDays: 8,
  corrections: ['食品安全规章制度'],
}

/** What stands in the PDF of a paper, without spaces. */
async function printed(id: string): Promise<string> {
  const paper = services.papers.find((known) => known.id === id)
  if (paper === undefined || application === undefined) throw new Error(`no paper ${id}`)
  const schema = caseSchemaOf(application)
  const content = paperContent(paper, {
    schema,
    records: [record],
    facts,
    places: placesOf('qingyuan'),
    clear: null,
  })
  const written = await writePaper(content, 'pdf', {
    made: new Date('2026-11-27T00:00:00+08:00'),
    fontFolder: null,
  })
  if (written === null) throw new Error(`no PDF of ${id}`)
  expect(written.missing).toEqual([])
  // A signature never stands on a page of its own.
  expect(
    Buffer.from(written.bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g),
  ).toHaveLength(1)
  const file = join(temporaryFolder(), `${id}.pdf`)
  writeFileSync(file, written.bytes)
  const read = await readInput(file)
  if (!read.isRead) throw new Error(read.reason)
  return read.text.replaceAll(/\s/g, '')
}

it('prints the licence with what it allows, to whom, by whom and until when', async () => {
  const text = await printed('licence')
  for (const says of [
    '食品经营许可证',
    'JY21409990000011',
    '田大有',
    '热食类食品制售',
    '县行政审批服务管理局',
    '2031年11月26日',
  ]) {
    expect(text).toContain(says)
  }
})

it('prints what is missing at once, and with every refusal what can be done against it', async () => {
  expect(await printed('correction-notice')).toContain('除上述内容外，不再要求补正其他材料')
  for (const id of ['non-acceptance', 'refusal-decision', 'annulment']) {
    const text = await printed(id)
    expect(text).toContain('布局不符合要求')
    expect(text).toContain('六十日内向清源县人民政府申请行政复议')
    expect(text).toContain('六个月内依法向人民法院提起行政诉讼')
  }
})
