import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitNamed } from '../unit/unit.ts'
import { unitTree } from '../unit/unit-tree.ts'
import {
  type Actor,
  accessFilter,
  allowed,
  filterOfBoth,
  isReached,
  may,
  type Reach,
  rolesOf,
} from './access.ts'

const units = unitTree([
  unitNamed('government', '清源县人民政府', null),
  unitNamed('township', '龙泉镇人民政府', 'government'),
  unitNamed('station', '龙泉镇农机站', 'township'),
  unitNamed('finance', '县财政局', 'government'),
])
const today = '2026-03-02'
const clerk: Actor = {
  id: 'clerk',
  county: 'qingyuan',
  posts: [{ role: 'township', unit: 'township', from: null, until: null }],
}
const caseOf = (unit: string, owner: string | null = null, county = 'qingyuan') => ({ county, unit, owner })

describe('access', () => {
  it('is denied where no right is written', () => {
    expect(allowed(clerk, [], caseOf('township'), units, today)).toBe(false)
    expect(allowed(clerk, [may('finance', 'county')], caseOf('township'), units, today)).toBe(false)
    expect(accessFilter(clerk, [], units, today)).toBeNull()
  })

  it('reaches as far as the right says', () => {
    const reached = (reach: Reach, unit: string, owner: string | null = null) =>
      allowed(clerk, [may('township', reach)], caseOf(unit, owner), units, today)
    expect([reached('unit', 'township'), reached('unit', 'station')]).toEqual([true, false])
    expect([reached('below', 'station'), reached('below', 'finance')]).toEqual([true, false])
    expect([reached('county', 'finance'), reached('own', 'township')]).toEqual([true, false])
    expect([reached('own', 'finance', 'clerk'), reached('own', 'finance', 'other')]).toEqual([true, false])
  })

  it('never crosses the county’s border', () => {
    const there = caseOf('township', 'clerk', 'baihe')
    for (const reach of ['own', 'unit', 'below', 'county'] as const) {
      expect(allowed(clerk, [may('township', reach)], there, units, today)).toBe(false)
    }
  })

  it('ends with the day on which a post or a delegation ends', () => {
    const delegate: Actor = {
      ...clerk,
      posts: [{ role: 'township', unit: 'township', from: '2026-03-01', until: '2026-04-01' }],
    }
    const on = (date: string) => allowed(delegate, [may('township', 'unit')], caseOf('township'), units, date)
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(rolesOf(delegate, '2026-04-01')).toEqual([])
  })

  it('gives lists exactly what it gives for each record', () => {
    const unit = fc.constantFrom('government', 'township', 'station', 'finance')
    const role = fc.constantFrom('township', 'finance', 'auditor')
    const reach = fc.constantFrom<Reach>('own', 'unit', 'below', 'county')
    const post = fc.record({
      role,
      unit,
      from: fc.constantFrom(null, '2026-03-02', '2026-03-03'),
      until: fc.constantFrom(null, '2026-03-02', '2026-03-03'),
    })
    const actor = fc.record({
      id: fc.constantFrom('clerk', 'driver'),
      county: fc.constant('qingyuan'),
      posts: fc.array(post, { maxLength: 3 }),
    })
    const belonging = fc.record({
      county: fc.constantFrom('qingyuan', 'baihe'),
      unit,
      owner: fc.constantFrom(null, 'clerk', 'driver'),
    })
    fc.assert(
      fc.property(
        actor,
        fc.array(fc.record({ role, reach }), { maxLength: 4 }),
        belonging,
        (who, grants, what) => {
          expect(isReached(accessFilter(who, grants, units, today), what)).toBe(
            allowed(who, grants, what, units, today),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('of two filters reaches only what both reach, and all of it where both reach what is one’s own or neither', () => {
    const filter = fc.option(
      fc.record({
        county: fc.constant('qingyuan'),
        isWholeCounty: fc.boolean(),
        units: fc.subarray(['township', 'station', 'finance']),
        owner: fc.constantFrom(null, 'clerk'),
      }),
    )
    const belonging = fc.record({
      county: fc.constantFrom('qingyuan', 'baihe'),
      unit: fc.constantFrom('township', 'station', 'finance'),
      owner: fc.constantFrom(null, 'clerk', 'driver'),
    })
    fc.assert(
      fc.property(filter, filter, belonging, (one, other, what) => {
        const isWanted = isReached(one, what) && isReached(other, what)
        const isThere = isReached(filterOfBoth(one, other), what)
        if (one?.owner === other?.owner) expect(isThere).toBe(isWanted)
        else expect(isThere && !isWanted).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
