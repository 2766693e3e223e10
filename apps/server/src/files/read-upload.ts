import { Readable } from 'node:stream'
import busboy from 'busboy'

/** A form that is sent with one file. Its file comes as a stream; fields that stand before it are known by then. */
export interface Upload {
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
  readonly source: AsyncIterable<Uint8Array>
}

/** Fields of a form, and characters of each, that are more than any form has. */
const LIMITS = { files: 1, fields: 20, fieldSize: 4096, parts: 25 }

/** Reads a form with a file under `file` as it comes in; null for what is no such form. */
export async function readUpload(request: Request): Promise<Upload | null> {
  const type = request.headers.get('content-type') ?? ''
  if (request.body === null || !type.startsWith('multipart/form-data')) return null
  let form: busboy.Busboy
  try {
    form = busboy({ headers: { 'content-type': type }, limits: LIMITS, defParamCharset: 'utf8' })
  } catch {
    return null
  }
  const fields: Record<string, string> = {}
  const { promise, resolve } = Promise.withResolvers<Upload | null>()
  form.on('field', (name, value) => {
    fields[name] = value
  })
  form.on('file', (field, source, { filename }) => {
    if (field === 'file') resolve({ name: baseName(filename), fields, source })
    else source.resume()
  })
  form.on('close', () => resolve(null))
  form.on('error', () => resolve(null))
  const body = Readable.fromWeb(request.body as never)
  // A sender that breaks off ends the form too, and with it the file that is being read.
  body.on('error', (error) => form.destroy(error))
  body.pipe(form)
  return promise
}

/** Name of a file without folders. */
function baseName(name: string | undefined): string {
  return (name ?? '').split(/[\\/]/).at(-1)?.slice(0, 255) || '文件'
}
