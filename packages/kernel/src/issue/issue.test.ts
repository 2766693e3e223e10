import { describe, expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { gap } from '../definition/gap.ts'
import {
  accept,
  after,
  at,
  grant,
  openedWell,
  people,
  permit,
  publicise,
  wellPermits,
} from '../fixtures/well-permit.ts'
import { PREVIOUS, type Procedure } from '../procedure/procedure.ts'
import { transition } from '../procedure/transition.ts'
import { checkProgramme } from '../programme/check-programme.ts'
import { fields, text } from '../schema/fields.ts'
import { calendarOf } from '../time/calendar.ts'
import { duration } from '../time/time-limit.ts'
import { issueTexts } from './issue-texts.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const accepted = after(openedWell(), ['2026-03-02', accept])

const messagesOf = (change: Partial<Procedure>) =>
  checkProgramme({
    ...wellPermits,
    procedures: wellPermits.procedures.map((one) => (one.id === permit.id ? { ...permit, ...change } : one)),
  }).map(({ message }) => message)

describe('an issue says what was found and what would pass', () => {
  it('when a limit that does not run is lengthened', () => {
    const reopened = after(
      accepted,
      ['2026-03-03', publicise],
      ['2026-03-11', grant],
      ['2026-04-01', { name: 'reopen', by: people.head, reason: '井位有误' }],
    )
    const extend = { name: 'extend', by: people.head, reason: '情况复杂' }
    const outcome = transition(permit, reopened, extend, at('2026-04-02'))
    expect(outcome.kind === 'refused' && outcome.issues.map(({ message }) => message)).toEqual([
      '“决定期限”的期限没有在计算，不能延长。',
    ])
  })

  it('when nobody knows when a disclosure ends, or a rule is not there', () => {
    const moved = { ...duration(7, 'day', notice.lines(17)) }
    const publicised = permit.states.publicised
    const disclosure = publicised.disclosure && { ...publicised.disclosure, duration: moved }
    const moving: Procedure = {
      ...permit,
      states: { ...permit.states, publicised: { ...publicised, ...(disclosure && { disclosure }) } },
    }
    const shown = after(accepted, ['2026-03-03', publicise])
    const unknown = transition(moving, shown, grant, at('2026-03-20', '09:00', { calendar: calendarOf([]) }))
    expect(unknown.kind === 'refused' && unknown.issues.map(({ message }) => message)).toEqual([
      '“机井许可公示”何时期满算不出来：2026年的节假日安排尚未录入，算不出到期日；录入该年日历后再算。',
    ])
    const programme = { ...wellPermits, rules: [] }
    const ruleless = transition(permit, accepted, publicise, at('2026-03-03', '09:00', { programme }))
    expect(ruleless.kind === 'refused' && ruleless.issues.map(({ message }) => message)).toEqual([
      '规则“not-too-deep”在制度中没有定义，请联系管理员。',
      '规则“no-other-well”在制度中没有定义，请联系管理员。',
    ])
  })

  it('when a definition names nothing, or leads back to nowhere', () => {
    const back = { title: '退回', to: PREVIOUS, by: [may('clerk', 'unit')], basis: notice.lines(9) } as const
    expect(messagesOf({ anywhere: { ...permit.anywhere, back } })).toEqual([
      '办理事项“退回”在任何环节都可办理，不能写“回到原环节”，应写明去向。',
    ])
    expect(messagesOf({ subject: fields({ ...permit.subject.shape, colour: text('颜色') }) })).toEqual([
      '流程“机井许可”的表单与台账“机井台账”的不是同一份，应直接使用台账的。',
    ])
    expect(messagesOf({ access: { read: [may('king', 'county')] } })).toEqual([
      '角色“king”没有定义；已定义的有：applicant、clerk、head、public、police、timer。',
    ])
  })

  it('when a limit never ends, unless nobody knows when it begins', () => {
    const limit = { ...permit.limits['decide'], ends: [] } as Procedure['limits'][string]
    expect(messagesOf({ limits: { decide: limit } })).toEqual([
      '期限“决定期限”没有写明办理了什么算是没有逾期。',
    ])
    expect(messagesOf({ limits: { decide: { ...limit, starts: gap('未写明', notice.lines(9)) } } })).toEqual(
      [],
    )
  })
})

/** Every sentence with the names of what goes into it in its places. */
const sentences = Object.entries(issueTexts).map(([code, textOf]) => {
  const names = new Proxy({}, { get: (_data, name) => `〈${String(name)}〉` }) as never
  return [code, textOf(names)] as const
})

it('every sentence is Chinese and ends', () => {
  for (const [, sentence] of sentences) expect(sentence).toMatch(/^.*[一-鿿].*[。〉]$/)
})

it('docs/errors.md has every code with its sentence', async () => {
  const rows = sentences.map(([code, sentence]) => `- \`${code}\`: ${sentence}`)
  const page = [
    '# Issues',
    '',
    'What the kernel answers where something does not fit: the code for programs, the sentence for people. Made from',
    '`packages/kernel/src/issue/issue-texts.ts` by its test; `npx vitest run packages/kernel/src/issue -u` writes it anew.',
    '',
    ...rows,
    '',
  ]
  await expect(page.join('\n')).toMatchFileSnapshot('../../../../docs/errors.md')
})
