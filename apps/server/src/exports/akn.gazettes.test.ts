import { readFileSync } from 'node:fs'
import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it, vi } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { aknDocument } from './akn.ts'
import { misnamed } from './fixtures/misnamed.ts'
import { readAkn } from './read-akn.ts'

vi.setConfig({ testTimeout: 120_000 })

const schema = readFileSync(new URL('./fixtures/akn-structure.xsd', import.meta.url), 'utf8')

describe.each(requireRealGazettes())('$name as Akoma Ntoso', async ({ name, text }) => {
  const issue = read(text, { file: `${name}.txt`, counties })
  const xml = await aknDocument(issue)

  it('holds to the content models of the standard', async () => {
    const { errors } = await validateXML({
      xml: { fileName: 'issue.xml', contents: xml },
      schema: [{ fileName: 'akn-structure.xsd', contents: schema }],
    })
    expect(errors.map(({ message }) => message)).toEqual([])
  })

  it('names parts by the naming convention', () => {
    expect(misnamed(xml)).toEqual([])
  })

  it('gives the same instruments and clauses back', () => {
    const back = readAkn(xml)
    expect(back.map(({ docNumber }) => docNumber)).toEqual(
      issue.instruments.map(({ docNumber }) => docNumber),
    )
    for (const [index, { clauses }] of issue.instruments.entries()) {
      expect(back[index]?.clauses).toEqual(
        clauses.map(({ id, parent, label, heading, text }) => ({ id, parent, label, heading, text })),
      )
    }
  })
})
