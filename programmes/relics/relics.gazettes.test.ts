import { counties } from '@luoshi/counties'
import { read } from '@luoshi/gazette'
import {
  type Actor,
  type Context,
  caseFrom,
  officialCalendar,
  openCase,
  textOf,
  transition,
  unitNamed,
  unitTree,
  versionAmong,
} from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import { expect, it } from 'vitest'
import { protecting, relicsStruckOff, splitAddress } from './index.ts'

const gazette = requireRealGazettes().find(({ name }) => name === 'wutai-2021-04')
const issue = read(gazette?.text ?? '', { file: 'wutai-2021-04.txt', counties })
const notice = issue.instruments.find(({ docNumber }) => docNumber === '五政办发〔2021〕62号')
const [catalogue] = relicsStruckOff.catalogues ?? []
const [print] = catalogue?.prints ?? []
if (catalogue === undefined || print === undefined) throw new Error('no list')
const outcome = versionAmong(catalogue, print, notice?.tables ?? [])
if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
const { items } = outcome.version

it('[wutai-2021-zbf62.2] each address comes apart into county, township and village', () => {
  const parts = items.map(({ entry }) => splitAddress(textOf(entry, 'address')))
  expect(parts.every((part) => part?.county === '五台县')).toBe(true)
  expect(parts.map((part) => `${part?.township} ${part?.village}`)).toEqual([
    '东雷乡 西雷村',
    '茹村乡 山角村',
    '门限石乡 上门限石村',
    '白家庄镇 西头村',
    '东冶镇 东街村',
    '东冶镇 东街村',
    '神西乡 刘家庄村',
    '台城镇 西富村',
    '台城镇 西马村',
  ])
  expect(splitAddress('五台县东冶镇')).toBe(null)
})

const units = unitTree([unitNamed('government', '县人民政府', null)])
const person = (role: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit: 'government', from: null, until: null }],
})
const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar: officialCalendar(),
  units,
  programme: relicsStruckOff,
  parameters: {},
  facts: {},
})
const opened = { id: 'relic', county: 'wutai', unit: 'government', owner: null }

function registered(protection: string) {
  const [first] = items
  const address = splitAddress(textOf(first?.entry ?? {}, 'address'))
  const input = { number: '1', name: textOf(first?.entry ?? {}, 'name'), ...address, protection }
  const done = openCase(protecting, opened, { by: person('relics-bureau'), input }, at('2021-03-01'))
  if (done.kind === 'refused') throw new Error(done.issues[0]?.message)
  return done
}

it('[wutai-2021-zbf62.3] a relic that is struck off keeps its history, number and day, and is protected no more', () => {
  const before = registered('none')
  const proposed = transition(
    protecting,
    before.case,
    { name: 'propose', by: person('relics-bureau'), reason: '已毁' },
    at('2021-08-01'),
  )
  if (proposed.kind === 'refused') throw new Error('refused')
  const input = { document: '五政办发〔2021〕62号', struckOn: '2021-09-22' }
  const action = { name: 'strike', by: person('government'), input }
  const struck = transition(protecting, proposed.case, action, at('2021-09-22'))
  if (struck.kind === 'refused') throw new Error('refused')
  expect(struck.case).toMatchObject({ state: 'struck', data: { name: '西雷供销社', ...input } })
  expect(protecting.states.struck.final).toBe('withdrawn')
  const events = [before.event, proposed.event, struck.event]
  expect(caseFrom(protecting, opened, events.slice(0, 1))?.state).toBe('protected')
  expect(caseFrom(protecting, opened, events)).toEqual(struck.case)
})

it('[wutai-2021-zbf62.5] a relic that is designated is not struck off', () => {
  for (const level of ['county', 'city', 'province', 'state']) {
    const action = { name: 'propose', by: person('relics-bureau'), reason: '已毁' }
    const refused = transition(protecting, registered(level).case, action, at('2021-08-01'))
    expect(refused).toMatchObject({
      kind: 'refused',
      issues: [{ code: 'gate-refused', basis: { lines: [671, 671] } }],
    })
  }
})
