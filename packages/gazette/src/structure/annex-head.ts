/** The head of a printed annex: 附件, 附件1, 附表 2：某某表. */
export interface AnnexHead {
  /** Without spaces or colon: 附件1. */
  readonly name: string
  readonly title: string | null
}

const headPattern = /^(附[件表录图](?:[一二三四五六七八九十]{1,3}|\d{1,3})?)[：:.、]?(.{0,50})$/

/** Reads a line that is an annex's head and nothing else; a list of annexes (附件：1.…) is none. */
export function readAnnexHead(text: string): AnnexHead | null {
  if (!text.startsWith('附')) return null
  const match = headPattern.exec(text)
  if (match === null) return null
  const [, name = '', title = ''] = match
  if (title === '') return { name, title: null }
  if (!/\d|[一二三四五六七八九十]$/.test(name) || /[。；，]/.test(title)) return null
  return { name, title }
}
