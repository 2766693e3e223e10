import type { Decimal } from '../schema/decimal.ts'

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const WITHIN_GROUP = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** Money in capital figures, as cheques and decisions write it: 12034.50 → 壹万贰仟零叁拾肆元伍角整. */
export function capitalAmount(amount: Decimal): string {
  const isNegative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const [jiao = 0, fen = 0] = [...fraction.padEnd(2, '0')].map(Number)
  const yuan = BigInt(whole) === 0n ? '' : `${capitalWhole(whole)}元`
  const zero = yuan !== '' && jiao === 0 && fen !== 0 ? '零' : ''
  const parts = [yuan, zero, jiao === 0 ? '' : `${DIGITS[jiao]}角`, fen === 0 ? '整' : `${DIGITS[fen]}分`]
  const text = parts.join('')
  return (isNegative ? '负' : '') + (text === '整' ? '零元整' : text)
}

function capitalWhole(whole: string): string {
  const digits = [...BigInt(whole).toString()].map(Number)
  let text = ''
  let isZeroDue = false
  let isGroupEmpty = true
  digits.forEach((digit, index) => {
    const place = digits.length - 1 - index
    if (digit === 0) {
      isZeroDue = true
    } else {
      text += (isZeroDue && text !== '' ? '零' : '') + (DIGITS[digit] ?? '') + (WITHIN_GROUP[place % 4] ?? '')
      isZeroDue = false
      isGroupEmpty = false
    }
    if (place % 4 === 0) {
      if (!isGroupEmpty) text += GROUPS[place / 4] ?? ''
      isGroupEmpty = true
    }
  })
  return text
}
