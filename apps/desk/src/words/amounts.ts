/** Where the character of ten thousand begins to be used. */
const TEN_THOUSAND_DIGITS = 5

/** 1,234.50: digits in groups, exactly as many behind the point as were written. */
export function groupedText(decimal: string): string {
  const [whole = '', behind] = decimal.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return behind === undefined ? grouped : `${grouped}.${behind}`
}

/** Money of 元: 90.00 万元 from ten thousand on where that loses nothing, else 1,234.50 元. */
export function moneyText(yuan: string): string {
  const [whole = '', behind = ''] = yuan.split('.')
  const isEven = /^0*$/.test(behind) && /00$/.test(whole)
  const isLarge = whole.length >= TEN_THOUSAND_DIGITS
  if (!isEven || !isLarge) return `${groupedText(`${whole}.${behind.padEnd(2, '0')}`)} 元`
  return `${groupedText(`${whole.slice(0, -4)}.${whole.slice(-4, -2)}`)} 万元`
}
