import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskStorage } from './disk-storage.ts'
import type { FileStorage } from './file-storage.ts'
import { objectStorage } from './object-storage.ts'
import { spool } from './spool.ts'

const root = mkdtempSync(join(tmpdir(), 'luoshi-files-'))
const bucket = 'luoshi-files'
let server: S3rver
let address: string

beforeAll(async () => {
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(root, 's3'),
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await server.run()
  address = `http://127.0.0.1:${port}/${bucket}`
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

const storages: Readonly<Record<string, () => FileStorage>> = {
  folder: () => diskStorage(join(root, 'disk')),
  'object store': () =>
    objectStorage({
      bucket: address,
      region: 'us-east-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
      spoolFolder: join(root, 'incoming'),
    }),
}

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function bytesOf(source: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  if (source === null) return null
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts).toString()
}

describe.each(Object.entries(storages))('files in a %s', (_name, storageOf) => {
  it('are kept by digest, once, county by county, and given back as they were', async () => {
    const storage = storageOf()
    const keep = async (county: string, ...texts: string[]) => {
      const spooled = await spool(storage.spoolFolder, chunks(...texts), 1000)
      if (spooled === null) throw new Error('too large')
      await storage.keep(county, spooled)
      return spooled
    }
    const spooled = await keep('qingyuan', '一张', '照片')
    expect(spooled.digest).toBe(createHash('sm3').update('一张照片').digest('hex'))
    expect((await keep('qingyuan', '一张照片')).digest).toBe(spooled.digest)
    const other = await keep('qingyuan', '另一张')
    await keep('elsewhere', '别处的')
    expect(await bytesOf(await storage.open('qingyuan', spooled.digest))).toBe('一张照片')
    expect(await bytesOf(await storage.open('elsewhere', spooled.digest))).toBeNull()
    const digests: string[] = []
    for await (const digest of storage.digests('qingyuan')) digests.push(digest)
    expect(digests.sort()).toEqual([spooled.digest, other.digest].sort())
    await storage.remove('qingyuan', other.digest)
    await storage.remove('qingyuan', other.digest)
    expect(await storage.open('qingyuan', other.digest)).toBeNull()
    expect(readdirSync(storage.spoolFolder)).toEqual([])
  })
})

describe('an object store', () => {
  it('says what it was answered when it does not take a file', async () => {
    const storage = objectStorage({
      bucket: address.replace(bucket, 'no-such-bucket'),
      region: 'us-east-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
      spoolFolder: join(root, 'refused'),
    })
    const spooled = await spool(storage.spoolFolder, chunks('一张照片'), 1000)
    if (spooled === null) throw new Error('too large')
    await expect(storage.keep('qingyuan', spooled)).rejects.toThrow(/^对象存储答复404（PUT http/)
  })
})

describe('a file that comes in', () => {
  it('leaves nothing behind where it is too large or breaks off', async () => {
    const folder = join(root, 'broken')
    expect(await spool(folder, chunks('123', '456'), 5)).toBeNull()
    const breaking = (async function* () {
      yield Buffer.from('123')
      throw new Error('gone')
    })()
    await expect(spool(folder, breaking, 100)).rejects.toThrow('gone')
    expect(existsSync(folder) && readdirSync(folder)).toEqual([])
  })
})
