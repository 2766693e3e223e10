const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number from 1 to 99 in Chinese; figures beyond. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return `${head}${ones === 0 ? '' : digits[ones]}`
}

/** The number of a paragraph by the levels of official papers (GB/T 9704-2012, 7.3.3): 一、（一）1.（1）. */
export function listLabel(level: number, count: number): string {
  if (level === 0) return `${chineseNumber(count)}、`
  if (level === 1) return `（${chineseNumber(count)}）`
  return level === 2 ? `${count}.` : `（${count}）`
}
