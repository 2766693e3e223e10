import type { Seeded } from './seeded.ts'

const SURNAMES = [
  '赵',
  '孙',
  '周',
  '吴',
  '郑',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
  '朱',
  '秦',
  '许',
]

const GIVEN = ['春和', '丰年', '满仓', '守田', '来福', '秋实', '长河', '青山', '立夏', '谷雨', '望川', '安民']

/** A made-up person. */
export function personName(seeded: Seeded): string {
  return `${seeded.oneOf(SURNAMES)}${seeded.oneOf(GIVEN)}`
}

/** A number that fits the form of a telephone number; its middle is all zeros, as no real one is given out. */
export function phoneNumber(seeded: Seeded): string {
  return `1380000${String(seeded.between(1000, 9999))}`
}

/** A made-up bank account. */
export function bankAccount(seeded: Seeded): string {
  return `6200000000${String(seeded.between(100000, 999999))}`
}
