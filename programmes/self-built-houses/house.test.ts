import { describe, expect, it } from 'vitest'
import {
  acceptance,
  act,
  business,
  clearing,
  home,
  judged,
  leaving,
  mended,
  messages,
  people,
  plan,
  report,
  step,
} from './house.test-support.ts'
import { houseSafety } from './house.ts'

describe('[wuzhai-2022-zbf25.1] business premises judged gravely unsafe', () => {
  const house = judged(business, 'severe')
  const sealed = step(house, 'seal', people.east, '2022-07-22', clearing)

  it('are cleared, out of use and sealed, and wait for an appraisal', () => {
    expect(house.data).toMatchObject({ measure: 'seal' })
    for (const other of ['send', 'file', 'list', 'evacuate']) {
      const input = { ...leaving, ...clearing, fileNumber: '1' }
      const wanted = houseSafety.states.judged.on[other]?.input?.def.shape ?? {}
      const asked = Object.fromEntries(Object.entries(input).filter(([name]) => name in wanted))
      expect(act(house, other, people.east, '2022-07-22', asked).kind).toBe('refused')
    }
    expect(sealed).toMatchObject({ state: 'sealed', data: { restriction: 'sealed', hazardMark: 'found' } })
    expect(houseSafety.states.sealed.title).toBe('停用封房，待鉴定')
    expect(Object.keys(houseSafety.states.sealed.on)).toContain('appraise')
  })

  it('are not allowed business before both appraisal and acceptance are recorded', () => {
    const reasons = messages(act(sealed, 'allow', people.housing, '2022-08-01'))
    expect(reasons[0]).toContain('没有取得，鉴定结论是“尚未鉴定”')
    expect(reasons[1]).toContain('整治还没有验收')
    const fixed = mended(sealed)
    const accepted = step(fixed, 'acceptBusiness', people.housing, '2022-11-02', acceptance)
    const struck = step(accepted, 'strikeOff', people.east, '2022-11-03')
    expect(messages(act(struck, 'allow', people.housing, '2022-11-04'))).toHaveLength(1)
    const certified = step(struck, 'certify', people.east, '2022-11-10', {
      certificateNumber: '合-7',
      issuedOn: '2022-11-09',
    })
    expect(step(certified, 'allow', people.housing, '2022-11-11')).toMatchObject({
      state: 'released',
      data: { restriction: 'none' },
    })
  })

  it('stay shut where an appraisal finds them fit while nothing was accepted', () => {
    const appraised = step(sealed, 'appraise', people.east, '2022-08-22', report('qualified'))
    expect(messages(act(appraised, 'allow', people.housing, '2022-08-23'))).toEqual([
      '不符合规定：要求完成整治验收前一律不得用于经营，实际整治还没有验收（五政办发〔2022〕25号第1472—1480行）。',
    ])
  })

  it('that are not gravely unsafe go straight to an appraisal, and may be used once it finds them fit', () => {
    const sent = step(judged(business, 'general'), 'send', people.east, '2022-07-22')
    const appraised = step(sent, 'appraise', people.east, '2022-08-22', report('qualified'))
    expect(step(appraised, 'allow', people.housing, '2022-08-23').state).toBe('usable')
  })

  it('begin anew after a patrol: what was certified and accepted before holds no more', () => {
    const sent = step(judged(business, 'safe'), 'send', people.east, '2022-07-22')
    const appraised = step(sent, 'appraise', people.east, '2022-08-22', report('qualified'))
    const usable = step(appraised, 'allow', people.housing, '2022-08-23')
    const again = step(usable, 'reopen', people.east, '2023-05-01', {}, '后墙新裂缝')
    expect(again).toMatchObject({
      state: 'surveyed',
      data: { conclusion: 'none', acceptance: 'none', certificate: 'none' },
    })
  })
})

describe('[wuzhai-2022-zbf25.2] other houses', () => {
  it('with ordinary dangers are put on the list of dangers', () => {
    const listed = step(judged(home, 'general'), 'list', people.east, '2022-07-22', { hazards: '屋面渗漏' })
    expect(listed).toMatchObject({ state: 'listed', data: { hazardMark: 'found', hazards: '屋面渗漏' } })
  })

  it('with grave ones need the record of the evacuation and the proposal of an appraisal besides', () => {
    const house = judged(home, 'severe')
    for (const missing of ['evacuatedOn', 'evacuated', 'evacuation', 'proposal'] as const) {
      const { [missing]: _left, ...others } = leaving
      expect(act(house, 'evacuate', people.east, '2022-07-22', others).kind, missing).toBe('refused')
    }
    expect(act(house, 'list', people.east, '2022-07-22', { hazards: '墙体' }).kind).toBe('refused')
    expect(step(house, 'evacuate', people.east, '2022-07-22', leaving)).toMatchObject({
      state: 'stopped',
      data: { restriction: 'stopped', hazardMark: 'found' },
    })
  })

  it('that are safe get their file', () => {
    const input = { fileNumber: '档-1' }
    expect(step(judged(home, 'safe'), 'file', people.east, '2022-07-22', input).state).toBe('safe')
    expect(act(judged(business, 'safe'), 'file', people.east, '2022-07-22', input).kind).toBe('refused')
  })
})

describe('[wuzhai-2022-zbf25.3] what was mended', () => {
  const ofBusiness = mended(step(judged(business, 'severe'), 'seal', people.east, '2022-07-22', clearing))
  const ofHome = mended(step(judged(home, 'severe'), 'evacuate', people.east, '2022-07-22', leaving))

  it('is accepted by the housing bureau for business premises, by the township for others', () => {
    expect(act(ofBusiness, 'acceptOther', people.inspector, '2022-11-02', acceptance).kind).toBe('refused')
    expect(act(ofHome, 'acceptBusiness', people.housing, '2022-11-02', acceptance).kind).toBe('refused')
    expect(act(ofBusiness, 'acceptBusiness', people.inspector, '2022-11-02', acceptance).kind).toBe('refused')
    expect(step(ofBusiness, 'acceptBusiness', people.housing, '2022-11-02', acceptance).data).toMatchObject({
      acceptor: '住建部门',
      acceptance: 'passed',
    })
    expect(step(ofHome, 'acceptOther', people.inspector, '2022-11-02', acceptance).data).toMatchObject({
      acceptor: '乡（镇）政府或者社区',
    })
  })

  it('is not accepted by who mended it', () => {
    expect(messages(act(ofHome, 'acceptOther', people.east, '2022-11-02', acceptance))[0]).toContain(
      '应由另一人',
    )
  })

  it('is struck off with its day and who accepted it, and never without', () => {
    expect(messages(act(ofHome, 'strikeOff', people.east, '2022-11-02'))[0]).toContain('待验收')
    const accepted = step(ofHome, 'acceptOther', people.inspector, '2022-11-02', acceptance)
    expect(step(accepted, 'strikeOff', people.east, '2022-11-03')).toMatchObject({
      state: 'struck',
      data: { struckOn: '2022-11-03', acceptedOn: '2022-11-02', acceptor: '乡（镇）政府或者社区' },
    })
    const rejected = step(ofHome, 'reject', people.inspector, '2022-11-02', {}, '二层没有加固')
    expect(rejected.state).toBe('fixing')
  })

  it('is mended as its kind of danger has it', () => {
    const listed = step(judged(home, 'general'), 'list', people.east, '2022-07-22', { hazards: '屋面' })
    const tried = (cause: string, remedy: string) =>
      act(listed, 'plan', people.east, '2022-08-25', { ...plan, cause, remedy }).kind
    expect([tried('general', 'mend'), tried('general', 'demolish'), tried('collapse', 'demolish')]).toEqual([
      'done',
      'refused',
      'done',
    ])
    expect([tried('slope', 'relocate'), tried('slope', 'mend'), tried('defect', 'restrict')]).toEqual([
      'done',
      'refused',
      'done',
    ])
  })
})
