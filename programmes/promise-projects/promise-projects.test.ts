import {
  type Actor,
  type Case,
  type Context,
  officialCalendar,
  openCase,
  reportsDue,
  transition,
  unitNamed,
  unitTree,
  validate,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { promiseProjects } from './index.ts'
import { checklistFrom, items } from './items.ts'
import {
  pensionPaid,
  pipesBeforeBuilding,
  readyToBuild,
  servicesBeforeLand,
  startUp,
  supervision,
} from './project.ts'
import { rankedProjects } from './ranking.ts'

const calendar = officialCalendar()
const units = unitTree([unitNamed('government', '县人民政府', null)])
const bureau: Actor = {
  id: 'bureau',
  county: 'wutai',
  posts: [{ role: 'approval-bureau', unit: 'government', from: null, until: null }],
}
const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: promiseProjects,
  parameters: {},
  facts: {},
})

function listed(id: string, day: string) {
  const input = { number: id, name: `公路${id}`, kind: 'county', enterprise: '路桥公司' }
  const opened = { id, county: 'wutai', unit: 'government', owner: null }
  const done = openCase(startUp, opened, { by: bureau, input }, at(day))
  if (done.kind === 'refused') throw new Error(done.issues[0]?.message)
  return done.case
}

const promise = {
  items: ['promise-5', 'promise-7'],
  subject: '路桥公司',
  laws: '《公路法》',
  standards: '三级公路',
  nodes: '三次验收',
  completion: '2022-10-31',
  isPublic: true,
  isSupervised: true,
}

const act = (before: Case, name: string, day: string, input: Readonly<Record<string, unknown>>) =>
  transition(startUp, before, { name, by: bureau, input }, at(day))

function done(before: Case, name: string, day: string, input: Readonly<Record<string, unknown>>) {
  const outcome = act(before, name, day, input)
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome
}

describe('the checklist of a project', () => {
  it('[wutai-2021-zbf43.1] has 29 items in groups of 3, 7, 11 and 8; a catalogue with other sums is refused', () => {
    const checklist = checklistFrom(items)
    if (checklist.kind === 'refused') throw new Error(checklist.message)
    expect(checklist.lines).toHaveLength(29)
    expect(
      [...Map.groupBy(checklist.lines, ({ group }) => group).values()].map((lines) => lines.length),
    ).toEqual([3, 7, 11, 8])
    const [first, ...others] = items
    if (first === undefined) throw new Error('no items')
    expect(checklistFrom(others)).toEqual({
      kind: 'refused',
      message: '事项目录与方案不符：政府统一服务事项应为3项，实际2项。',
    })
    expect(checklistFrom([{ ...first, group: 'kept' }, ...others])).toEqual({
      kind: 'refused',
      message: '事项目录与方案不符：政府统一服务事项应为3项，实际2项，保留审批事项应为8项，实际9项。',
    })
  })
})

it('[wutai-2021-zbf43.2] a batch of promises is checked field by field, answered at once and pushed to each department', () => {
  const before = listed('1', '2021-08-02')
  for (const field of Object.keys(promise)) {
    const { [field as keyof typeof promise]: _left, ...others } = promise
    expect(act(before, 'promise', '2021-08-03', others), field).toMatchObject({ kind: 'refused' })
  }
  const replied = done(before, 'promise', '2021-08-03', promise)
  expect(replied.effects).toContainEqual(expect.objectContaining({ kind: 'paper', paper: 'reply' }))
  const pushed = done(replied.case, 'push', '2021-08-03', { departments: ['县交通运输局', '县自然资源局'] })
  expect(pushed.case.data['departments']).toEqual(['县交通运输局', '县自然资源局'])
  expect(Object.keys(startUp.states.replied.on)).toEqual(['push'])
})

describe('[wutai-2021-zbf43.3] the milestones wait', () => {
  const ready = {
    hasSurveyPromise: true,
    hasDesignPromise: true,
    hasBuilderPromise: true,
    isDrawingReviewed: true,
    keptApprovals: Array.from({ length: 8 }, (_, place) => `kept-${place + 1}`),
  }

  it('construction, until every promise, review and retained approval is there and the pipes are connected', () => {
    expect(readyToBuild.judge(ready, '2021-10-01').outcome).toBe('yes')
    for (const missing of [
      'hasSurveyPromise',
      'hasDesignPromise',
      'hasBuilderPromise',
      'isDrawingReviewed',
    ]) {
      expect(readyToBuild.judge({ ...ready, [missing]: false }, '2021-10-01').outcome).toBe('no')
    }
    for (const kept of ready.keptApprovals) {
      const others = ready.keptApprovals.filter((id) => id !== kept)
      expect(readyToBuild.judge({ ...ready, keptApprovals: others }, '2021-10-01').outcome).toBe('no')
    }
    expect(pipesBeforeBuilding.judge({ isPipesConnected: false }, '2021-10-01').outcome).toBe('no')
    expect(startUp.states.landSupplied.on['build']?.gates).toEqual([
      'ready-to-build',
      'pipes-before-building',
    ])
  })

  it('the supply of land, until trees and pipes are out of the way', () => {
    const judged = (isGreenCleared: boolean, isPipesMoved: boolean) =>
      servicesBeforeLand.judge({ isGreenCleared, isPipesMoved }, '2021-10-01').outcome
    expect([judged(true, true), judged(true, false), judged(false, true)]).toEqual(['yes', 'no', 'no'])
    expect(startUp.states.landApplied.on['supplyLand']?.gates).toEqual(['services-before-land'])
  })
})

it('[wutai-2021-zbf43.4] each project has one ledger, and supervision another with its credit entries', () => {
  const [projects] = promiseProjects.registers
  expect(projects?.key).toEqual(['number'])
  const entry = {
    number: '监-1',
    project: '1',
    department: '县交通运输局',
    checkedOn: '2021-11-01',
    kind: 'penalty',
    finding: '未按承诺完成排水',
  }
  expect(validate(supervision.fields, entry).kind).toBe('valid')
  expect(validate(supervision.fields, { ...entry, kind: 'other' }).kind).toBe('invalid')
})

it('[wutai-2021-zbf43.5] projects are ranked, and their quarterly reports are owed', () => {
  const [near, far, quick] = [
    listed('1', '2021-08-02'),
    done(listed('2', '2021-08-02'), 'promise', '2021-08-20', promise).case,
    done(listed('3', '2021-08-02'), 'promise', '2021-08-04', promise).case,
  ]
  const ranked = rankedProjects([near, far, quick])
  expect(ranked.map(({ place, number, state, days }) => [place, number, state, days])).toEqual([
    [1, '3', '待推送', 2],
    [2, '2', '待推送', 18],
    [3, '1', '待承诺', 0],
  ])
  const [report] = promiseProjects.reports ?? []
  if (report === undefined) throw new Error('no report')
  const due = reportsDue(report, '2021-07-07', '2021-12-31', calendar)
  expect(due.map((owed) => owed.due.kind === 'due' && owed.due.due)).toEqual(['2021-09-30', '2021-12-31'])
})

it('[wutai-2021-zbf43.6] land is not applied for before the pension fund is paid in full', () => {
  const judged = (paid: string) =>
    pensionPaid.judge({ pensionDue: '1200000', pensionPaid: paid }, '2021-10-01').outcome
  expect([judged('1199999.99'), judged('1200000'), judged('1200000.00')]).toEqual(['no', 'yes', 'yes'])
  expect(pensionPaid.judge({ pensionDue: '1200000' }, '2021-10-01').outcome).toBe('unknown')
  expect(startUp.states.pushed.on['applyForLand']?.gates).toEqual(['pension-paid'])
})
