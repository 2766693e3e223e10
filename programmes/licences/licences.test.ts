import {
  type Actor,
  type Case,
  type CatalogueVersion,
  type Context,
  changeFrom,
  compareLists,
  dueDatesOf,
  findProcedure,
  incompleteEntries,
  instrument,
  latestEdition,
  type Outcome,
  officialCalendar,
  openCase,
  type Programme,
  textOf,
  transition,
  unitNamed,
  unitTree,
  versionOn,
  withChanges,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { wutaiLicences } from '../wutai-licences/index.ts'
import { wuzhaiLicences } from '../wuzhai-licences/index.ts'
import { measureForms, remedies, specialLists, specificationShape } from './registers.ts'

const notice = instrument('wuzhai', '五政办发〔2022〕39号')
const both = [wuzhaiLicences, wutaiLicences] as const
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('water', '县水利局', 'government'),
])
const actor = (role: string): Actor => ({
  id: role,
  county: 'wuzhai',
  posts: [{ role, unit: role === 'department' ? 'water' : 'government', from: null, until: null }],
})
const at = (programme: Programme, day: string, facts: Context['facts'] = {}): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar: officialCalendar(),
  units,
  programme,
  parameters: {},
  facts,
})

function procedureOf(programme: Programme, id: string) {
  const procedure = findProcedure(programme, id)
  if (procedure === undefined) throw new Error(id)
  return procedure
}

function begun(
  programme: Programme,
  id: string,
  role: string,
  input: object,
  facts: Context['facts'] = {},
): Case {
  const done = openCase(
    procedureOf(programme, id),
    { id: 'case', county: 'wuzhai', unit: 'water', owner: null },
    { by: actor(role), input: { ...input } },
    at(programme, '2022-11-09', facts),
  )
  if (done.kind === 'refused') throw new Error(done.issues.map(({ message }) => message).join())
  return done.case
}

function next(
  programme: Programme,
  current: Case,
  name: string,
  role: string,
  input: object = {},
  facts: Context['facts'] = {},
): Outcome {
  const procedure = procedureOf(programme, current.procedure)
  const action = { name, by: actor(role), input: { ...input } }
  return transition(procedure, current, action, at(programme, '2022-11-10', facts))
}

function done(outcome: Outcome): Case {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}

const judge = (programme: Programme, rule: string, facts: Context['facts']) => {
  const found = programme.rules.find(({ id }) => id === rule)
  if (found === undefined) throw new Error(rule)
  return found.judge(facts, '2022-12-01')
}

const entry = (number: number, name: string) => ({
  number,
  name,
  superior: '省水利厅',
  holders: ['县水利局'],
  source: '《中华人民共和国水法》',
})
const version: CatalogueVersion = {
  name: '2022年版',
  from: '2022-11-08',
  until: null,
  basis: notice.lines(2755, 3061),
  items: ['取水许可', '河道采砂许可', '水库大坝兼做公路审批'].map((name, place) => ({
    entry: entry(place + 1, name),
    basis: notice.lines(2865 + place),
  })),
}

describe('a licence is changed', () => {
  const proposal = {
    number: '调-1',
    kind: 'merged',
    before: ['取水许可', '河道采砂许可'],
    after: [
      { name: '涉河事项许可', superior: '省水利厅', holders: ['县水利局'], source: '《某市河道条例》' },
    ],
    cause: '《某市河道条例》第九条',
  }
  const listed = { standing: [{ name: '取水许可' }, { name: '河道采砂许可' }], taken: [] }
  const steps = [
    ['argue', 'department', { argument: '已论证', draftingNote: '第三部分' }],
    ['review', 'justice', { opinionOfReviewOffice: '同意' }],
    ['apply', 'department', {}],
    ['adjust', 'review-office', { from: '2023-05-01' }],
    ['prepare', 'department', { preparation: '表单已备' }],
  ] as const

  it.each(both)(
    '[wuzhai-2022-zbf39.6] [wutai-2022-zbf59.5] $id: in five steps with a trace; it cannot take effect before the list is adjusted',
    (programme) => {
      let current = begun(programme, 'adjustment', 'department', proposal, listed)
      const trace: string[] = [current.state]
      for (const [name, role, input] of steps) {
        if (name !== 'prepare') {
          const early = next(programme, current, 'prepare', 'department', { preparation: '表单已备' }, listed)
          expect(early.kind).toBe('refused')
        }
        const outcome = next(programme, current, name, role, input, listed)
        current = done(outcome)
        trace.push(current.state)
        expect(outcome.kind === 'done' && outcome.event).toMatchObject({ action: name, by: role })
      }
      expect(trace).toEqual(['proposed', 'argued', 'reviewed', 'applied', 'adjusted', 'effective'])
      const [catalogue] = programme.catalogues ?? []
      const change = changeFrom(current.data, { number: '调-1', basis: notice.lines(2717) })
      if (catalogue === undefined || change === null) throw new Error('no change')
      const { catalogue: changed } = withChanges({ ...catalogue, versions: [version] }, [change])
      expect(changed.versions.map(({ name, from }) => [name, from])).toEqual([
        ['2022年版', '2022-11-08'],
        ['2022年版（调整）', '2023-05-01'],
      ])
      const names = (on: string) => versionOn(changed, on)?.items.map((item) => textOf(item.entry, 'name'))
      expect(names('2023-04-30')).toHaveLength(3)
      expect(names('2023-05-01')).toEqual(['涉河事项许可', '水库大坝兼做公路审批'])
    },
  )

  it('the justice bureau cannot review without the review office’s opinion', () => {
    const argued = done(
      next(
        wuzhaiLicences,
        begun(wuzhaiLicences, 'adjustment', 'department', proposal, listed),
        ...steps[0],
        listed,
      ),
    )
    expect(next(wuzhaiLicences, argued, 'review', 'justice').kind).toBe('refused')
  })
})

describe('a guide', () => {
  const old = {
    conditions: ['有方案'],
    materials: ['申请书'],
    agencies: [] as string[],
    steps: ['受理', '决定'],
    fees: [] as string[],
    quotas: [] as string[],
    limitDays: 10,
  }
  const lists = ['conditions', 'materials', 'agencies', 'steps', 'fees', 'quotas'] as const
  const judged = (programme: Programme, before: object, after: object) =>
    judge(programme, 'guide-not-heavier', { ...after, guidesInForce: [{ number: '指-1', ...before }] })

  it.each(both)(
    '[wuzhai-2022-zbf39.7] [wutai-2022-zbf59.8] $id: may ease whatever it asks and may burden nothing',
    (programme) => {
      for (const part of lists) {
        const heavier = { ...old, [part]: [...old[part], '新增的'] }
        const refused = judged(programme, old, heavier)
        expect(refused.outcome, part).toBe('no')
        expect(refused.reasons[0]?.found).toContain('增加“新增的”')
        expect(judged(programme, heavier, old).outcome, part).toBe('yes')
      }
      expect(judged(programme, old, { ...old, limitDays: 11 }).reasons[0]?.found).toBe(
        '办理时限由10个工作日延长为11个工作日',
      )
      expect(judged(programme, old, { ...old, limitDays: 9 }).outcome).toBe('yes')
      expect(judged(programme, old, old).outcome).toBe('yes')
    },
  )
})

it.each(both)(
  '[wuzhai-2022-zbf39.8] [wutai-2022-zbf59.2] $id: each licence must have the thirteen fields; those that are blank are named',
  (programme) => {
    const [catalogue] = programme.catalogues ?? []
    const wanted = catalogue?.completeness?.[0]
    const register = programme.registers.find(({ id }) => id === wanted?.register)
    if (catalogue === undefined || wanted === undefined || register === undefined) throw new Error('no list')
    expect(wanted.fields).toHaveLength(13)
    const whole = Object.fromEntries(Object.keys(specificationShape).map((field) => [field, '有']))
    const records = [
      { item: '取水许可', situation: '新建', ...whole },
      { item: '取水许可', situation: '延续', ...whole, fees: undefined, supervisor: '' },
      { item: '河道采砂许可', situation: '采砂', ...whole },
    ]
    const found = incompleteEntries(catalogue, version, records, wanted, register.fields)
    expect(
      found.map(({ item, record, blank }) => [item.entry['name'], record?.['situation'], blank]),
    ).toEqual([
      ['取水许可', '延续', ['收费', '监管主体']],
      ['水库大坝兼做公路审批', undefined, expect.arrayContaining(['审批层级', '监管主体'])],
    ])
    expect(found[1]?.blank).toHaveLength(13)
    const filled = begun(programme, 'specification', 'department', {
      number: '规-1',
      item: '取水许可',
      situation: '新建',
      ...whole,
      quota: undefined,
    })
    const refused = next(programme, filled, 'publish', 'department')
    expect(refused.kind === 'refused' && refused.issues[0]?.message).toContain('缺数量限制')
  },
)

it.each(both)(
  '[wuzhai-2022-zbf39.9] [wutai-2022-zbf59.4] $id: each of six special lists is held to the list: missing, extra, renamed',
  (programme) => {
    const [catalogue] = programme.catalogues ?? []
    const special = catalogue?.heldTo?.filter(({ register }) => register === 'special-items') ?? []
    expect(special.map(({ title }) => title)).toEqual(Object.values(specialLists))
    for (const comparison of special) {
      const others = [
        { list: comparison.id, edition: '2021年版', name: '已取消的许可' },
        { list: comparison.id, edition: '2022年版', name: '取水许可' },
        { list: comparison.id, edition: '2022年版', name: '河道采砂审批许可' },
        { list: comparison.id, edition: '2022年版', name: '摊点开业许可' },
      ]
      const { entries } = latestEdition(others, comparison)
      const found = catalogue === undefined ? [] : compareLists(catalogue, version, entries, comparison)
      expect(
        found.map((one) => [one.kind, 'item' in one ? one.item.entry['name'] : one.other['name']]),
      ).toEqual([
        ['renamed', '河道采砂许可'],
        ['extra', '水库大坝兼做公路审批'],
        ['missing', '摊点开业许可'],
      ])
    }
  },
)

describe('a measure', () => {
  const yesNo = [true, false]
  const facts = yesNo.flatMap((isListed) =>
    yesNo.flatMap((isDirect) => yesNo.map((needsApproval) => ({ isListed, isDirect, needsApproval }))),
  )

  it.each(both)(
    '[wuzhai-2022-zbf39.10] [wutai-2022-zbf59.3] $id: hides a licence in whatever form by three conditions, and is put right in one of three ways',
    (programme) => {
      expect(Object.keys(measureForms)).toHaveLength(15)
      for (const form of Object.keys(measureForms)) {
        for (const measure of facts) {
          const isDisguised = !measure.isListed && measure.isDirect && measure.needsApproval
          const facts = { form, ...measure }
          expect(judge(programme, 'disguised-licence', facts).outcome).toBe(isDisguised ? 'yes' : 'no')
          expect(judge(programme, 'no-disguised-licence', facts).outcome).toBe(isDisguised ? 'no' : 'yes')
        }
      }
      const measure = { number: '措-1', name: '摊点备案', form: 'filing' }
      const found = begun(programme, 'clean-up', 'department', {
        ...measure,
        isListed: false,
        isDirect: true,
        needsApproval: true,
      })
      for (const remedy of Object.keys(remedies)) {
        expect(done(next(programme, found, 'recognise', 'review-office', { remedy })).data['remedy']).toBe(
          remedy,
        )
      }
      expect(next(programme, found, 'recognise', 'review-office', { remedy: 'fine' }).kind).toBe('refused')
      expect(next(programme, found, 'clear', 'review-office').kind).toBe('refused')
      const listed = begun(programme, 'clean-up', 'department', {
        ...measure,
        isListed: true,
        isDirect: true,
        needsApproval: true,
      })
      expect(next(programme, listed, 'recognise', 'review-office', { remedy: 'stop' }).kind).toBe('refused')
      expect(done(next(programme, listed, 'clear', 'review-office')).state).toBe('cleared')
    },
  )
})

it('[wuzhai-2022-zbf39.11] each department’s jobs are due on the days of the notice, and are late from the next', () => {
  const procedure = procedureOf(wuzhaiLicences, 'jobs')
  const due = (department: string, job: string) => {
    const given = begun(wuzhaiLicences, 'jobs', 'review-office', { department, job })
    return dueDatesOf(procedure, given, officialCalendar()).map(({ legal }) =>
      legal.kind === 'due' ? legal.due : legal.kind,
    )
  }
  for (const department of ['县林业局', '县水利局']) {
    expect(due(department, 'list')).toEqual(['2022-11-15'])
    for (const job of ['clean-up', 'specifications', 'guides']) {
      expect(due(department, job)).toEqual(['2022-12-15'])
    }
  }
})

describe('the list is published', () => {
  const compiled = {
    number: '发-1',
    listVersion: '2022年版',
    specificationVersion: '2022年版',
    guideVersion: '2022年版',
  }
  const approved = (versions: object) =>
    done(
      next(
        wutaiLicences,
        begun(wutaiLicences, 'publication', 'review-office', versions),
        'approve',
        'government',
        {
          approvedOn: '2022-12-22',
        },
      ),
    )

  it('[wutai-2022-zbf59.6] with its specifications and guides in one version, in both channels', () => {
    const channels = { onPortal: true, onPlatform: true }
    for (const part of ['specificationVersion', 'guideVersion']) {
      const other = approved({ ...compiled, [part]: '2021年版' })
      expect(next(wutaiLicences, other, 'publish', 'review-office', channels).kind).toBe('refused')
    }
    const ready = approved(compiled)
    for (const channel of ['onPortal', 'onPlatform']) {
      const one = { ...channels, [channel]: false }
      expect(next(wutaiLicences, ready, 'publish', 'review-office', one).kind).toBe('refused')
    }
    expect(done(next(wutaiLicences, ready, 'publish', 'review-office', channels)).state).toBe('published')
  })

  it('[wutai-2022-zbf59.10] after approval, and is then copied to the city’s review office', () => {
    const channels = { onPortal: true, onPlatform: true }
    const unapproved = begun(wutaiLicences, 'publication', 'review-office', compiled)
    expect(next(wutaiLicences, unapproved, 'publish', 'review-office', channels).kind).toBe('refused')
    const published = done(next(wutaiLicences, approved(compiled), 'publish', 'review-office', channels))
    expect(next(wutaiLicences, published, 'copy', 'review-office').kind).toBe('refused')
    const copied = done(next(wutaiLicences, published, 'copy', 'review-office', { copiedOn: '2022-12-27' }))
    expect(copied).toMatchObject({ state: 'copied', data: { copiedOn: '2022-12-27' } })
  })
})

it('[wutai-2022-zbf59.9] departments that do not agree who supervises put a task to the county government', () => {
  const dispute = begun(wutaiLicences, 'supervision-dispute', 'department', {
    number: '争-1',
    item: '河道采砂许可',
    units: ['县水利局', '县交通运输局'],
    question: '谁日常监管',
  })
  expect(dispute.state).toBe('reported')
  for (const role of ['department', 'review-office']) {
    expect(next(wutaiLicences, dispute, 'decide', role, { supervisor: '县水利局' }).kind).toBe('refused')
  }
  const decided = done(next(wutaiLicences, dispute, 'decide', 'government', { supervisor: '县水利局' }))
  expect(decided).toMatchObject({ state: 'decided', data: { supervisor: '县水利局' } })
})
