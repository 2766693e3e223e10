import { describe, expect, it } from 'vitest'
import { type FindingKind, findingKinds } from './finding-kinds.ts'

describe('kinds of findings', () => {
  it.each(Object.entries<FindingKind>(findingKinds))('%s is told in Chinese', (id, kind) => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(kind.label).toMatch(/^\p{Script=Han}{3,12}$/u)
    expect(kind.meaning).toMatch(/^[^。]+。$/)
    expect(kind.example).toMatch(/\p{Script=Han}/u)
    expect(['error', 'warning', 'note']).toContain(kind.severity)
  })

  it('have labels of their own', () => {
    const labels = Object.values<FindingKind>(findingKinds).map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
