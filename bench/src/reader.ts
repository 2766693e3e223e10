import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { read, rebuild } from '@luoshi/gazette'
import { realGazettes } from '@luoshi/testing'
import { median, megabytesPerSecond, timesInTurn } from './measure.ts'

const COPIES = [1, 20, 100]

/** What any reader of lines must at least do: split, and try five ordinary expressions on each line. */
const FLOOR_EXPRESSIONS = [
  /^[一二三四五六七八九十百]+、/,
  /[（(](?:责任|牵头|配合)单位[:：]/,
  /[^\s〔]{2,12}〔\d{4}〕\d+号/,
  /\d{4}年\d{1,2}月\d{1,2}日/,
  /《[^》]+》/,
]

function runFloor(text: string): number {
  let found = 0
  for (const line of text.split('\n')) {
    for (const expression of FLOOR_EXPRESSIONS) if (expression.test(line)) found++
  }
  return found
}

/** The texts to read: the real gazettes where they are at hand, else the demo county's. */
function gazetteTexts(): { from: string; texts: string[] } {
  const real = realGazettes()
  if (real !== null) return { from: `${real.length} real gazettes`, texts: real.map(({ text }) => text) }
  return { from: 'the demo gazette', texts: [readFileSync(demoGazettePath, 'utf8')] }
}

/** Speed of the reader beside its floor, both in this run. */
export function benchReader(say: (line: string) => void): void {
  const { from, texts } = gazetteTexts()
  say(`Reader over ${from}; MB/s of UTF-8, medians; share = reader / floor, median of the rounds`)
  say('| copies | size, MB | floor, MB/s | reader, MB/s | share | rebuild, MB/s |')
  say('|---:|---:|---:|---:|---:|---:|')
  for (const copies of COPIES) {
    const inputs = texts.map((text) => text.repeat(copies))
    const bytes = inputs.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0)
    const options = { file: 'bench.txt', counties }
    const issues = inputs.map((text) => read(text, options))
    const [floor = [], reader = [], rebuilt = []] = timesInTurn(
      [
        () => inputs.map(runFloor),
        () => inputs.map((text) => read(text, options).findings.length),
        () => issues.map((issue) => rebuild(issue).length),
      ],
      Math.max(5, Math.round(40 / copies)),
    )
    const speeds = [floor, reader, rebuilt].map((times) =>
      megabytesPerSecond(bytes, median(times)).toFixed(1),
    )
    const share = median(floor.map((time, round) => time / (reader[round] ?? Number.NaN))).toFixed(3)
    say(`| ${copies} | ${(bytes / 1e6).toFixed(1)} | ${speeds[0]} | ${speeds[1]} | ${share} | ${speeds[2]} |`)
  }
}
