import { type Case, caseFieldsOf, fields, masked, type Procedure } from '@luoshi/kernel'

/** A case with its personal fields masked: how every list, export and screen has it. */
export function maskedCase(procedure: Procedure, clear: Case): Case {
  return { ...clear, data: masked(fields(caseFieldsOf(procedure)), clear.data) }
}
