import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import type { FileStorage } from './file-storage.ts'

/** An object store that speaks S3. */
export interface ObjectStoreOptions {
  /** Address with the bucket: `https://s3.example.cn/luoshi` */
  readonly bucket: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
  /** Folder in which files are gathered before they are sent. */
  readonly spoolFolder: string
}

/** Files in an S3-compatible object store, by `county/digest`. Requests are signed with Signature Version 4. */
export function objectStorage(options: ObjectStoreOptions): FileStorage {
  const { bucket, region, keyId, secret, spoolFolder } = options
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 3,
  })
  const addressOf = (county: string, digest: string) => `${bucket}/${county}/${digest}`
  const ask = async (method: string, address: string, init: RequestInit = {}): Promise<Response> => {
    const response = await client.fetch(address, { ...init, method })
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response
    throw new Error(
      `对象存储答复${response.status}（${method} ${address}）：${(await response.text()).slice(0, 300)}`,
    )
  }
  return {
    spoolFolder,
    async keep(county, { path, digest, sha256, bytes }) {
      const address = addressOf(county, digest)
      const known = await ask('HEAD', address)
      if (known.status === 404) {
        await ask('PUT', address, {
          // A blob of the file: its length is known, and its bytes are read as they are sent.
          body: await openAsBlob(path),
          headers: { 'x-amz-content-sha256': sha256, 'content-length': String(bytes) },
        })
      }
      await rm(path, { force: true })
    },
    async open(county, digest) {
      const response = await ask('GET', addressOf(county, digest))
      return response.status === 404 || response.body === null ? null : response.body
    },
    async remove(county, digest) {
      await ask('DELETE', addressOf(county, digest))
    },
    async *digests(county) {
      for (let from = ''; ; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${county}/`, 'start-after': from })
        const text = await (await ask('GET', `${bucket}?${query}`)).text()
        const keys = [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = '']) => key)
        for (const key of keys) yield key.slice(county.length + 1)
        const last = keys.at(-1)
        if (last === undefined || !text.includes('<IsTruncated>true</IsTruncated>')) return
        from = last
      }
    },
  }
}
