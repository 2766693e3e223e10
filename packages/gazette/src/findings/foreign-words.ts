import type { Finding, Span } from '../issue.ts'
import { sign } from '../signs.ts'
import { findingIn, type InstrumentCheck, linesWithin } from './finding-sources.ts'

/** An English word between two Chinese characters. */
const wordInChinese = /(?<=\p{Script=Han}) ?([a-z]{2,20}) ?(?=\p{Script=Han})/gu

/** Words that only a machine puts into a Chinese sentence; units (km, kw) and names (app, email) are none. */
const functionWords = new Set(
  'and or of the for with from by to in on at is are as an into that this which not be will'.split(' '),
)

/** Shortest word that is taken for a misreading without standing in the list above. */
const shortestWord = 6

const loanWords = new Set(['wechat', 'weibo', 'tiktok', 'douyin', 'internet', 'online', 'offline', 'android'])

/** 申请材料and档案材料: scanning has put an English word where a Chinese one was. One finding an instrument. */
export const findForeignWords: InstrumentCheck = (sources, lines) => {
  const words = new Map<string, number>()
  const spans: Span[] = []
  for (const { raw, number, signs } of linesWithin(lines, sources.instrument.lines)) {
    if ((signs & sign.letter) === 0) continue
    for (const [, word = ''] of raw.matchAll(wordInChinese)) {
      if (!isMisreading(word)) continue
      words.set(word, (words.get(word) ?? 0) + 1)
      spans.push([number, number])
    }
  }
  if (words.size === 0) return []
  return [findingIn(sources, 'foreign-word', messageOf(words), spans)]
}

function isMisreading(word: string): boolean {
  return functionWords.has(word) || (word.length >= shortestWord && !loanWords.has(word))
}

function messageOf(words: ReadonlyMap<string, number>): Finding['message'] {
  const counted = [...words].map(([word, times]) => `“${word}”${times}处`).join('、')
  return `汉字之间夹有英文${counted}，疑为识别错误（如“and”应为“和”），请对照原件改为中文。`
}
