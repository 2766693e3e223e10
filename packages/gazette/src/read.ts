import type { Instrument, Issue } from './issue.ts'
import type { ReadOptions } from './reading.ts'
import { readStructure, type StructuredInstrument } from './structure/read-structure.ts'

/**
 * Reads a gazette issue or a loose notice: text in, data out. Pure, deterministic, linear in the text's length;
 * never throws.
 */
export function read(text: string, options: ReadOptions): Issue {
  const structure = readStructure(text, options)
  const { masthead, county, contents } = structure
  return {
    file: options.file,
    county: county?.slug ?? null,
    ...masthead,
    contents: [...contents],
    instruments: structure.instruments.map(readMentions),
    findings: [],
    repairs: [],
  }
}

function readMentions(instrument: StructuredInstrument): Instrument {
  const { docNumber, title, issuer, addressees, issuedOn, lines, page, clauses } = instrument
  return {
    docNumber,
    title,
    issuer,
    addressees,
    issuedOn,
    lines,
    page,
    annexes: [],
    clauses: clauses.map(({ clause }) => clause),
    duties: [],
    deadlines: [],
    targets: [],
    amounts: [],
    citations: [],
    tables: [],
    bodies: [],
  }
}
