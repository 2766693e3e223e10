/** One of several figures that a sentence changes together. */
export interface PairedChange {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** The pairs of a sentence, or why they cannot be told. */
export type PairedChanges =
  | { readonly kind: 'pairs'; readonly pairs: readonly PairedChange[] }
  | { readonly kind: 'unclear'; readonly message: string }

/**
 * Pairs names and figures of a sentence with 分别: “调整甲、乙等两项指标权重，分别由5分、3分降为4分、2分”. They belong
 * together by their order; where their numbers differ, nothing is paired.
 */
export function pairedChanges(sentence: string): PairedChanges {
  const [names, figures] = [listBefore(sentence), figuresAfter(sentence)]
  if (figures === null || names === null) {
    return unclear('没有读到“……等N项……，分别由……降为……”的句子')
  }
  const { before, after } = figures
  const counts = [names.names.length, before.length, after.length, names.count ?? names.names.length]
  if (new Set(counts).size > 1) {
    const said = names.count === null ? '' : `，句中说是${names.count}项`
    return unclear(
      `名称${names.names.length}个、原值${before.length}个、新值${after.length}个${said}，个数不同，不能逐一对应`,
    )
  }
  const pairs = names.names.map((name, index) => ({
    name,
    before: before[index] ?? '',
    after: after[index] ?? '',
  }))
  return { kind: 'pairs', pairs }
}

const DIGITS = '零一二三四五六七八九十'

function listBefore(sentence: string): { names: string[]; count: number | null } | null {
  const end = sentence.indexOf('，分别由')
  if (end < 0) return null
  const listed = sentence.slice(sentence.indexOf('调整') + 2, end)
  const tail = listed.lastIndexOf('等')
  const names = (tail < 0 ? listed : listed.slice(0, tail)).split('、')
  const said = tail < 0 ? undefined : listed.slice(tail + 1).match(/^([一二三四五六七八九十]|\d+)项/)?.[1]
  if (said === undefined) return { names, count: null }
  const digit = DIGITS.indexOf(said)
  return { names, count: digit > 0 ? digit : Number(said) }
}

function figuresAfter(sentence: string): { before: string[]; after: string[] } | null {
  const parts = sentence.match(/分别由([^，。]*?)(?:降为|调整为|提高到|提高为|增加到|改为)([^，。]*)/)
  if (parts === null) return null
  const [, before = '', after = ''] = parts
  const figuresOf = (list: string) => list.split('、').map((item) => item.replace(/[^\d.]/g, ''))
  return { before: figuresOf(before), after: figuresOf(after) }
}

function unclear(message: string): PairedChanges {
  return { kind: 'unclear', message: `${message}，请对照原文核定。` }
}
