// Needs nothing but Node: it is run on its own by who does not have, or does not trust, the server.
import { createPublicKey, hash, verify } from 'node:crypto'
import { readStoredZip } from './stored-zip.ts'

/** What stands in `manifest.json`. */
export interface Manifest {
  readonly format: 'luoshi-case-file/1'
  readonly county: string
  readonly case: string
  readonly title: string
  readonly made: string
  /** Every other file of the archive but the signature. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sm3: string }[]
}

/** What stands in `signature.json`. */
export interface Signature {
  readonly algorithm: 'Ed25519'
  /** Raw, in Base64. */
  readonly publicKey: string
  /** Over the bytes of `manifest.json`, in Base64. */
  readonly signature: string
}

/** What was found in an archive. */
export interface ArchiveCheck {
  readonly title: string
  /** SM3 of the public key that signed it. */
  readonly fingerprint: string
  readonly files: number
  readonly entries: number
  /** Everything that is wrong, for the user; empty for an archive that is whole. */
  readonly problems: readonly string[]
}

/**
 * Checks an archive: its signature, every file by its digest, the chain of its log entry by entry, and that the
 * evidence named in the log is there, byte for byte.
 *
 * @param expected fingerprint of the key that the county published; null for not to compare it
 */
export function checkArchive(bytes: Uint8Array, expected: string | null): ArchiveCheck {
  const found = readStoredZip(bytes)
  if (typeof found === 'string') return nothing(found)
  const [manifestBytes, signatureBytes] = [found.get('manifest.json'), found.get('signature.json')]
  if (manifestBytes === undefined || signatureBytes === undefined) {
    return nothing('归档里没有 manifest.json 或者 signature.json，不是卷宗归档。')
  }
  const manifest = readJson<Manifest>(manifestBytes)
  const signature = readJson<Signature>(signatureBytes)
  if (manifest === null || signature === null || manifest.format !== 'luoshi-case-file/1') {
    return nothing('manifest.json 或者 signature.json 读不出，不是卷宗归档。')
  }
  const fingerprint = hash('sm3', Buffer.from(signature.publicKey, 'base64'), 'hex')
  const chain = checkLogs(found, manifest)
  const problems = [
    ...(isSigned(manifestBytes, signature) ? [] : ['签名与目录不符：归档被改动过，或者不是所称的密钥签的。']),
    ...(expected === null || expected === fingerprint
      ? []
      : [`签名密钥的指纹是${fingerprint}，不是公布的${expected}。`]),
    ...checkFiles(found, manifest),
    ...chain.problems,
  ]
  return {
    title: manifest.title,
    fingerprint,
    files: manifest.files.length,
    entries: chain.entries,
    problems,
  }
}

function nothing(problem: string): ArchiveCheck {
  return { title: '', fingerprint: '', files: 0, entries: 0, problems: [problem] }
}

function readJson<Value>(bytes: Uint8Array): Value | null {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Value
  } catch {
    return null
  }
}

function isSigned(manifest: Uint8Array, { algorithm, publicKey, signature }: Signature): boolean {
  if (algorithm !== 'Ed25519') return false
  try {
    const x = Buffer.from(publicKey, 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, manifest, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function checkFiles(found: ReadonlyMap<string, Uint8Array>, { files }: Manifest): string[] {
  const listed = new Set([...files.map(({ path }) => path), 'manifest.json', 'signature.json'])
  const foreign = [...found.keys()].filter((path) => !listed.has(path))
  return [
    ...foreign.map((path) => `“${path}”不在目录里，是后来放进去的。`),
    ...files.flatMap(({ path, sm3 }) => {
      const bytes = found.get(path)
      if (bytes === undefined) return [`缺“${path}”。`]
      return hash('sm3', bytes, 'hex') === sm3 ? [] : [`“${path}”被改动过：摘要与目录不符。`]
    }),
  ]
}

interface LogEntry {
  readonly sequence: number
  readonly subject: string
  readonly previous: string | null
  readonly digest: string
  readonly payload: {
    readonly event: {
      readonly input: Readonly<Record<string, unknown>>
      readonly attachments?: Readonly<Record<string, unknown>>
    }
  }
}

/** Folder of the logs in an archive. */
const LOGS = '办理记录/'

function checkLogs(found: ReadonlyMap<string, Uint8Array>, { files }: Manifest) {
  const problems: string[] = []
  const digests = new Set(files.map(({ sm3 }) => sm3))
  let entries = 0
  for (const [path, bytes] of found) {
    if (!path.startsWith(LOGS)) continue
    const log = readJson<readonly LogEntry[]>(bytes)
    if (log === null) {
      problems.push(`“${path}”读不出。`)
      continue
    }
    let before: string | null = null
    for (const [place, entry] of log.entries()) {
      entries++
      const { digest, ...rest } = entry
      if (entry.sequence !== place + 1) problems.push(`“${path}”缺第${place + 1}条办理记录。`)
      if (entry.previous !== before) problems.push(`“${path}”第${place + 1}条与前一条衔接不上。`)
      if (hash('sm3', canonicalJson(rest), 'hex') !== digest)
        problems.push(`“${path}”第${place + 1}条被改动过：内容与摘要不符。`)
      const { input, attachments = {} } = entry.payload.event
      for (const named of [...filesNamed(input), ...filesNamed(attachments)]) {
        if (!digests.has(named.digest))
          problems.push(`“${path}”第${place + 1}条所记的文件“${named.name}”不在归档里。`)
      }
      before = digest
    }
  }
  return { problems, entries }
}

function filesNamed(input: Readonly<Record<string, unknown>>): { digest: string; name: string }[] {
  return Object.values(input)
    .flat()
    .filter(
      (value): value is { digest: string; name: string } =>
        typeof value === 'object' && value !== null && 'digest' in value && 'mediaType' in value,
    )
}

/** JSON with its keys in order: what digests of log entries are taken over. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const pairs = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}
