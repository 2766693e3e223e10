import { type Fields, type FileReference, fields, files, type Issue, validate } from '@luoshi/kernel'
import {
  type Asker,
  formOf,
  type Guide,
  mergedForm,
  questionName,
  type TakenIn,
} from '@luoshi/programmes/services'
import { keepFile } from '@luoshi/store'
import type { Context } from 'hono'
import type { Services } from '../services.ts'
import { AUTHORISATION, readAsker } from './asker-form.ts'
import { type Filled, valuesOf } from './fields-form.ts'
import type { Wanted } from './service-desk.ts'

/** Files by the name of the field in which they were handed in: a photo of a material. */
export type Uploads = ReadonlyMap<string, readonly FileReference[]>

/** A form as it was sent. */
export interface Sent {
  readonly filled: Filled
  readonly uploads: Uploads
  /** What was wrong with a file. */
  readonly issues: readonly Pick<Issue, 'message' | 'path'>[]
}

/** The questions of a guide, or of all guides of a package asked once. */
export function formFor({ guides }: Pick<Wanted, 'guides'>): Fields {
  return formOf(mergedForm(guides).questions)
}

/** Name of the field of a material, by its place in the form. */
export function materialName(place: number): string {
  return `m${place + 1}`
}

/** Name of the hidden field that tells one sheet from another. */
export const SHEET = 'sheet'

/** What tells the sheet that was sent from another; null where it tells nothing usable. */
export function sheetOf(filled: Filled): string | null {
  const sheet = filled[SHEET] ?? ''
  return /^[\da-f-]{36}$/.test(sheet) ? sheet : null
}

/** Files that came with a sheet before it was ready. */
export interface Kept {
  readonly documents: FileReference[]
  /** Letters of authorisation. */
  readonly letters: FileReference[]
}

/** Name of the hidden field in which a sheet that was refused names the files that came with it: they are not chosen again. */
export const KEPT = 'kept'

const keptFields = fields({ documents: files('材料').optional(), letters: files('授权委托书').optional() })

/** The files that a sheet brings from before; none where it names none, or not as this page wrote it. */
export function keptOf(filled: Filled): Kept {
  const none = { documents: [], letters: [] }
  try {
    const read = validate(keptFields, JSON.parse(filled[KEPT] ?? ''))
    if (read.kind !== 'valid') return none
    const { documents = [], letters = [] } = read.value
    return { documents, letters }
  } catch {
    return none
  }
}

/** As the hidden field has them. */
export function keptText(kept: Kept): string {
  return JSON.stringify(Object.fromEntries(Object.entries(kept).filter(([, all]) => all.length > 0)))
}

/** What a sheet has with all that came before: the files of its materials and its letters. */
export function keptWith(wanted: Wanted, { uploads }: Sent, before: Kept): Kept {
  const { materials } = mergedForm(wanted.guides)
  return {
    documents: [...before.documents, ...documentsOf(materials, uploads)],
    letters: [...before.letters, ...(uploads.get(AUTHORISATION) ?? [])],
  }
}

/** Reads a form, and keeps the files that came with it. */
export async function readSent(c: Context, services: Services, county: string, by: string): Promise<Sent> {
  const body = await c.req.parseBody({ all: true })
  const filled: Record<string, string> = {}
  const uploads = new Map<string, readonly FileReference[]>()
  const issues: Pick<Issue, 'message' | 'path'>[] = []
  for (const [name, given] of Object.entries(body)) {
    const values = [given].flat()
    const texts = values.filter((value) => typeof value === 'string')
    if (texts.length > 0) filled[name] = texts.join('\n')
    const kept: FileReference[] = []
    for (const file of values) {
      if (typeof file === 'string' || file.size === 0) continue
      const source = file.stream() as unknown as AsyncIterable<Uint8Array>
      const incoming = { county, name: file.name, by, at: services.clock(), source }
      const outcome = await keepFile(services.db, services.files, incoming)
      if (outcome.kind === 'kept') kept.push(outcome.file)
      else issues.push({ message: outcome.issue.message, path: [name] })
    }
    if (kept.length > 0) uploads.set(name, kept)
  }
  return { filled, uploads, issues }
}

/** What of a form is ready to be taken in; or everything that is wrong. */
export type Ready =
  | { readonly kind: 'ready'; readonly given: Given }
  | { readonly kind: 'refused'; readonly issues: readonly Pick<Issue, 'message' | 'path'>[] }

/** What a form gives for each guide. */
export interface Given {
  readonly asker: Asker
  readonly documents: FileReference[]
  readonly filledFor: (guide: Guide) => TakenIn['filled']
  readonly handedInFor: (guide: Guide) => TakenIn['handedIn']
}

/** Checks a form against the questions and materials of what is asked for. */
export function readyFrom(wanted: Wanted, sent: Sent, before: Kept): Ready {
  const { filled, uploads, issues } = sent
  const { questions, materials } = mergedForm(wanted.guides)
  const form = formOf(questions)
  const answers = validate(form, valuesOf(form, filled))
  const { documents, letters } = keptWith(wanted, sent, before)
  const asker = readAsker(filled, letters.length > 0)
  const wrong = [
    ...issues,
    ...(asker.kind === 'invalid' ? asker.issues : []),
    ...(answers.kind === 'invalid' ? answers.issues : []),
  ]
  if (wrong.length > 0 || asker.kind === 'invalid' || answers.kind === 'invalid') {
    return { kind: 'refused', issues: wrong }
  }
  const byLabel = new Map(questions.map(({ label }, place) => [label, answers.value[questionName(place)]]))
  const handed = new Map(
    materials.flatMap(({ name }, place) => {
      const how = howHandedIn(
        filled[materialName(place)],
        uploads.has(materialName(place)),
        named(before.documents, name),
      )
      return how === null ? [] : [[name, how] as const]
    }),
  )
  return {
    kind: 'ready',
    given: {
      asker: { ...asker.asker, ...(letters.length === 0 ? {} : { authorisation: [...letters] }) },
      documents,
      filledFor: (guide) =>
        Object.fromEntries(
          guide.questions.map(({ label }, place) => [questionName(place), byLabel.get(label)]),
        ),
      handedInFor: (guide) =>
        Object.fromEntries(
          guide.materials.flatMap(({ name }) => {
            const how = handed.get(name)
            return how === undefined ? [] : [[name, how]]
          }),
        ),
    },
  }
}

/** Files under the names of the materials that they are. */
export function documentsOf(
  materials: readonly { readonly name: string }[],
  uploads: Uploads,
): FileReference[] {
  return materials.flatMap(({ name }, place) =>
    (uploads.get(materialName(place)) ?? []).map((file) => ({
      ...file,
      name: `${name}：${file.name}`.slice(0, 255),
    })),
  )
}

function named(documents: readonly FileReference[], material: string): boolean {
  return documents.some(({ name }) => name.startsWith(`${material}：`))
}

function howHandedIn(chosen: string | undefined, isUploaded: boolean, wasUploaded: boolean) {
  if (isUploaded || (wasUploaded && chosen !== 'promise')) return 'upload' as const
  if (chosen === 'promise' || chosen === 'original') return chosen
  return null
}
