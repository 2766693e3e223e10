import { readFileSync } from 'node:fs'
import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import { requireRealGazettes } from '@luoshi/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { checkDraft } from './draft-check.ts'
import { draftSurroundings } from './draft-surroundings.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: TestServer
let real: TestPortal

beforeAll(async () => {
  server = await startTestServer()
  real = await portalOver(server, ...requireRealGazettes().map(({ path }) => path))
})

afterAll(async () => {
  await real.stop()
  await server.stop()
})

it('contradicts neither itself nor another notice, with its number and before it has one', async () => {
  const said: string[] = []
  for (const { path } of requireRealGazettes()) {
    const text = readFileSync(path, 'utf8')
    const issue = read(text, { file: path, counties })
    for (const printed of issue.instruments) {
      for (const docNumber of [printed.docNumber, null]) {
        const instrument = { ...printed, docNumber }
        const around = await draftSurroundings(real.db, issue.county ?? '', '2023-07-01', instrument)
        expect(around.inForce.length).toBeGreaterThan(0)
        const findings = checkDraft({ issue: { ...issue, findings: [] }, instrument, text }, around)
        const against = findings.filter(({ kind }) => /不一致|不符|失效|未施行/.test(kind))
        said.push(...against.map(({ message }) => `${printed.docNumber}：${message}`))
      }
    }
  }
  expect(said).toEqual([])
})
