import { defineTextPaper, findProcedure, instrument, type Programme } from '@luoshi/kernel'
import { administrationOf } from '@luoshi/programmes'
import { readingsOf } from '@luoshi/store'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pondPermits } from '../../../../packages/store/src/fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { readPdf } from '../inputs/pdf-text.ts'
import { type Browse, startSite, type TestSite } from '../test-support/api.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕9号')

/** Pond permits of which granting gives a numbered letter beside the form. */
const ponds: Programme = withLetter()

function withLetter(): Programme {
  const permit = findProcedure(pondPermits, 'permit')
  const filed = permit?.states['filed']
  const grant = filed?.on['grant']
  if (!permit || !filed || !grant) throw new Error('the fixture grants no ponds')
  const on = { ...filed.on, grant: { ...grant, papers: ['decision', 'letter'] } }
  const letter = defineTextPaper({
    id: 'letter',
    title: '塘坝许可通知书',
    basis: notice.lines(7),
    register: 'ponds',
    head: 'red',
    issuer: '{@unit}',
    number: { mark: '清水塘', basis: notice.lines(7) },
    addressee: '{village}',
    body: [{ text: '准予{village}修建塘坝，水面{area}亩，联系电话{contact}。' }],
    annexes: [],
    copies: [],
  })
  const states = { ...permit.states, filed: { ...filed, on } }
  return { ...pondPermits, procedures: [{ ...permit, states }], papers: [...pondPermits.papers, letter] }
}

let server: TestServer
let site: TestSite
let clerk: Browse
let stranger: Browse
const stops: (() => Promise<void>)[] = []
const CASES = 'programmes/pond-permits/procedures/permit/cases'

beforeAll(async () => {
  server = await startTestServer()
  const served = [administrationOf([ponds]), ponds]
  site = await startSite(await server.database(), { programmes: served }, (stop) => stops.push(stop))
  clerk = await site.browser('clerk', [['pond-permits/clerk']])
  stranger = await site.browser('stranger')
}, 60_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

const send = (path: string, body: unknown, version?: number) =>
  clerk(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
  })

async function grantedPond(village: string): Promise<string> {
  const opened = await send(CASES, { input: { village, area: '12.50', contact: '13800005678' } })
  const { id } = ((await opened.json()) as { case: { id: string } }).case
  const granted = await send(`${CASES}/${id}/actions/grant`, {}, 1)
  expect(granted.status).toBe(200)
  return id
}

const textOf = async (response: Response) =>
  (await readPdf(new Uint8Array(await response.arrayBuffer()))).text.replaceAll(/\s/g, '')

describe('a paper of a case', () => {
  it('is given out as it was when the action produced it, with its number, and each clear reading is kept', async () => {
    const id = await grantedPond('上河村')
    const read = await (await clerk(`${CASES}/${id}`)).json()
    const { papers } = read as { papers: { paper: string; downloads: Record<string, string> }[] }
    expect(papers.map(({ paper, downloads }) => [paper, ...Object.keys(downloads)])).toEqual([
      ['decision', 'docx', 'pdf', 'xlsx'],
      ['letter', 'docx', 'pdf'],
    ])
    const address = `${CASES}/${id}/papers/2/letter.pdf`
    const response = await clerk(address)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_______.pdf"; filename*=UTF-8''${encodeURIComponent('塘坝许可通知书.pdf')}`,
    )
    const text = await textOf(response)
    expect(text).toContain('清水塘〔2026〕1号')
    expect(text).toContain('准予上河村修建塘坝，水面12.50亩，联系电话13800005678。')
    expect(await readingsOf(site.db, 'qingyuan', id)).toMatchObject([
      { reader: 'clerk', fields: ['contact'], reason: '生成文书《塘坝许可通知书》（塘坝许可）' },
    ])
    // What is put right later does not change the paper.
    const corrected = await send(`${CASES}/${id}/corrections`, { changes: { area: '13' }, reason: '写错' }, 2)
    expect(corrected.status).toBe(200)
    const again = await clerk(address)
    expect(again.headers.get('x-paper-changed')).toBeNull()
    expect(await textOf(again)).toContain('水面12.50亩')
  })

  it('has a version for the public, masked, of which no reading is kept', async () => {
    const id = await grantedPond('下河村')
    const text = await textOf(await clerk(`${CASES}/${id}/papers/2/letter.pdf?version=public`))
    expect(text).toContain('联系电话138****5678')
    expect(await readingsOf(site.db, 'qingyuan', id)).toEqual([])
  })

  it('says so when its definition has changed since it was first written out', async () => {
    const id = await grantedPond('改河村')
    await clerk(`${CASES}/${id}/papers/2/decision.xlsx`)
    await site.db.updateTable('paper_digests').set({ digest: 'other' }).where('subject', '=', id).execute()
    const response = await clerk(`${CASES}/${id}/papers/2/decision.xlsx`)
    expect([response.status, response.headers.get('x-paper-changed')]).toEqual([200, '1'])
  })

  it('is not there for others, for other actions, or in a format that it has not', async () => {
    const id = await grantedPond('无河村')
    const refusal = async (browse: Browse, path: string) => {
      const response = await browse(`${CASES}/${id}/papers/${path}`)
      const { issues } = (await response.json()) as { issues: { code: string }[] }
      return [response.status, issues[0]?.code]
    }
    expect(await refusal(stranger, '2/letter.pdf')).toEqual([404, 'case-unknown'])
    expect(await refusal(clerk, '1/letter.pdf')).toEqual([404, 'paper-unknown'])
    expect(await refusal(clerk, '2/no-such.pdf')).toEqual([404, 'paper-unknown'])
    expect(await refusal(clerk, '2/letter.xlsx')).toEqual([404, 'paper-format'])
    expect(await refusal(clerk, '2/letter.exe')).toEqual([404, 'address-unknown'])
    expect(await refusal(clerk, '2/letter.pdf?version=mine')).toEqual([400, 'query-refused'])
  })
})

describe('a form over a list', () => {
  const LIST = 'programmes/pond-permits/procedures/permit/papers'
  const villagesIn = async (response: Response) =>
    (await readSheet(Buffer.from(await response.arrayBuffer()))).map(([village]) => village)

  it('has a row for each record that the list shows, and keeps that they were read', async () => {
    const id = await grantedPond('表一村')
    await send(CASES, { input: { village: '表二村', area: '1', contact: '13800005678' } })
    const all = await villagesIn(await clerk(`${LIST}/decision.xlsx`))
    expect(all).toContain('表一村')
    expect(all).toContain('表二村')
    const granted = await villagesIn(await clerk(`${LIST}/decision.xlsx?state=granted`))
    expect(granted).toContain('表一村')
    expect(granted).not.toContain('表二村')
    // Nothing personal stands in this form: no reading is kept.
    expect(await readingsOf(site.db, 'qingyuan', id)).toEqual([])
    expect(await villagesIn(await stranger(`${LIST}/decision.xlsx`))).not.toContain('表一村')
  })

  it('is refused for a text, or with a question that is not known', async () => {
    expect((await clerk(`${LIST}/letter.pdf`)).status).toBe(404)
    expect((await clerk(`${LIST}/decision.pdf?colour=red`)).status).toBe(400)
  })
})
