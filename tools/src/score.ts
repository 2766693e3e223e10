/**
 * `npm run score`: how well the reader reads the five real gazettes, against what was marked and counted by hand.
 * `--misses [MEASURE]` lists each difference with its line, `--markdown` and `--json` change the form.
 */
import { counties } from '@luoshi/counties'
import { type Instrument, type Issue, read } from '@luoshi/gazette'
import {
  countedFacts,
  expectedDuties,
  expectedInstruments,
  type MarkedNotice,
  markedSet,
  type RealGazette,
  requireRealGazettes,
} from '@luoshi/testing'
import { scoreAmounts, scoreCells, scoreCitations, scoreDeadlines, scoreDuties } from './score-mentions.ts'
import {
  type CountRow,
  printDifferences,
  printJson,
  printMarkdown,
  printPlain,
  type ScoreRow,
} from './score-print.ts'
import { joinedLines, scoreClauses, scoreInstruments, scoreJoins } from './score-structure.ts'
import { emptyTally, type Measure, measures, sumTallies, type Tally } from './score-tally.ts'

type Tallies = Record<Measure, Tally>

/** What the reader gives where it does not find a marked notice at all. */
const nothingRead: Instrument = {
  docNumber: null,
  title: '',
  issuer: null,
  addressees: null,
  issuedOn: null,
  lines: [0, 0],
  page: null,
  annexes: [],
  clauses: [],
  duties: [],
  deadlines: [],
  targets: [],
  amounts: [],
  citations: [],
  tables: [],
  bodies: [],
}

function scoreGazette(gazette: RealGazette, issue: Issue): Tallies {
  const expected = expectedInstruments().filter(({ file }) => file === gazette.name)
  const marked = markedSet().find(({ gazette: name }) => name === gazette.name)?.notices ?? []
  const ofNotices = marked.map((notice) => scoreNotice(notice, gazette, issue))
  const tallies = sumByMeasure(ofNotices)
  const place = { gazette: gazette.name, docNumber: null }
  return {
    ...tallies,
    instruments: scoreInstruments(expected, issue, { ...place, measure: 'instruments' }),
    duties: scoreDuties(expectedDuties().get(gazette.name) ?? [], issue, { ...place, measure: 'duties' }),
  }
}

function scoreNotice(notice: MarkedNotice, gazette: RealGazette, issue: Issue): Tallies {
  const [first] = notice.lines
  const found = issue.instruments.find(({ lines }) => lines[0] <= first && first <= lines[1]) ?? nothingRead
  const placeOf = (measure: Measure) => ({ measure, gazette: gazette.name, docNumber: notice.docNumber })
  return {
    instruments: emptyTally,
    clauses: scoreClauses(notice, found, placeOf('clauses')),
    joins: scoreJoins(notice, issue, gazette.text, placeOf('joins')),
    duties: emptyTally,
    deadlines: scoreDeadlines(notice, found, placeOf('deadlines')),
    citations: scoreCitations(notice, found, placeOf('citations')),
    amounts: scoreAmounts(notice, found, placeOf('amounts')),
    cells: scoreCells(notice, found, placeOf('cells')),
  }
}

function sumByMeasure(many: readonly Tallies[]): Tallies {
  const sums = measures.map((measure) => [measure, sumTallies(many.map((one) => one[measure]))])
  return Object.fromEntries(sums) as Tallies
}

function countGazette(gazette: RealGazette, issue: Issue): CountRow {
  const counted = countedFacts.find(({ gazette: name }) => name === gazette.name)
  const tables = issue.instruments.flatMap(({ tables }) => tables)
  const joined = [...joinedLines(issue)].filter(
    (line) => !tables.some(({ lines }) => line >= lines[0] && line <= lines[1]),
  )
  const duties = issue.instruments.flatMap(({ duties }) => duties)
  return {
    name: gazette.name,
    markers: [duties.length, counted?.markers ?? 0],
    breaks: [joined.length, counted?.breaks ?? 0],
  }
}

function sumCounts(rows: readonly CountRow[]): CountRow {
  const sum = (key: 'markers' | 'breaks'): [number, number] => [
    rows.reduce((total, row) => total + row[key][0], 0),
    rows.reduce((total, row) => total + row[key][1], 0),
  ]
  return { name: 'all', markers: sum('markers'), breaks: sum('breaks') }
}

function main(args: readonly string[]): void {
  const readings = requireRealGazettes().map((gazette) => ({
    gazette,
    issue: read(gazette.text, { file: gazette.path, counties }),
  }))
  const scores: ScoreRow[] = readings.map(({ gazette, issue }) => ({
    name: gazette.name,
    tallies: scoreGazette(gazette, issue),
  }))
  scores.push({ name: 'all', tallies: sumByMeasure(scores.map(({ tallies }) => tallies)) })
  const counts = readings.map(({ gazette, issue }) => countGazette(gazette, issue))
  counts.push(sumCounts(counts))
  const print = args.includes('--json') ? printJson : args.includes('--markdown') ? printMarkdown : printPlain
  process.stdout.write(`${print(scores, counts)}\n`)
  if (args.includes('--misses')) {
    const only = args[args.indexOf('--misses') + 1]
    const differences = measures.flatMap((measure) => scores.at(-1)?.tallies[measure].differences ?? [])
    const shown = differences.filter(({ measure }) => only === undefined || only === measure)
    process.stdout.write(`\n${printDifferences(shown)}\n`)
  }
}

main(process.argv.slice(2))
