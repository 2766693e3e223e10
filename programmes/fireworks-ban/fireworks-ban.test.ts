import { type Case, tallyOf, unitTree, withValue } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { departments } from './departments.ts'
import { competentRule, incidents, incidentsByDay, kinds, partnersRule, settings } from './incidents.ts'
import { fireworksBan } from './index.ts'
import { banFrom, banUntil } from './period.ts'

const { open, act, count } = actingIn(fireworksBan)
const parameters = {
  [banFrom.id]: withValue(banFrom, { from: '2022-12-29', value: '2023-01-14', basis: null }),
  [banUntil.id]: withValue(banUntil, { from: '2022-12-29', value: '2023-02-05', basis: null }),
}
const incident = {
  number: '五-1',
  kind: 'trade',
  setting: 'other',
  foundOn: '2023-01-20',
  township: '东镇',
  address: '东街',
  subject: '不明',
  source: 'tip',
  description: '店铺后院售卖',
}
const found = (change: Readonly<Record<string, unknown>> = {}, around: object = { parameters }) =>
  open('handling', 'township', '2023-01-20', { ...incident, ...change }, around)

describe('[wutai-2022-zbf64.3] an incident', () => {
  it('is of one of the five bans or a bonfire', () => {
    expect(Object.values(kinds)).toHaveLength(6)
    expect(refusalsOf(found({ kind: 'smoking' }))[0]).toContain('应填非法生产、非法经营、非法储存、非法运输')
  })

  it.each([
    ['bonfire', 'other', 'environment'],
    ['bonfire', 'stall', 'environment'],
    ['setting-off', 'other', 'police'],
    ['transport', 'road', 'police'],
    ['transport', 'other', 'police'],
    ['transport', 'carrier', 'transport'],
    ['transport', 'luggage', 'transport'],
    ['storage', 'logistics', 'transport'],
    ['transport', 'post', 'market'],
    ['trade', 'stall', 'housing'],
    ['trade', 'other', 'market'],
    ['production', 'other', 'emergency'],
    ['storage', 'other', 'emergency'],
  ])('%s in the way of %s goes to %s', (kind, setting, department) => {
    expect(competentRule.compute({ kind, setting }, '2023-01-20').value).toBe(department)
  })

  it('always has a department and those who help', () => {
    for (const kind of Object.keys(kinds)) {
      for (const setting of Object.keys(settings)) {
        expect(competentRule.compute({ kind, setting }, '2023-01-20').outcome, `${kind} ${setting}`).toBe(
          'yes',
        )
        expect(partnersRule.compute({ kind, setting }, '2023-01-20').outcome, `${kind} ${setting}`).toBe(
          'yes',
        )
      }
    }
    expect(partnersRule.compute({ kind: 'trade', setting: 'cooperative' }, '2023-01-20').value).toContain(
      '供销社',
    )
  })

  it('is decided on by its department alone', () => {
    const routed = caseOf(found())
    const done = { handledOn: '2023-01-21', outcome: 'seized', account: '收缴两箱' }
    for (const department of Object.keys(departments)) {
      const outcome = act(routed, department, '2023-01-21', `handle-${department}`, done)
      expect(outcome.kind, department).toBe(department === 'market' ? 'done' : 'refused')
    }
    expect(refusalsOf(act(routed, 'police', '2023-01-21', 'handle-police', done))).toEqual([
      '不符合规定：要求由公安部门查处的事件，实际由市场监管部门查处（五政办发〔2022〕64号第1170行）。',
    ])
  })

  it('goes to the police where it asks for detention or is a crime', () => {
    const routed = caseOf(found({ kind: 'bonfire' }))
    const handed = caseOf(
      act(routed, 'environment', '2023-01-21', 'handOver-environment', {}, { reason: '适用行政拘留' }),
    )
    expect(handed.state).toBe('withPolice')
    const decision = { handledOn: '2023-01-22', policeOutcome: 'detained', account: '拘留三日' }
    expect(act(handed, 'environment', '2023-01-22', 'decide', decision).kind).toBe('refused')
    expect(caseOf(act(handed, 'police', '2023-01-22', 'decide', decision)).state).toBe('handled')
  })
})

it('[wutai-2022-zbf64.4] the office counts each day what was found and what was done', () => {
  const on = (foundOn: string, kind: string, state: string) => ({
    unit: 'town',
    state,
    data: { ...incident, foundOn, kind, competent: 'market' },
  })
  const records = [
    on('2023-01-20', 'trade', 'handled'),
    on('2023-01-20', 'bonfire', 'routed'),
    on('2023-01-21', 'setting-off', 'withPolice'),
  ]
  const { rows } = tallyOf(incidentsByDay, records, {
    fields: incidents.fields,
    units: unitTree([]),
    on: '2023-01-21',
  })
  const shown = rows.map(({ key, values }) => [key[0], values['all'], values['bonfire'], values['open']])
  expect(shown).toEqual([
    ['2023-01-20', '2', '1', '1'],
    ['2023-01-21', '1', '0', '1'],
  ])
  expect(count('today', '2023-01-20', records)).toMatchObject({
    isMet: false,
    says: '2023-01-20发现2起：非法生产0起，非法经营1起，非法储存0起，非法运输0起，违规燃放0起，燃烧旺火1起。没有处理的共2起。',
    findings: [{ message: '东镇东街，待市场监管部门查处。' }, { message: '东镇东街，公安机关办理中。' }],
  })
})

describe('[wutai-2022-zbf64.5] the days of the ban', () => {
  it('are not in the text: a clerk is told to set them, and nothing is entered before', () => {
    expect([banFrom.values, banUntil.values]).toEqual([[], []])
    expect(count('period-stated', '2023-01-10', [])).toMatchObject({
      isMet: false,
      findings: [{ name: '“五禁”起始日期' }, { name: '“五禁”截止日期' }],
    })
    expect(refusalsOf(found({}, {}))[0]).toContain('“五禁”起始日期')
    const half = { [banFrom.id]: parameters[banFrom.id] as typeof banFrom }
    expect(count('period-stated', '2023-01-10', [], half).findings).toHaveLength(1)
  })

  it('hold from their first to their last', () => {
    const stands = (day: string) => found({ foundOn: day }).kind
    expect(['2023-01-13', '2023-01-14', '2023-02-05', '2023-02-06'].map(stands)).toEqual([
      'refused',
      'done',
      'done',
      'refused',
    ])
    const says = (today: string) => count('period-stated', today, [] as Case[], parameters).says
    expect(says('2023-01-13')).toBe('2023-01-14至2023-02-05，还没有开始。')
    expect(says('2023-02-05')).toContain('正在进行')
    expect(says('2023-02-06')).toContain('已经结束')
  })
})
