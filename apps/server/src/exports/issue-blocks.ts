import type { Clause, Instrument, Issue, Table } from '@luoshi/gazette'
import type { TextContent } from '@luoshi/kernel'
import { chineseDate, isAnnexMark, spaceAfter } from '../chinese-words.ts'
import { signatureLineOf } from '../gazettes/signature-line.ts'
import { lastAtOrBefore } from '../halving.ts'
import type { SheetTable } from '../papers/pdf/sheet-table.ts'

/** A paragraph, the mark or title of an annex, or a table, in the order of the print. */
export type Block =
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly paragraph: TextContent['body'][number] }
  | { readonly kind: 'table'; readonly table: SheetTable }

/** An instrument as it is set on paper: what stands before its signature, and the annexes behind it. */
export interface PrintedInstrument {
  readonly title: string
  readonly number: string | null
  readonly addressee: string | null
  readonly before: readonly Block[]
  readonly issuer: string
  /** 2026年3月2日; empty where it bears none. */
  readonly date: string
  readonly after: readonly Block[]
}

/** The instruments of an issue as they are set on paper. */
export function printedInstruments({ instruments, repairs }: Issue): PrintedInstrument[] {
  return instruments.map((instrument) => printed(instrument, repairs))
}

function printed(instrument: Instrument, repairs: Issue['repairs']): PrintedInstrument {
  const { docNumber, title, issuer, addressees, issuedOn, clauses, tables, lines } = instrument
  const starts = clauses.map((clause) => clause.lines[0])
  const byPlace = Map.groupBy(tables, (table) => lastAtOrBefore(starts, table.lines[0] - 1))
  const tablesAt = (place: number) =>
    (byPlace.get(place) ?? []).map((table, index) =>
      tableBlock(table, index === 0 ? (clauses[place]?.heading ?? null) : null),
    )
  const blocks = clauses.map((clause, place) => [...clauseBlocks(clause), ...tablesAt(place)])
  const signature = signatureLineOf(repairs, lines)
  const signed = signature === null ? clauses.length : lastAtOrBefore(starts, signature) + 1
  return {
    title,
    number: docNumber,
    addressee: addressees,
    before: [...tablesAt(-1), ...blocks.slice(0, signed).flat()],
    issuer: issuer ?? '',
    date: issuedOn === null ? '' : chineseDate(issuedOn),
    after: blocks.slice(signed).flat(),
  }
}

/** A heading of its own is set in the face of its level; one that runs into its text is part of the paragraph. */
function clauseBlocks({ label, heading, text, level }: Clause): Block[] {
  const paragraph = (level: number, label: string, text: string): Block => ({
    kind: 'paragraph',
    paragraph: { level, label, text },
  })
  if (heading !== null && label === null) {
    const kind = isAnnexMark(heading) ? 'mark' : 'title'
    return [{ kind, text: heading }, ...(text === '' ? [] : [paragraph(0, '', text)])]
  }
  const before = label === null ? '' : label + spaceAfter(label)
  if (heading !== null && text === '') return [paragraph(level, before, heading)]
  const lead = heading === null ? '' : `${heading}${/\p{P}$/u.test(heading) ? '' : '。'}`
  return [paragraph(0, before, lead + text)]
}

/** A table; its title stands once where the annex bears it already. */
function tableBlock({ title, columns, rows }: Table, heading: string | null): Block {
  return {
    kind: 'table',
    table: {
      title: title === heading ? null : title,
      headings: columns,
      rows: rows.map(({ cells, kind }) => ({ cells, isSection: kind === 'section' })),
    },
  }
}
