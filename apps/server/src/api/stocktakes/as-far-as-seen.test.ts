import { expect, it } from 'vitest'
import { asFarAsSeen } from './as-far-as-seen.ts'

it('what is counted from part of a register says so, and judges nothing', () => {
  const counted = {
    says: '10项，逾期未完成1项。',
    isMet: false,
    findings: [{ name: '甲', message: '已逾期3天。' }],
  }
  expect(asFarAsSeen(counted, 4)).toEqual({
    says: '只核对了您能看到的4条记录，不是全县的。10项，逾期未完成1项。',
    isMet: null,
    findings: [{ name: '甲', message: '已逾期3天。' }],
  })
})
