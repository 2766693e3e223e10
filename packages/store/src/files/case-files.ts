import {
  type CaseEvent,
  caseFieldsOf,
  type FileReference,
  findFieldMeta,
  type Procedure,
} from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'

/** The files that data name, in the fields of files of a procedure. */
export function fileReferencesIn(
  procedure: Procedure,
  data: Readonly<Record<string, unknown>>,
): readonly FileReference[] {
  return fileFieldsOf(procedure).flatMap(
    (field) => (data[field] as readonly FileReference[] | undefined) ?? [],
  )
}

/** All files that an entry of the log names: in what was filled in, and as materials. */
export function filesOf(
  procedure: Procedure,
  { input, attachments = {} }: Pick<CaseEvent, 'input' | 'attachments'>,
): readonly FileReference[] {
  return [...fileReferencesIn(procedure, input), ...Object.values(attachments).flat()]
}

/**
 * Says of files that a case names them, so that they are kept as long as it is.
 *
 * @returns the references to files that were never handed in, or are not what they say they are
 */
export async function bindFiles(
  db: Database,
  county: string,
  subject: string,
  references: readonly FileReference[],
): Promise<readonly FileReference[]> {
  const digests = [...new Set(references.map(({ digest }) => digest))]
  const known = await db
    .selectFrom('files')
    .select(['digest', 'media_type', 'bytes'])
    .where('county', '=', county)
    .where('digest', 'in', digests)
    // Held until the transaction ends: a sweep that comes now must wait and see that the file is named.
    .forKeyShare()
    .execute()
  const byDigest = new Map(known.map((file) => [file.digest, file]))
  const unknown = references.filter(({ digest, mediaType, bytes }) => {
    const file = byDigest.get(digest)
    return file === undefined || file.media_type !== mediaType || Number(file.bytes) !== bytes
  })
  if (unknown.length > 0) return unknown
  await db
    .insertInto('case_files')
    .values(digests.map((digest) => ({ county, subject, digest })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return []
}

/** A file of a case as the database knows it; null where the case does not name it. */
export async function findCaseFile(
  db: Database,
  county: string,
  subject: string,
  digest: string,
): Promise<{ readonly mediaType: string; readonly bytes: number } | null> {
  const row = await db
    .selectFrom('case_files')
    .innerJoin('files', (join) =>
      join.onRef('files.county', '=', 'case_files.county').onRef('files.digest', '=', 'case_files.digest'),
    )
    .select(['files.media_type', 'files.bytes'])
    .where('case_files.county', '=', county)
    .where('case_files.subject', '=', subject)
    .where('case_files.digest', '=', digest)
    .executeTakeFirst()
  return row === undefined ? null : { mediaType: row.media_type, bytes: Number(row.bytes) }
}

const fieldsByProcedure = new WeakMap<Procedure, readonly string[]>()

function fileFieldsOf(procedure: Procedure): readonly string[] {
  const known = fieldsByProcedure.get(procedure)
  if (known !== undefined) return known
  const names = Object.entries(caseFieldsOf(procedure))
    .filter(([, field]) => findFieldMeta(field)?.control === 'files')
    .map(([name]) => name)
  fieldsByProcedure.set(procedure, names)
  return names
}
