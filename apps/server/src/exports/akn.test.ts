import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { describe, expect, it, vi } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { noticeText } from '../test-support/notice-text.ts'
import { aknDocument } from './akn.ts'
import { misnamed } from './fixtures/misnamed.ts'
import { readAkn } from './read-akn.ts'

vi.setConfig({ testTimeout: 120_000 })

const schema = readFileSync(new URL('./fixtures/akn-structure.xsd', import.meta.url), 'utf8')
const demo = read(readFileSync(demoGazettePath, 'utf8'), { file: 'gazette.txt', counties })
const notice = read(noticeText, { file: 'notice.txt', counties })

async function problemsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'issue.xml', contents: xml },
    schema: [{ fileName: 'akn-structure.xsd', contents: schema }],
  })
  return errors.map(({ message }) => message)
}

describe('an issue as Akoma Ntoso', () => {
  it.each([
    ['the demo gazette', demo],
    ['a loose notice', notice],
  ])('holds to the content models of the standard: %s', async (_, issue) => {
    expect(await problemsOf(await aknDocument(issue))).toEqual([])
  })

  it.each([
    [
      'a part out of its place',
      (xml: string) => xml.replace('<preface>', '<conclusions>').replace('</preface>', '</conclusions>'),
    ],
    ['a number twice', (xml: string) => xml.replace('<num>', '<num>0</num><num>')],
    ['an id twice', (xml: string) => xml.replace(/eId="cmp_2"/, 'eId="cmp_1"')],
    ['a date that is none', (xml: string) => xml.replace(/date="2026-/, 'date="26-')],
    [
      'an element of no standard',
      (xml: string) => xml.replace('<content>', '<contents>').replace('</content>', '</contents>'),
    ],
  ])('would not pass with %s', async (_, damaged) => {
    const xml = await aknDocument(demo)
    expect(damaged(xml)).not.toBe(xml)
    expect(await problemsOf(damaged(xml))).not.toEqual([])
  })

  it.each([
    ['the demo gazette', demo],
    ['a loose notice', notice],
  ])('names parts by the naming convention: what is around, element, number: %s', async (_, issue) => {
    expect(misnamed(await aknDocument(issue))).toEqual([])
  })

  it.each([
    ['no part of what is around it', 'eId="cmp_1__level_3__level_1"', 'eId="cmp_2__level_3__level_1"'],
    ['another element', 'eId="cmp_3__chp_1"', 'eId="cmp_3__chapter_1"'],
    ['another number', 'eId="cmp_3__chp_2__art_4"', 'eId="cmp_3__chp_2__art_9"'],
  ])('would tell a name with %s', async (_, right, wrong) => {
    const xml = await aknDocument(demo)
    expect(xml).toContain(right)
    expect(misnamed(xml.replace(right, wrong))).not.toEqual([])
  })

  it.each([
    ['the demo gazette', demo],
    ['a loose notice', notice],
  ])('gives the same clauses back: %s', async (_, issue) => {
    const back = readAkn(await aknDocument(issue))
    expect(back.map(({ docNumber, title, issuedOn }) => ({ docNumber, title, issuedOn }))).toEqual(
      issue.instruments.map(({ docNumber, title, issuedOn }) => ({ docNumber, title, issuedOn })),
    )
    for (const [index, { clauses, tables }] of issue.instruments.entries()) {
      expect(back[index]?.clauses).toEqual(
        clauses.map(({ id, parent, label, heading, text }) => ({ id, parent, label, heading, text })),
      )
      expect(back[index]?.tables).toHaveLength(tables.length)
    }
  })
})
