import { randomBytes } from 'node:crypto'
import { type Case, caseSchemaOf, type Procedure, type Verdict } from '@luoshi/kernel'
import { hasPersonal, isSealed, sealedRecord, withSealed } from './personal-texts.ts'
import { KEY_BYTES, sealText, unsealText, type Vault, type WrappedKey } from './vault.ts'

/** The key of one case, to which everything that is sealed with it is bound. */
export interface CaseKey {
  /** `qingyuan/K-1` */
  readonly belongsTo: string
  readonly key: Buffer
  /** As it is to be stored; null where it is already. */
  readonly unstored: WrappedKey | null
}

type Data = Readonly<Record<string, unknown>>

/** The key of a case: the stored one, or a new one where it has none. */
export function caseKeyOf(vault: Vault, county: string, id: string, stored: WrappedKey | null): CaseKey {
  const belongsTo = `${county}/${id}`
  if (stored !== null) return { belongsTo, key: vault.unwrap(stored, belongsTo), unstored: null }
  const key = randomBytes(KEY_BYTES)
  return { belongsTo, key, unstored: vault.wrap(key, belongsTo) }
}

/** Data of a case with its personal texts sealed, as its procedure says which they are. */
export function sealedData(procedure: Procedure, { key, belongsTo }: CaseKey, data: Data): Data {
  return sealedRecord(caseSchemaOf(procedure), data, (text, masked) => sealText(key, belongsTo, text, masked))
}

/** A value with every text in it clear that was sealed with this key. */
export function clearValue<Value>({ key, belongsTo }: Omit<CaseKey, 'unstored'>, value: Value): Value {
  return withSealed(value, (sealed) => unsealText(key, belongsTo, sealed)) as Value
}

/** A case with clear data; itself where it has no key. */
export function clearCase(vault: Vault, sealed: Case, stored: WrappedKey | null): Case {
  if (stored === null) return sealed
  const belongsTo = `${sealed.county}/${sealed.id}`
  return { ...sealed, data: clearValue({ key: vault.unwrap(stored, belongsTo), belongsTo }, sealed.data) }
}

/** Whether cases of a procedure have something to seal. */
export function needsKey(procedure: Procedure): boolean {
  return hasPersonal(caseSchemaOf(procedure))
}

/** Verdicts without the personal texts of the data that they were given over: what a rule found may name someone. */
export function redactedVerdicts(
  verdicts: readonly Verdict[],
  sealed: Data,
  clear: Data,
): readonly Verdict[] {
  const names = personalTexts(sealed, clear)
  if (names.length === 0) return verdicts
  const redacted = (text: string) =>
    names.reduce((left, [name, masked]) => left.replaceAll(name, masked), text)
  return verdicts.map((verdict) => ({
    ...verdict,
    reasons: verdict.reasons.map((reason) => ({ ...reason, found: redacted(reason.found) })),
  }))
}

/** Each personal text with its masked form. */
function personalTexts(sealed: unknown, clear: unknown): readonly (readonly [string, string])[] {
  if (isSealed(sealed)) return typeof clear === 'string' ? [[clear, sealed.masked]] : []
  if (typeof sealed !== 'object' || sealed === null) return []
  return Object.entries(sealed).flatMap(([name, item]) =>
    personalTexts(item, (clear as Data | null | undefined)?.[name]),
  )
}
