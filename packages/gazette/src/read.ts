import { findFindings } from './findings/find-findings.ts'
import type { Instrument, Issue } from './issue.ts'
import { readAmounts } from './mentions/amounts.ts'
import { readAnnexes } from './mentions/annexes.ts'
import { readBodies } from './mentions/bodies.ts'
import { readCitations } from './mentions/citations.ts'
import { readDeadlines } from './mentions/deadlines.ts'
import { readDuties } from './mentions/duties.ts'
import { readTargets } from './mentions/targets.ts'
import type { ReadOptions } from './reading.ts'
import { listRepairs } from './repairs.ts'
import { readStructure, type Structure, type StructuredInstrument } from './structure/read-structure.ts'
import type { ReadTable } from './tables/read-table.ts'
import { readTables } from './tables/read-tables.ts'
import { createUnitNames, type UnitNames } from './units/unit-names.ts'

/**
 * Reads a gazette issue or a loose notice: text in, data out. Pure, deterministic, linear in the text's length;
 * never throws.
 */
export function read(text: string, options: ReadOptions): Issue {
  const structure = readStructure(text, options)
  const { source, masthead, county, contents, roles } = structure
  const names = createUnitNames(county)
  const readings = structure.instruments.map((structured) => readInstrument(structure, structured, names))
  const headLines = new Set(readings.flatMap(({ tables }) => tables.flatMap((table) => table.headLines)))
  return {
    file: options.file,
    county: county?.slug ?? null,
    ...masthead,
    contents: [...contents],
    instruments: readings.map(({ instrument }) => instrument),
    findings: findFindings({ lines: source.lines, contents, instruments: readings }),
    repairs: listRepairs(source, readings, { roles, headLines }),
  }
}

/** An instrument of the result, with what the passes before left of it. */
interface Reading {
  readonly instrument: Instrument
  readonly read: StructuredInstrument
  readonly clauses: StructuredInstrument['clauses']
  readonly tables: readonly ReadTable[]
  readonly names: UnitNames
}

function readInstrument({ source }: Structure, read: StructuredInstrument, names: UnitNames): Reading {
  const { docNumber, title, issuer, addressees, issuedOn, lines, page, regions } = read
  const clauses = read.clauses.map(({ clause }) => clause)
  const readings = readTables({ lines: source.lines, regions, clauses })
  const tables = readings.map(({ table }) => table)
  const instrument: Instrument = {
    docNumber,
    title,
    issuer,
    addressees,
    issuedOn,
    lines,
    page,
    annexes: readAnnexes(read, tables),
    clauses,
    duties: readDuties(read, names),
    deadlines: readDeadlines(read),
    targets: readTargets(read, tables),
    amounts: readAmounts(read, tables),
    citations: readCitations(read, tables),
    tables,
    bodies: readBodies(read, tables),
  }
  return { instrument, read, clauses: read.clauses, tables: readings, names }
}
