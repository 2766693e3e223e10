import type { LimitStanding } from '@luoshi/client'
import { expect, it } from 'vitest'
import { foremost } from './standing.ts'

const standing = (closed: string | null, ...limits: LimitStanding[]) =>
  foremost({ closed, limits: limits.map((one) => ({ standing: one })) })?.standing

it('tells of the limit that needs attention first', () => {
  expect(standing(null, 'running', 'late', 'soon')).toBe('late')
  expect(standing(null, 'running', 'soon')).toBe('soon')
})

it('does not call a case done because a limit is behind it', () => {
  expect(standing(null, 'ended', 'running')).toBe('running')
  expect(standing(null, 'ended')).toBeUndefined()
  expect(standing('completed', 'ended', 'endedLate')).toBe('endedLate')
})
