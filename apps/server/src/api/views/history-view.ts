import type { HistoryEntry } from '@luoshi/client'
import {
  allActions,
  type Case,
  caseFieldsOf,
  findFieldMeta,
  labelOf,
  OPENING,
  type Procedure,
  reasonTexts,
  type Verdict,
} from '@luoshi/kernel'
import type { Entry } from '@luoshi/store'
import { citeView } from './cite-view.ts'
import { officerName, type Sight } from './sight.ts'

/** The log of a case, from its opening: what each entry changed, before and after. Its personal data are masked already. */
export function historyView(sight: Sight, entries: readonly Entry[]): HistoryEntry[] {
  const { procedure, library, state } = sight
  let before: Case['data'] = {}
  return entries.map((entry) => {
    const { event, verdicts } = entry.payload
    const { input } = event
    const changes = changesBy(procedure, before, input)
    before = { ...before, ...input }
    return {
      sequence: entry.sequence,
      kind: entry.kind,
      action: event.action,
      actionTitle: titleOf(procedure, entry),
      actor: { id: event.by, name: officerName(state, event.by) },
      at: event.at,
      input,
      changes,
      materials: event.materials.map((id) => materialTitle(procedure, event.action, id)),
      attachments: Object.entries(event.attachments ?? {}).map(([id, files]) => ({
        title: materialTitle(procedure, event.action, id),
        files,
      })),
      reason: event.reason,
      clause: entry.cite === null ? null : citeView(library, entry.cite),
      verdicts: verdicts.map((verdict) => verdictView(sight, verdict)),
      digest: entry.digest,
    }
  })
}

function changesBy(
  procedure: Procedure,
  before: Case['data'],
  input: Readonly<Record<string, unknown>>,
): HistoryEntry['changes'] {
  const shape = caseFieldsOf(procedure)
  return Object.entries(input)
    .filter(([field, after]) => JSON.stringify(before[field]) !== JSON.stringify(after))
    .map(([field, after]) => {
      const schema = shape[field]
      const meta = schema === undefined ? undefined : findFieldMeta(schema)
      const label = meta === undefined ? field : labelOf(meta)
      return { field, label, before: before[field] ?? null, after }
    })
}

const kindTitles = { opening: '开始办理', action: '办理', correction: '更正' } satisfies Record<
  Entry['kind'],
  string
>

function titleOf(procedure: Procedure, { kind, payload }: Entry): string {
  if (kind === 'correction') return kindTitles.correction
  const { action } = payload.event
  if (action === OPENING) return procedure.opening.title
  return allActions(procedure).find(({ name }) => name === action)?.action.title ?? kindTitles[kind]
}

function materialTitle(procedure: Procedure, name: string, id: string): string {
  const materials = allActions(procedure)
    .filter((action) => action.name === name)
    .flatMap(({ action }) => action.materials ?? [])
  return materials.find((material) => material.id === id)?.title ?? id
}

/** How an outcome reads. */
export const outcomes = { yes: '符合', no: '不符合', unknown: '不能判定' } satisfies Record<
  Verdict['outcome'],
  string
>

function verdictView({ programme, library }: Sight, verdict: Verdict): HistoryEntry['verdicts'][number] {
  const [first] = verdict.reasons
  const rules = [...programme.rules, ...(programme.valueRules ?? [])]
  const rule = rules.find(({ id }) => id === first?.rule)
  return {
    title: rule?.title ?? '',
    outcome: outcomes[verdict.outcome],
    reasons: reasonTexts(verdict),
    clause: citeView(library, first?.basis ?? programme.basis),
  }
}
