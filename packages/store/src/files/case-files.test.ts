import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileReference, fields, files, findProcedure, type Programme } from '@luoshi/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { findCaseFile } from './case-files.ts'
import { diskStorage } from './disk-storage.ts'
import type { FileStorage } from './file-storage.ts'
import { keepFile } from './keep-file.ts'
import { sweepFiles } from './sweep.ts'

/** Ponds of which photos are taken. */
const photographed: Programme = withPhotos()

function withPhotos(): Programme {
  const permit = findProcedure(pondPermits, 'permit')
  const filed = permit?.states['filed']
  const measure = filed?.on['measure']
  if (!permit || !filed || !measure) throw new Error('the fixture measures no ponds')
  const photograph = { ...measure, title: '拍照', input: fields({ photos: files('照片') }) }
  const states = { ...permit.states, filed: { ...filed, on: { ...filed.on, photograph } } }
  return { ...pondPermits, procedures: [{ ...permit, states }] }
}

let server: TestServer
let db: Database
let storage: FileStorage
const folder = mkdtempSync(join(tmpdir(), 'luoshi-files-'))
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
  storage = diskStorage(folder)
}, 60_000)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const PDF = '%PDF-1.7\n'
const handIn = (
  bytes: Uint8Array | string,
  name = '井位图.pdf',
  at = '2026-03-02T09:00:00+08:00',
  most?: number,
) =>
  keepFile(
    db,
    storage,
    {
      county: 'qingyuan',
      name,
      by: 'clerk',
      at,
      source: (async function* () {
        yield Buffer.from(bytes)
      })(),
    },
    most,
  )
async function kept(content: string, at?: string): Promise<FileReference> {
  const answer = await handIn(PDF + content, '图.pdf', at)
  if (answer.kind !== 'kept') throw new Error(answer.issue.message)
  return answer.file
}
const photograph = (id: string, photos: readonly FileReference[]) =>
  act(db, photographed, request(id), { name: 'photograph', by: clerk, input: { photos } }, on('2026-03-03'))
const messageOf = (answer: { kind: string; issue?: { message: string } }) => answer.issue?.message

describe('a file that is handed in', () => {
  it('is told by its bytes, whatever it is called', async () => {
    expect(await handIn(`${PDF}a`, '照片.jpg')).toMatchObject({
      kind: 'kept',
      file: { mediaType: 'application/pdf' },
    })
    const refused = await handIn('<html><script>alert(1)</script>', '说明.txt')
    expect(messageOf(refused)).toMatch(/^文件“说明.txt”不是可以上传的种类，可以上传的有：JPEG图片、PNG图片、/)
    expect((await handIn(Buffer.from([0x4d, 0x5a, 0x90, 0]), '安装.pdf')).kind).toBe('not-stored')
    expect(await handIn('井号,村\n1,上河村', '井.csv')).toMatchObject({ file: { mediaType: 'text/csv' } })
    const gb = Buffer.from('beabbac52cb4e5', 'hex')
    expect(await handIn(gb, '井.csv')).toMatchObject({ file: { mediaType: 'text/csv' } })
  })

  it('is refused where it is empty or too large', async () => {
    expect(messageOf(await handIn('', '空.pdf'))).toBe('文件“空.pdf”是空的，请核对后重新上传。')
    expect(messageOf(await handIn(PDF.repeat(400), '大.pdf', undefined, 2048))).toBe(
      '文件“大.pdf”超过2 KB，请压缩或拆分后再上传。',
    )
  })
})

describe('a case that names files', () => {
  const openPond = (id: string) =>
    open(db, photographed, { county: 'qingyuan', case: id, requestKey: null }, pondIn(id), on('2026-03-02'))

  it('keeps them, and only a case that names a file gives it out', async () => {
    await openPond('F-1')
    const file = await kept('F-1')
    expect((await photograph('F-1', [file])).kind).toBe('done')
    expect(await findCaseFile(db, 'qingyuan', 'F-1', file.digest)).toEqual({
      mediaType: 'application/pdf',
      bytes: file.bytes,
    })
    expect(await findCaseFile(db, 'qingyuan', 'F-2', file.digest)).toBeNull()
  })

  it('is not stored where a file was never handed in, or is not what it says it is', async () => {
    await openPond('F-3')
    const file = await kept('F-3')
    for (const wrong of [
      { ...file, digest: 'a'.repeat(64) },
      { ...file, bytes: file.bytes + 1 },
      { ...file, mediaType: 'image/jpeg' },
    ]) {
      expect(messageOf((await photograph('F-3', [file, wrong])) as never)).toBe(
        '没有收到文件“图.pdf”，请重新上传后再办。',
      )
    }
    expect(await findCaseFile(db, 'qingyuan', 'F-3', file.digest)).toBeNull()
  })

  it('holds its files when what nobody named is swept', async () => {
    await openPond('F-4')
    const [named, forgotten, fresh] = [
      await kept('named'),
      await kept('forgotten'),
      await kept('fresh', '2026-03-05T09:00:00+08:00'),
    ]
    await photograph('F-4', [named])
    const removed = await sweepFiles(db, storage, 'qingyuan', '2026-03-04T00:00:00+08:00')
    expect(removed).toContain(forgotten.digest)
    expect(removed).not.toContain(named.digest)
    expect(removed).not.toContain(fresh.digest)
    expect(await storage.open('qingyuan', forgotten.digest)).toBeNull()
    expect(await storage.open('qingyuan', named.digest)).not.toBeNull()
    // Handed in again it is there again.
    expect(await kept('forgotten')).toEqual(forgotten)
    expect(await storage.open('qingyuan', forgotten.digest)).not.toBeNull()
  })
})
