/** Brackets of one meaning, which two hands write in different forms. */
const brackets: Readonly<Record<string, string>> = {
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '〈': '(',
  '〉': ')',
  '《': '(',
  '》': ')',
}

/** Words of a search that are looked for; nobody types more by hand. */
const MOST_WORDS = 8

/** A text as it is searched: width, case, forms of brackets and spaces make no difference. */
export function normalisedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔〕【】〈〉《》]/g, (bracket) => brackets[bracket] ?? bracket)
    .replace(/[\s\p{Cc}]+/gu, '')
}

/** The words of a search, parted by spaces. */
export function searchedWords(q: string): readonly string[] {
  const words = q.split(/\s+/u).map(normalisedText)
  return [...new Set(words.filter((word) => word !== ''))].slice(0, MOST_WORDS)
}
