import type { Clause, Span } from './issue.ts'
import type { Signs } from './signs.ts'
import type { TracedText } from './traced-text.ts'

/** A line as it stands in the file. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its line ending. */
  readonly raw: string
}

/** A clause with the whole text that it was read from, as the passes after it need it. */
export interface ReadClause {
  readonly clause: Clause
  /** Label, heading and text in one, as printed, with breaks joined: what the mention passes search. */
  readonly whole: TracedText
  /** What kinds of telling characters stand in it. */
  readonly signs: Signs
  /** Where its text goes on with what is printed on another line, and that line. */
  readonly restFrom?: { readonly line: number; readonly at: number }
}

/** An instrument whose clauses stand, before its mentions are read. */
export interface ReadInstrument {
  readonly docNumber: string | null
  readonly title: string
  readonly issuer: string | null
  readonly issuedOn: string | null
  readonly lines: Span
  readonly clauses: readonly ReadClause[]
}

/**
 * What a county knows that helps reading: its slug, and its units' names. The reader knows no county of its
 * own; callers hand theirs in.
 */
export interface CountyNames {
  /** Region slug: `qingyuan`. */
  readonly slug: string
  /** Name as gazettes print it: 清源县. */
  readonly name: string
  /** Canonical name of each unit with every other way in which it is written. */
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  /** Townships, towns and other places that a table or a duty may name. */
  readonly places: readonly string[]
}

/** What reading needs beside the text. */
export interface ReadOptions {
  /** Name of the file, as the result shows it. */
  readonly file: string
  /** Counties whose names are known. The issue's own county is told by its masthead or titles. */
  readonly counties: readonly CountyNames[]
}
