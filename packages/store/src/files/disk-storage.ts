import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStorage } from './file-storage.ts'

/** Files in a folder: one folder a county, below it one for each first two digits of the digest. */
export function diskStorage(folder: string): FileStorage {
  const pathOf = (county: string, digest: string) => join(folder, county, digest.slice(0, 2), digest)
  return {
    spoolFolder: join(folder, 'incoming'),
    async keep(county, { path, digest }) {
      const kept = pathOf(county, digest)
      if (existsSync(kept)) return rm(path, { force: true })
      await mkdir(dirname(kept), { recursive: true })
      await rename(path, kept)
      // A name is on disk when its folder is, and so are the folders above it.
      for (const each of [dirname(kept), dirname(dirname(kept)), folder]) await syncFolder(each)
    },
    async open(county, digest) {
      const kept = pathOf(county, digest)
      return existsSync(kept) ? createReadStream(kept) : null
    },
    async remove(county, digest) {
      await rm(pathOf(county, digest), { force: true })
    },
    async *digests(county) {
      const own = join(folder, county)
      if (!existsSync(own)) return
      for (const part of await readdir(own)) yield* await readdir(join(own, part))
    },
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
