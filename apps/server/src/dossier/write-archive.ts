import { hash, sign } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Zippable, zipSync } from 'fflate'
import { writeDocx } from '../papers/docx/write-docx.ts'
import { writePdfWith } from '../papers/pdf/write-pdf.ts'
import type { Services } from '../services.ts'
import type { Manifest, Signature } from './check-archive.ts'
import type { Dossier } from './collect.ts'
import { picturesOf } from './pictures.ts'
import { signingKeyOf } from './signing-key.ts'
import { fontsOfDossier, wholePdf } from './whole-pdf.ts'

/** Of which case an archive is, and the moment that it bears. */
export interface ArchiveOf {
  readonly county: string
  readonly case: string
  readonly now: string
}

/**
 * The file of a case as one ZIP: the whole as PDF, each document as DOCX and PDF, what was handed in as it is, the logs,
 * a manifest with the SM3 of each, and a signature over the manifest. `null` where a file that the log names is lost.
 */
export async function writeArchive(
  services: Services,
  dossier: Dossier,
  of: ArchiveOf,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const made = new Date(`${of.now.slice(0, 10)}T00:00:00+08:00`)
  const printed = { dossier, pictures: await picturesOf(services, of.county, dossier) }
  const fonts = await fontsOfDossier(printed, services.fontFolder)
  const files = new Map<string, Uint8Array>()
  files.set('卷宗.pdf', await wholePdf(printed, { made, fonts }))
  for (const [place, { title, content }] of dossier.papers.entries()) {
    // Whoever asks the server for something else has their turn between two papers.
    await setImmediate()
    const name = `文书/${numbered(place)}-${safe(title)}`
    files.set(`${name}.docx`, await writeDocx(content, made))
    files.set(`${name}.pdf`, await writePdfWith(fonts, content, made))
  }
  for (const { digest, name } of dossier.files) {
    const source = await services.files.open(of.county, digest)
    if (source === null) return null
    files.set(`证据/${digest.slice(0, 12)}-${safe(name)}`, await collected(source))
  }
  for (const { case: id, entries } of dossier.logs) {
    files.set(`办理记录/${safe(id)}.json`, text(JSON.stringify(entries)))
  }
  return zipped(services, dossier, of, files)
}

function zipped(
  { vault }: Services,
  { title }: Dossier,
  { county, case: id, now }: ArchiveOf,
  files: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const manifest: Manifest = {
    format: 'luoshi-case-file/1',
    county,
    case: id,
    title,
    made: now,
    files: [...files].map(([path, bytes]) => ({
      path,
      bytes: bytes.byteLength,
      sm3: hash('sm3', bytes, 'hex'),
    })),
  }
  const manifestBytes = text(`${JSON.stringify(manifest, null, 2)}\n`)
  const { secret, publicKey } = signingKeyOf(vault, county)
  const signature: Signature = {
    algorithm: 'Ed25519',
    publicKey,
    signature: sign(null, manifestBytes, secret).toString('base64'),
  }
  const all: Zippable = Object.fromEntries(files)
  all['manifest.json'] = manifestBytes
  all['signature.json'] = text(`${JSON.stringify(signature, null, 2)}\n`)
  // Stored as they are, so that a small program can read them.
  return new Uint8Array(zipSync(all, { level: 0, mtime: new Date(now) }))
}

function numbered(place: number): string {
  return String(place + 1).padStart(2, '0')
}

/** A name that every system takes. */
function safe(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|]/g, '_')
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

async function collected(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
