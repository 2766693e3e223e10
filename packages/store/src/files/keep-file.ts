import { rm } from 'node:fs/promises'
import type { FileReference, IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { type NotStored, notStored } from '../log/perform.ts'
import { storeIssue } from '../log/store-issue.ts'
import { fileKinds, kindOf } from './file-kinds.ts'
import type { FileStorage } from './file-storage.ts'
import { spool } from './spool.ts'

/** Bytes that one file may have: 50 MiB. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024

/** A file as it comes in. */
export interface IncomingFile {
  readonly county: string
  readonly name: string
  /** Id of who hands it in. */
  readonly by: string
  readonly at: IsoInstant
  readonly source: AsyncIterable<Uint8Array>
}

/** A file is kept, or why it is not. */
export type FileKept = { readonly kind: 'kept'; readonly file: FileReference } | NotStored

/**
 * Keeps a file under the digest of its bytes: the same bytes are kept once. It is on disk when this returns. Its kind is
 * told by its bytes, whatever it is called. Until a case names it, it belongs to who handed it in.
 */
export async function keepFile(
  db: Database,
  storage: FileStorage,
  { county, name, by, at, source }: IncomingFile,
  mostBytes = MOST_FILE_BYTES,
): Promise<FileKept> {
  const spooled = await spool(storage.spoolFolder, source, mostBytes)
  if (spooled === null) return notStored(storeIssue('file-too-large', { name, most: sizeText(mostBytes) }))
  const { bytes, digest } = spooled
  const mediaType = bytes === 0 ? null : await kindOf(spooled.beginning, name)
  if (mediaType === null) {
    await rm(spooled.path, { force: true })
    if (bytes === 0) return notStored(storeIssue('file-empty', { name }))
    return notStored(storeIssue('file-kind', { name, kinds: Object.values(fileKinds).join('、') }))
  }
  await db
    .insertInto('files')
    .values({ county, digest, bytes, media_type: mediaType, uploaded_by: by, uploaded: at })
    // Handed in again, it must not be swept before it is named; while it is being swept, this waits.
    .onConflict((conflict) =>
      conflict.columns(['county', 'digest']).doUpdateSet({ uploaded: at, uploaded_by: by }),
    )
    .execute()
  await storage.keep(county, spooled)
  return { kind: 'kept', file: { digest, name, mediaType, bytes } }
}

function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`
}
