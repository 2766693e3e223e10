import type { FileView, HistoryEntry } from '@luoshi/client'
import { fields, files, findProcedure, type Programme } from '@luoshi/kernel'
import { administrationOf } from '@luoshi/programmes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pondPermits } from '../../../../packages/store/src/fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { type Browse, startSite } from '../test-support/api.ts'

/** Pond permits of which photos are taken. */
const ponds: Programme = withPhotos()

function withPhotos(): Programme {
  const permit = findProcedure(pondPermits, 'permit')
  const filed = permit?.states['filed']
  const measure = filed?.on['measure']
  if (!permit || !filed || !measure) throw new Error('the fixture measures no ponds')
  const on = {
    ...filed.on,
    photograph: { ...measure, title: '拍照', input: fields({ photos: files('照片') }) },
    survey: {
      title: '查勘',
      to: measure.to,
      by: measure.by,
      basis: measure.basis,
      materials: [
        { id: 'map', title: '位置图', basis: measure.basis },
        { id: 'deed', title: '土地证', basis: measure.basis },
      ],
    },
  }
  return {
    ...pondPermits,
    procedures: [{ ...permit, states: { ...permit.states, filed: { ...filed, on } } }],
  }
}

const pixel = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)
/** A photo with a remark that tells who took it. */
const photo = Buffer.concat([
  pixel.subarray(0, 2),
  Buffer.from([0xff, 0xfe, 0, 8]),
  Buffer.from('by Tian'.slice(0, 6)),
  pixel.subarray(2),
])

let server: TestServer
let clerk: Browse
let stranger: Browse
const stops: (() => Promise<void>)[] = []
const PROCEDURE = 'programmes/pond-permits/procedures/permit'

beforeAll(async () => {
  server = await startTestServer()
  const served = [administrationOf([ponds]), ponds]
  const site = await startSite(await server.database(), { programmes: served }, (stop) => stops.push(stop))
  clerk = await site.browser('clerk', [['pond-permits/clerk']])
  stranger = await site.browser('stranger')
}, 60_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

async function handIn(browse: Browse, bytes: Uint8Array, name: string): Promise<Response> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  return browse(`${PROCEDURE}/files`, { method: 'POST', body: form })
}
const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  clerk(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
const codeOf = async (response: Response) => {
  const { issues } = (await response.json()) as { issues: { code: string }[] }
  return [response.status, issues[0]?.code]
}

describe('a file', () => {
  it('is handed in as a material of an action, kept with the case and shown in its log', async () => {
    const file = await (await handIn(clerk, photo, '位置图.jpg')).json()
    const opened = await send(`${PROCEDURE}/cases`, {
      input: { village: '下河村', area: '3', contact: '13800005679' },
    })
    const { id } = ((await opened.json()) as { case: { id: string } }).case
    const survey = (body: unknown) =>
      send(`${PROCEDURE}/cases/${id}/actions/survey`, body, { 'if-match': '"1"' })
    const missing = await survey({ attachments: { map: [file] } })
    expect(await codeOf(missing)).toEqual([422, 'material-missing'])
    const done = await survey({ attachments: { map: [file] }, materials: ['deed'] })
    expect(done.status).toBe(200)
    const history = (await (await clerk(`${PROCEDURE}/cases/${id}/history`)).json()) as HistoryEntry[]
    expect(history[1]).toMatchObject({
      materials: ['deed', 'map'].map((one) => (one === 'map' ? '位置图' : '土地证')),
      attachments: [{ title: '位置图', files: [file] }],
    })
    const { digest } = file as FileView
    expect((await clerk(`${PROCEDURE}/cases/${id}/files/${digest}`)).status).toBe(200)
    const never = { ...(file as FileView), digest: 'f'.repeat(64) }
    const unknown = await send(
      `${PROCEDURE}/cases/${id}/actions/survey`,
      { attachments: { map: [never] }, materials: ['deed'] },
      { 'if-match': '"2"' },
    )
    expect((await codeOf(unknown))[1]).toBe('file-unknown')
  })

  it('is handed in, named by a case, and read by the rule of the case', async () => {
    const handed = await handIn(clerk, photo, '塘坝照片.jpg')
    expect(handed.status).toBe(201)
    const file = (await handed.json()) as { digest: string }
    expect(file).toMatchObject({ name: '塘坝照片.jpg', mediaType: 'image/jpeg', bytes: photo.length })
    const opened = await send(`${PROCEDURE}/cases`, {
      input: { village: '上河村', area: '12', contact: '13800005678' },
    })
    const { id } = ((await opened.json()) as { case: { id: string } }).case
    const address = `${PROCEDURE}/cases/${id}/files/${file.digest}`
    expect(await codeOf(await clerk(address))).toEqual([404, 'file-unknown'])
    const acted = await send(
      `${PROCEDURE}/cases/${id}/actions/photograph`,
      { input: { photos: [file] } },
      { 'if-match': '"1"' },
    )
    expect(acted.status).toBe(200)
    const read = await clerk(address)
    expect(read.headers.get('content-type')).toBe('image/jpeg')
    expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    expect(read.headers.get('content-disposition')).toContain(encodeURIComponent('塘坝照片.jpg'))
    expect(Buffer.from(await read.arrayBuffer()).equals(photo)).toBe(true)
    const shown = await clerk(`${address}?version=public`)
    expect(Buffer.from(await shown.arrayBuffer()).equals(pixel)).toBe(true)
    expect(await codeOf(await stranger(address))).toEqual([404, 'case-unknown'])
  })

  it('is not taken from who has no part in the procedure, of a kind that could run, or without a form', async () => {
    expect(await codeOf(await handIn(stranger, photo, '照片.jpg'))).toEqual([403, 'not-allowed'])
    expect(await codeOf(await handIn(clerk, Buffer.from('<svg onload="x"/>'), '图.svg'))).toEqual([
      415,
      'file-kind',
    ])
    expect(await codeOf(await send(`${PROCEDURE}/files`, {}))).toEqual([400, 'form-unreadable'])
  })
})
