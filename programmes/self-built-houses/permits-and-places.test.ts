import { type Action, type Case, transition } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { at, business, doneOf, judged, messages, open, people } from './house.test-support.ts'
import { selfBuiltHouses } from './index.ts'
import { liaisonStocktakes, liaisons, members, namesMember, withoutLiaison } from './liaisons.ts'
import { notice } from './notice.ts'
import { permitAnswer, permitCheck } from './permit-check.ts'
import { competence, duties, mechanisms, places } from './places.ts'
import { entering } from './platform.ts'

describe('[wuzhai-2022-zbf25.6] whether business may be permitted in a house', () => {
  const fit = {
    use: 'business',
    grade: 'general',
    conclusion: 'qualified',
    acceptance: 'none',
    certificate: 'held',
    unlawful: [],
  }
  const judge = (more: Readonly<Record<string, unknown>>) => permitAnswer([{ ...fit, ...more }], '2022-09-01')

  it('is answered with every ground for it', () => {
    expect(judge({})).toEqual({
      isMet: true,
      grounds:
        '取得房屋安全鉴定合格证明：是（已取得）；没有违法建设、违法违规审批问题：是（没有发现）；没有未验收的整治：是（没有需要整治的隐患）',
    })
    expect(judge({ certificate: 'none', unlawful: ['approved'], grade: 'severe' })).toEqual({
      isMet: false,
      grounds:
        '取得房屋安全鉴定合格证明：否（没有取得，鉴定结论是“鉴定合格”）；没有违法建设、违法违规审批问题：否（违法违规审批）；没有未验收的整治：否（整治还没有验收）',
    })
    for (const unlawful of ['unapproved', 'extended', 'approved']) {
      expect(judge({ unlawful: [unlawful] }).isMet).toBe(false)
    }
    expect(judge({ conclusion: 'repair' }).isMet).toBe(false)
    expect(judge({ conclusion: 'repair', acceptance: 'passed' }).isMet).toBe(true)
    const { unlawful: _left, ...unsurveyed } = fit
    expect(permitAnswer([unsurveyed], '2022-09-01').isMet).toBe(false)
    expect(permitAnswer([], '2022-09-01').isMet).toBe(false)
  })

  it('is answered to the approval bureau as soon as it enters the number', () => {
    const input = { number: '核-1', house: 'B-1', applicant: '上河宾馆', item: '旅馆业特种行业许可' }
    const asked = (record: object) =>
      open(permitCheck, people.approval, input, at('2022-09-01', { houseRecords: [record] }))
    expect(asked(fit).data).toMatchObject({ answer: 'may' })
    expect(asked({ ...fit, certificate: 'none' }).data).toMatchObject({ answer: 'may-not' })
  })
})

describe('[wuzhai-2022-zbf25.9] who answers for a kind of place', () => {
  it('is found by the kind', () => {
    const unitOf = (place: string) => competence.compute({ place }, '2022-07-15').value
    expect(['hotel', 'school', 'religious', 'mine', 'hospital', 'care-home'].map(unitOf)).toEqual([
      '县公安局',
      '县教育科技局',
      '县委统战部',
      '县应急管理局',
      '县卫生健康和体育局',
      '县民政局',
    ])
    expect(competence.compute({ place: 'hotel' }, '2022-07-15').reasons[0]?.basis).toEqual(notice.lines(1641))
    expect(unitOf('home')).toBe('所在乡（镇）人民政府')
    expect(competence.compute({ place: 'moon' }, '2022-07-15').outcome).toBe('unknown')
  })

  it('stands in a list of all kinds, each with its line, and on the file of each house', () => {
    const items = duties.versions[0]?.items ?? []
    expect(items).toHaveLength(Object.keys(places).length - 2)
    expect(new Set(items.map(({ entry }) => entry['place'])).size).toBe(items.length)
    expect(judged(business, 'safe').data).toMatchObject({ competentUnit: '县公安局' })
    expect(mechanisms.versions[0]?.items).toHaveLength(13)
  })
})

describe('[wuzhai-2022-zbf25.10] those who are called', () => {
  const liaison = {
    name: '苗得雨',
    gender: '男',
    post: '副局长',
    officePhone: '0350-4330001',
    mobile: '13800001234',
    unitName: '县水利局',
    address: '县水利局办公楼',
  }

  it('are kept with the eleven fields of the form, one for a unit', () => {
    expect(Object.keys(liaisons.fields.shape)).toHaveLength(11)
    expect(liaisons.fields.safeParse(liaison).success).toBe(true)
    expect(liaisons.key).toEqual(['unitName'])
    const judge = (unitName: string) => namesMember.judge({ unitName }, '2022-07-15').outcome
    expect([judge('县水利局'), judge('东镇人民政府'), judge('上河宾馆')]).toEqual(['yes', 'yes', 'no'])
  })

  it('are missed where a member or a township has named none', () => {
    expect(members).toHaveLength(25)
    const names = ['县人民政府', '东镇人民政府', '西乡人民政府']
    const missing = withoutLiaison(['县水利局', '西乡人民政府'], names)
    expect(missing).toHaveLength(25)
    expect(missing).toContain('东镇人民政府')
    expect(missing).not.toContain('西乡人民政府')
    const around = {
      today: '2022-08-01',
      county: 'wuzhai',
      units: names,
      nameOf: (unit: string) => unit,
      settingOf: () => undefined,
    }
    const counted = liaisonStocktakes[0]?.count(
      [{ id: '1', state: 'current', data: liaison, opened: '', latest: '' }],
      around,
    )
    expect(counted?.isMet).toBe(false)
    expect(counted?.findings).toHaveLength(26)
  })

  it('were to be named before the plan was issued, which is shown as it is', () => {
    expect(selfBuiltHouses.open.filter(({ kind }) => kind === 'conflict')).toContainEqual(
      expect.objectContaining({ bases: [notice.lines(1534), notice.lines(1418)] }),
    )
  })
})

describe('[wuzhai-2022-zbf25.11] what goes to the state’s platform', () => {
  const entry = (source: string) =>
    open(entering, people.east, { number: '录-1', house: 'B-1', source }, at('2022-10-10'))
  const take = (current: Case, action: Action, day: string) => transition(entering, current, action, at(day))
  const enter: Action = {
    name: 'enter',
    by: people.east,
    input: { platformNumber: 'P-1', enteredOn: '2022-10-12' },
  }

  it('is verified before where it comes from the town’s database', () => {
    const drafted = entry('database')
    expect(messages(take(drafted, enter, '2022-10-12'))).toHaveLength(1)
    const input = { isVerified: true, verifiedOn: '2022-10-11', verification: '与现场一致' }
    const verified = doneOf(take(drafted, { name: 'verify', by: people.housing, input }, '2022-10-11'))
    expect(doneOf(take(verified, enter, '2022-10-12')).state).toBe('entered')
    const refuted = { ...input, isVerified: false }
    const unverified = doneOf(
      take(drafted, { name: 'verify', by: people.housing, input: refuted }, '2022-10-11'),
    )
    expect(take(unverified, enter, '2022-10-12').kind).toBe('refused')
  })

  it('is brought up to date where a rural house has changed: it waits until that is done', () => {
    const entered = doneOf(take(entry('earlier-survey'), enter, '2022-10-12'))
    const change: Action = { name: 'change', by: people.east, input: { changes: '加建一层' } }
    const outdated = doneOf(take(entered, change, '2023-04-01'))
    expect(outdated.state).toBe('outdated')
    expect(entering.states.outdated).not.toHaveProperty('rests')
    const update: Action = { name: 'update', by: people.housing, input: { updatedOn: '2023-04-03' } }
    expect(doneOf(take(outdated, update, '2023-04-03')).state).toBe('entered')
  })
})
