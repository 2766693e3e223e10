/** A place in a law: 第六十二条第四款. */
export interface ArticleCite {
  /** 第六十二条, or 第五十五 where the print lost the last character. */
  readonly article: string
  /** 第四款; null where the whole article is meant. */
  readonly paragraph: string | null
}

/** A law, regulation or document on which an item of a list rests. */
export interface LegalSource {
  /** As printed between the title marks, with brackets of one width: 医疗废物管理行政处罚办法（试行） */
  readonly title: string
  /** What stands in brackets behind it, of one width and without spaces: 国务院令第643号; null where nothing does. */
  readonly version: string | null
  /** In the order of print; none where the whole law is cited. */
  readonly articles: readonly ArticleCite[]
  /** Whether an article's number breaks off: 第五十五, with no 条. */
  readonly isCutOff: boolean
}

const STATE = '中华人民共和国'
const DIGITS = '[〇零一二三四五六七八九十百千0-9]{1,9}'
const ARTICLE = new RegExp(`第(${DIGITS})条(?:之[一二三四五六七八九十])?(?:第(${DIGITS})款)?`, 'g')
const CUT_OFF = new RegExp(`第${DIGITS}$`)

/** Reads a cell of legal bases (设定依据、职权依据): each title with its version and articles. Text without a title gives none. */
export function legalSourcesOf(cell: string): readonly LegalSource[] {
  const text = withOneWidth(cell)
  const opens = [...text.matchAll(/《/g)].map(({ index }) => index)
  return opens.flatMap((open, place) => {
    const close = text.indexOf('》', open)
    const next = opens[place + 1] ?? text.length
    if (close === -1 || close > next) return []
    return [sourceFrom(text.slice(open + 1, close), text.slice(close + 1, next))]
  })
}

/** The name by which one speaks of a law, for comparing: 水法 for 中华人民共和国水法, brackets of one width, no spaces. */
export function lawNameOf(title: string): string {
  const plain = withOneWidth(title).replace(/[《》\s]/g, '')
  return plain.startsWith(STATE) ? plain.slice(STATE.length) : plain
}

function sourceFrom(title: string, behind: string): LegalSource {
  const rest = behind.trimStart()
  const end = rest.startsWith('（') ? endOfBrackets(rest) : 0
  const version = end === 0 ? null : rest.slice(1, end - 1).replace(/\s/g, '')
  const places = rest.slice(end).replace(/\s/g, '')
  const articles = [...places.matchAll(ARTICLE)].map(([whole, , paragraph]) => {
    const article = whole.slice(0, whole.length - (paragraph === undefined ? 0 : paragraph.length + 2))
    return { article, paragraph: paragraph === undefined ? null : `第${paragraph}款` }
  })
  const cut = places.match(CUT_OFF)?.[0]
  const all = cut === undefined ? articles : [...articles, { article: cut, paragraph: null }]
  return { title: title.replace(/\s/g, ''), version, articles: all, isCutOff: cut !== undefined }
}

/** Index behind the bracket that closes the one with which a text begins; 0 where none does. */
function endOfBrackets(text: string): number {
  let depth = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '（') depth++
    else if (text[index] === '）' && --depth === 0) return index + 1
  }
  return 0
}

function withOneWidth(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）')
}
