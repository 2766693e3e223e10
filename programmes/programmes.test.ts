import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Actor,
  allActions,
  type Case,
  type Context,
  checkProgramme,
  citesIn,
  definitionJson,
  type Grant,
  officialCalendar,
  type Procedure,
  type Programme,
  proceduresOf,
  stateActionsIn,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { everyProgramme, programmes } from './index.ts'

const units = unitTree([
  unitNamed('above', '上级', null),
  unitNamed('own', '本机构', 'above'),
  unitNamed('other', '别的机构', 'above'),
])

/** From which unit, and whose own case or not, each reach lets its holder at a case of the unit `own`. */
const reached: Readonly<Record<Grant['reach'], (unit: string, isOwner: boolean) => boolean>> = {
  own: (_unit, isOwner) => isOwner,
  unit: (unit) => unit === 'own',
  below: (unit) => unit !== 'other',
  county: () => true,
}

function caseIn(procedure: Procedure, state: string): Case {
  const opened = '2022-09-01T09:00:00+08:00'
  const times = { opened, latest: opened, entered: opened, events: 1 }
  const whose = { id: 'case', county: 'wuzhai', unit: 'own', owner: 'owner' }
  const { id, version } = procedure
  return { ...whose, ...times, procedure: id, version, state, cameFrom: {}, data: {}, clocks: {}, doneBy: {} }
}

/** Every action with a case that stands where it can be done: in each state, and in each place of its branches. */
function everywhereIn(procedure: Procedure) {
  const inStates = Object.keys(procedure.states).flatMap((state) =>
    Object.entries(stateActionsIn(procedure, state)).map(([name, { by }]) => ({
      current: caseIn(procedure, state),
      name,
      by,
    })),
  )
  const inBranches = allActions(procedure).flatMap(({ state, branch, name, action: { by } }) => {
    if (state === null || branch === null) return []
    const current = caseIn(procedure, state)
    const positions = { [branch.name]: { state: branch.state, entered: current.entered } }
    return [{ current: { ...current, branches: { [state]: positions } }, name, by }]
  })
  return [...inStates, ...inBranches]
}

function contextOf(programme: Programme): Context {
  const now = '2022-09-02T09:00:00+08:00'
  return { now, calendar: officialCalendar(), units, programme, parameters: {}, facts: {} }
}

/** Every actor there can be: each role, in each unit, of this county and another, whose case it is or not. */
function actorsOf({ roles }: Programme): { actor: Actor; role: string; unit: string }[] {
  return Object.keys(roles).flatMap((role) =>
    Object.keys(units.units).flatMap((unit) =>
      ['wuzhai', 'wutai'].flatMap((county) =>
        ['owner', 'someone'].map((id) => {
          const actor: Actor = { id, county, posts: [{ role, unit, from: null, until: null }] }
          return { actor, role, unit }
        }),
      ),
    ),
  )
}

describe.each(everyProgramme.map((programme) => [programme.id, programme] as const))(
  '%s',
  (_id, programme) => {
    it('fits together', () => {
      const found = checkProgramme(programme, everyProgramme)
      expect(found.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([])
    })

    it('is JSON from top to bottom, its code in rules only', () => {
      const json = definitionJson(programme)
      expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    })

    it('stands on its notice: every cite lies within it', () => {
      // What laws order has no lines of a notice.
      if (programme.basis.kind !== 'instrument') return
      const { docNumber, lines } = programme.basis
      for (const { cite, path } of citesIn(programme)) {
        if (cite.kind !== 'instrument' || cite.docNumber !== docNumber) continue
        expect(cite.lines[0] >= lines[0] && cite.lines[1] <= lines[1], path.join('.')).toBe(true)
      }
    })

    it('lets exactly those act to whom an action is given, and tells others nothing more', () => {
      const context = contextOf(programme)
      for (const procedure of proceduresOf(programme)) {
        for (const { current, name, by } of everywhereIn(procedure)) {
          for (const { actor, role, unit } of actorsOf(programme)) {
            const isGiven = by.some(
              (grant) => grant.role === role && reached[grant.reach](unit, actor.id === 'owner'),
            )
            const outcome = transition(procedure, current, { name, by: actor }, context)
            const codes = outcome.kind === 'refused' ? outcome.issues.map(({ code }) => code) : []
            const isDenied = codes.includes('not-allowed')
            expect(isDenied, `${name} ${role} ${unit}`).toBe(!isGiven || actor.county !== 'wuzhai')
            if (isDenied) expect(codes).toEqual(['not-allowed'])
          }
        }
      }
    })
  },
)

it('the packages know of no programme', () => {
  const packages = fileURLToPath(new URL('../packages/', import.meta.url))
  const sources = globSync('*/src/**/*.ts', { cwd: packages }).filter((file) => !file.endsWith('.test.ts'))
  expect(sources.length).toBeGreaterThan(20)
  for (const file of sources) {
    // An address of the API may be called what a programme is.
    const source = readFileSync(packages + file, 'utf8').replaceAll(/\/api\/v1\/\S+/g, '')
    for (const { id } of programmes) {
      expect(new RegExp(`['"\`/]${id}['"\`/]`).test(source), `${file} names ${id}`).toBe(false)
    }
  }
})
