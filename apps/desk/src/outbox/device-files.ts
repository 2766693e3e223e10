import type { FileView } from '@luoshi/client'
import { call } from '../api/call.ts'
import { newKey } from '../api/new-key.ts'
import { allOf, dropFrom, putOn, takeFrom } from './device-store.ts'

/** A file that was chosen where the network was away. */
interface DeviceFile {
  readonly id: string
  readonly file: File
  /** Address of the API that takes it. */
  readonly path: string
  readonly kept: number
  /** As the server has it, once it was sent. */
  readonly sent: FileView | null
}

/** What stands in place of a digest while a file is on the device only. */
const MARK = 'device:'

/** For how long a file waits whose form was never sent. Milliseconds. */
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000

/** Keeps a file on the device; what is given stands for it in a form until it is sent. */
export async function keepOnDevice(file: File, path: string): Promise<FileView> {
  const id = `${MARK}${newKey()}`
  await putOn('files', { id, file, path, kept: Date.now(), sent: null } satisfies DeviceFile)
  return { digest: id, name: file.name, mediaType: file.type, bytes: file.size }
}

/** Whether a file is on the device only. */
export function isOnDevice({ digest }: FileView): boolean {
  return digest.startsWith(MARK)
}

/** The file itself; undefined where the device has it no more. */
export async function deviceFile({ digest }: FileView): Promise<File | undefined> {
  return (await takeFrom<DeviceFile>('files', digest))?.file
}

/** Sends a file by itself. */
export function sendFile(path: string, file: File): Promise<FileView> {
  const body = new FormData()
  body.append('file', file)
  return call<FileView>(path, { method: 'POST', body, staysSignedOut: true })
}

/** What was filled in, with each file of the device sent and named as the server has it. A file is sent once. */
export async function withFilesSent(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return inTurn(value, withFilesSent)
  if (typeof value !== 'object' || value === null) return value
  if (isFileView(value)) return isOnDevice(value) ? sentOnce(value) : value
  const entries = await inTurn(Object.entries(value), async ([name, inner]) => [
    name,
    await withFilesSent(inner),
  ])
  return Object.fromEntries(entries as [string, unknown][])
}

async function sentOnce(view: FileView): Promise<FileView> {
  const found = await takeFrom<DeviceFile>('files', view.digest)
  // The device threw it away: the server says that the file is missing.
  if (found === undefined) return view
  const sent = found.sent ?? (await sendFile(found.path, found.file))
  await putOn('files', { ...found, sent })
  return sent
}

/** Throws away the files of what was sent or given up. */
export async function dropDeviceFiles(value: unknown): Promise<void> {
  for (const view of deviceFilesIn(value)) await dropFrom('files', view.digest)
}

/** Throws away files whose forms were never sent. */
export async function dropForgottenFiles(): Promise<void> {
  for (const { id, kept } of await allOf<DeviceFile>('files')) {
    if (Date.now() - kept > FORGOTTEN) await dropFrom('files', id)
  }
}

function deviceFilesIn(value: unknown): readonly FileView[] {
  if (typeof value !== 'object' || value === null) return []
  if (isFileView(value)) return isOnDevice(value) ? [value] : []
  return Object.values(value).flatMap(deviceFilesIn)
}

function isFileView(value: object): value is FileView {
  return 'digest' in value && typeof value.digest === 'string' && 'bytes' in value
}

async function inTurn<Item, Answer>(
  items: readonly Item[],
  then: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const item of items) answers.push(await then(item))
  return answers
}
