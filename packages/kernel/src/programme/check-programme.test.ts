import { describe, expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { definitionJson } from '../definition/define.ts'
import { gap } from '../definition/gap.ts'
import { deepestWell, permit, wellPermits, wells } from '../fixtures/well-permit.ts'
import type { LimitDefinition, Procedure } from '../procedure/procedure.ts'
import { defineProcedure } from '../procedure/procedure.ts'
import { defineRegister } from '../register/register.ts'
import { fields, personalText } from '../schema/fields.ts'
import { checkProgramme } from './check-programme.ts'
import { citesIn } from './cites-in.ts'
import type { Programme } from './programme.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')

const problemsOf = (programme: Programme) =>
  checkProgramme(programme).map(({ code, path }) => [code, path.join('.')])

/** The programme with its procedure changed, as a slip in it would. */
const withPermit = (change: Partial<Procedure>): Programme => ({
  ...wellPermits,
  procedures: wellPermits.procedures.map((one) => (one.id === permit.id ? { ...permit, ...change } : one)),
})
const states: Procedure['states'] = permit.states
const limit = permit.limits['decide'] as LimitDefinition

describe('a sound programme', () => {
  it('has no problems', () => {
    expect(checkProgramme(wellPermits)).toEqual([])
  })

  it('is JSON from top to bottom', () => {
    const json = definitionJson(wellPermits)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })

  it('gives every clause that it stands on', () => {
    const cites = citesIn(wellPermits)
    expect(cites.length).toBeGreaterThan(30)
    expect(cites.map(({ path }) => path.join('.'))).toContain('procedures.0.limits.decide.legal.basis')
  })
})

describe('the states of a procedure', () => {
  const lonely = { title: '无人问津', on: {} }

  it('that nothing leads to', () => {
    expect(problemsOf(withPermit({ states: { ...states, lonely } }))).toEqual([
      ['state-unreachable', 'procedures.permit.states.lonely'],
    ])
  })

  it('that nothing but withdrawal leads out of, or that never end', () => {
    const { on } = states['submitted'] as (typeof states)[string]
    const accept = { ...(on['accept'] as (typeof on)[string]), to: 'lonely' }
    const stuck = { ...states, submitted: { title: '待受理', on: { accept } }, lonely }
    const problems = problemsOf(withPermit({ states: stuck }))
    expect(problems).toContainEqual(['state-without-exit', 'procedures.permit.states.lonely'])
    expect(problems).toContainEqual(['state-never-ends', 'procedures.permit.states.submitted'])
  })

  it('whose actions nobody may do, or that lead nowhere', () => {
    const submitted = {
      title: '待受理',
      on: {
        ...states['submitted']?.on,
        lose: { title: '遗失', to: 'nowhere', by: [], basis: notice.lines(9), gates: ['luck'] },
      },
    }
    expect(problemsOf(withPermit({ states: { ...states, submitted } }))).toEqual([
      ['action-without-actor', 'procedures.permit.states.submitted.on.lose.by'],
      ['reference-dangling', 'procedures.permit.states.submitted.on.lose.to'],
      ['reference-dangling', 'procedures.permit.states.submitted.on.lose.gates'],
    ])
  })
})

describe('the limits of a procedure', () => {
  it('without a clause, without what follows, with a count of nothing', () => {
    const legal = { ...limit.legal, basis: undefined as never, count: 0 }
    const broken = { ...limit, missed: undefined as never, target: limit.legal, legal }
    expect(problemsOf(withPermit({ limits: { ...permit.limits, decide: broken } }))).toEqual([
      ['limit-without-basis', 'procedures.permit.limits.decide.legal.basis'],
      ['limit-count', 'procedures.permit.limits.decide.legal.count'],
      ['limit-without-missed', 'procedures.permit.limits.decide.missed'],
      ['target-longer', 'procedures.permit.limits.decide.target'],
    ])
  })

  it('from or to an event that is not there', () => {
    const broken = {
      ...limit,
      starts: 'sunrise',
      ends: ['sunset'],
      missed: { kind: 'escalate', role: 'king' } as const,
    }
    expect(problemsOf(withPermit({ limits: { ...permit.limits, decide: broken } }))).toEqual([
      ['reference-dangling', 'procedures.permit.limits.decide.starts'],
      ['reference-dangling', 'procedures.permit.limits.decide.ends'],
      ['reference-dangling', 'procedures.permit.limits.decide.missed.role'],
    ])
  })
})

describe('what tells of people', () => {
  it('is not shown as it is without a clause', () => {
    const publicised = states['publicised'] as (typeof states)[string]
    const disclosure = publicised.disclosure as NonNullable<typeof publicised.disclosure>
    const clear = [
      { field: 'contact', basis: gap('没有写明是否遮盖', notice.lines(17)) },
      { field: 'village', basis: notice.lines(17) },
    ]
    const open = { ...states, publicised: { ...publicised, disclosure: { ...disclosure, clear } } }
    const issues = checkProgramme(withPermit({ states: open }))
    expect(issues.map(({ message }) => message)).toEqual([
      '“机井许可公示”不经遮盖公开个人信息“联系电话”，却没有要求公开它的条款，应遮盖，或者写明条款。',
      '“机井许可公示”说“村”不遮盖，而它不在公开的个人信息之中，应删去。',
    ])
  })

  it('waits for no end that is not said', () => {
    const publicised = states['publicised'] as (typeof states)[string]
    const disclosure = publicised.disclosure as NonNullable<typeof publicised.disclosure>
    const duration = gap('公示多久没有写明', notice.lines(17))
    const open = { ...states, publicised: { ...publicised, disclosure: { ...disclosure, duration } } }
    expect(checkProgramme(withPermit({ states: open })).map(({ message }) => message)).toEqual([
      '“机井许可公示”没有写明公示多久，不能有等它期满才办的事项。',
    ])
  })

  it('is no key', () => {
    const register = defineRegister({
      ...without(wells, 'kind'),
      id: 'owners',
      fields: fields({ owner: personalText('户主', 'name') }),
      key: ['owner'],
      calledBy: ['owner'],
    })
    expect(problemsOf({ ...wellPermits, registers: [...wellPermits.registers, register] })).toEqual([
      ['personal-in-key', 'registers.owners.key'],
    ])
  })
})

describe('names and values', () => {
  it('given twice, or to nothing', () => {
    const broken = {
      ...wellPermits,
      rules: [...wellPermits.rules, ...wellPermits.rules.slice(0, 1)],
      papers: [],
    }
    expect(problemsOf(broken)).toEqual([
      ['id-twice', 'rules.not-too-deep'],
      ['reference-dangling', 'procedures.permit.states.publicised.on.grant.papers'],
    ])
  })

  it('of a rule whose input nothing gives', () => {
    expect(problemsOf(withPermit({ lookups: {} }))).toEqual([
      ['rule-input-missing', 'procedures.permit.states.examined.on.publicise.gates.no-other-well'],
    ])
  })

  it('that are ours and say not which gap they fill', () => {
    const ours = { ...deepestWell, values: [{ from: '2026-01-01', value: '300', basis: null }] }
    expect(
      problemsOf({
        ...wellPermits,
        parameters: wellPermits.parameters.map((one) => (one.id === ours.id ? ours : one)),
      }),
    ).toEqual([['parameter-open', 'parameters.deepest-well']])
  })

  it('of a parameter that nobody could write a value of', () => {
    const { values: _values, ...unset } = deepestWell
    const empty = { ...unset, values: [], gap: gap('没有写明', notice.lines(1)) }
    const withParameter = (parameter: Programme['parameters'][number]) =>
      problemsOf({
        ...wellPermits,
        parameters: wellPermits.parameters.map((one) => (one.id === parameter.id ? parameter : one)),
      })
    expect(withParameter(empty)).toEqual([['parameter-without-form', 'parameters.deepest-well']])
    expect(withParameter({ ...empty, form: 'decimal' })).toEqual([])
  })

  it('of lines and dates the wrong way round', () => {
    const broken = { ...wellPermits, basis: notice.lines(30, 1), validTo: '2025-12-31' }
    expect(problemsOf(broken)).toEqual([
      ['validity-backwards', 'validTo'],
      ['lines-backwards', 'basis'],
    ])
  })
})

it('the compiler refuses a step to a state that is not there', () => {
  const define = () =>
    defineProcedure({
      ...without(permit, 'kind', 'states', 'initial', 'anywhere'),
      initial: 'begun',
      states: {
        begun: {
          title: '开始',
          on: {
            // @ts-expect-error “finished” is no state of this procedure
            finish: { title: '办结', to: 'finished', by: [may('clerk', 'unit')], basis: notice.lines(9) },
          },
        },
      },
    })
  expect(define().initial).toBe('begun')
})

function without<Value extends object, Key extends keyof Value>(
  value: Value,
  ...keys: Key[]
): Omit<Value, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as Key))) as Omit<
    Value,
    Key
  >
}
