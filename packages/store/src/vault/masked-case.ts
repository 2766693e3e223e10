import { type Case, caseSchemaOf, maskText, type Procedure, withPersonal } from '@luoshi/kernel'
import { needsKey } from './case-key.ts'
import { withMasked } from './personal-texts.ts'

/** Data of a case with its personal texts masked, whether they lie sealed or, as before there were keys, clear. */
export function maskedData(
  procedure: Procedure,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (!needsKey(procedure)) return data
  const masked = withPersonal(caseSchemaOf(procedure), data, (text, kind) => maskText(kind, text))
  return withMasked(masked as Readonly<Record<string, unknown>>)
}

/** A case with its personal texts masked: how every list, export and screen has it. */
export function maskedCase(procedure: Procedure, found: Case): Case {
  return { ...found, data: maskedData(procedure, found.data) }
}
