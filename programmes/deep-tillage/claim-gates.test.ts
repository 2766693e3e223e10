import { openCase } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import {
  at,
  caseAfter,
  centre,
  opened,
  record,
  refusalOf,
  type Step,
  stepFrom,
} from './claim.test-support.ts'
import { claim } from './claim.ts'

const signed = { isFarmerSigned: true, isDriverSigned: true, isVerifierSigned: true }
const { exportRow: _row, ...unrowed } = record
const manual = { ...unrowed, source: 'manual', ...signed }

const shown: Step = ['2022-09-02', 'machinery-centre', 'publicise']
const unopposed: Step = ['2022-09-10', 'machinery-centre', 'endPublicity']
const passedOver: Step = ['2022-09-20', 'acceptance-group', 'passOver']
const drawn: Step = ['2022-09-20', 'acceptance-group', 'select']
const checked: Step = ['2022-09-21', 'acceptance-group', 'pass']
const accepted: Step = ['2022-09-22', 'acceptance-group', 'accept']
const posted: Step = ['2022-09-02', 'village', 'post']

/** Which of the two records the seed of the tests draws. */
const [inDraw, outOfDraw] = ['监-1', '监-2'].sort((one) => (isDrawn(one) ? -1 : 1)) as [string, string]

function isDrawn(number: string): boolean {
  const waiting = caseAfter({ ...record, number }, shown, unopposed)
  return stepFrom(waiting, drawn).kind === 'done'
}

const opening = (otherwise: Record<string, unknown>, facts = {}) =>
  refusalOf(
    openCase(claim, opened, { by: centre, input: { ...record, ...otherwise } }, at('2022-09-01', facts)),
  )

describe('acceptance', () => {
  const toBeAccepted = caseAfter({ ...record, number: outOfDraw }, shown, unopposed, passedOver)
  const accept = (facts: Record<string, unknown>) =>
    refusalOf(stepFrom(toBeAccepted, ['2022-09-22', 'acceptance-group', 'accept', { facts }]))

  it('[wuzhai-2022-zbf29.2] is given up to 30,000 mu and 900,000 yuan in all, and refused a hundredth above', () => {
    expect(accept({ acceptedArea: '29987.5' })).toEqual([])
    expect(accept({ acceptedArea: '29987.51' })).toEqual([
      '不符合规定：要求累计作业面积不超过30000亩，实际验收这一条后累计30000.01亩，超出0.01亩（五政办发〔2022〕29号第1851行）。',
      '不符合规定：要求累计补助金额不超过900000元，实际验收这一条后累计900000.3元，超出0.3元（五政办发〔2022〕29号第1851行）。',
    ])
  })

  it('[wuzhai-2022-zbf29.4] is refused where the plot was worked within three years, to the day', () => {
    const earlier = (workedOn: string) => accept({ earlierWorks: [{ number: '监-9', workedOn }] })
    expect(earlier('2019-08-29')).toEqual([])
    expect(earlier('2019-08-30')).toEqual([
      '不符合规定：要求同一地块3年内没有深松过，实际2019-08-30深松过（监-9）（五政办发〔2022〕29号第1869行）。',
    ])
    for (const township of ['前所乡', '三岔镇', '胡会乡', '杏岭子乡', '李家坪乡']) {
      expect(opening({ township })).toEqual([])
    }
    expect(opening({ township: '东秀庄乡' })).toEqual([
      '不符合规定：要求在前所乡、三岔镇、胡会乡、杏岭子乡、李家坪乡作业，实际东秀庄乡（五政办发〔2022〕29号第1869行）。',
    ])
  })
})

it('[wuzhai-2022-zbf29.3] work less than 25 cm deep, or spaced more than 2.5 times its depth, is not payable', () => {
  const publicise = (otherwise: Record<string, unknown>) =>
    refusalOf(stepFrom(caseAfter({ ...record, ...otherwise }), shown))
  expect(publicise({ depth: '25', spacing: '62.5' })).toEqual([])
  expect(publicise({ depth: '24.9', spacing: '62.25' })).toEqual([
    '不符合规定：要求深松深度不少于25厘米，实际24.9厘米（五政办发〔2022〕29号第1857行）。',
  ])
  expect(publicise({ depth: '25', spacing: '62.51' })).toEqual([
    '不符合规定：要求相邻两铲间距不超过深度的2.5倍，即62.5厘米，实际62.51厘米（五政办发〔2022〕29号第1857行）。',
  ])
})

describe('[wuzhai-2022-zbf29.5] a record counts', () => {
  it('by a row of the monitoring export, and not without', () => {
    expect(refusalOf(stepFrom(caseAfter(record), shown))).toEqual([])
    expect(refusalOf(stepFrom(caseAfter(unrowed), shown))).toEqual([
      '不符合规定：要求有监控系统导出的监测明细，实际没有写明监测明细行号（五政办发〔2022〕29号第1873行）。',
    ])
  })

  it('or by three signatures, none of them missing', () => {
    expect(refusalOf(stepFrom(caseAfter(manual), posted))).toEqual([])
    for (const missing of Object.keys(signed)) {
      expect(refusalOf(stepFrom(caseAfter({ ...manual, [missing]: false }), posted))).toEqual([
        '不符合规定：要求农户、作业机手、核实人员三方签字，实际三方签字不全（五政办发〔2022〕29号第1877行）。',
      ])
    }
  })

  it('and the village’s stamp', () => {
    const stamp = (isStamped: boolean): Step => ['2022-09-10', 'village', 'stamp', { input: { isStamped } }]
    expect(refusalOf(stepFrom(caseAfter(manual, posted), stamp(true)))).toEqual([])
    expect(refusalOf(stepFrom(caseAfter(manual, posted), stamp(false)))).toEqual([
      '不符合规定：要求农户、作业机手、核实人员三方签字，村委会盖章，实际三方已签字，村委会没有盖章（五政办发〔2022〕29号第1877行）。',
    ])
  })
})

describe('[wuzhai-2022-zbf29.6] the village’s stamp', () => {
  const onDay = (day: string): Step => [day, 'village', 'stamp']

  it('waits for a whole week: not on day 7, but on the day after it', () => {
    expect(refusalOf(stepFrom(caseAfter(manual, posted), onDay('2022-09-09')))).toEqual([
      '“人工记录公示”自2022-09-02起，至2022-09-09止，今天是2022-09-09，期满的次日起方可办理。',
    ])
    expect(refusalOf(stepFrom(caseAfter(manual, posted), onDay('2022-09-10')))).toEqual([])
  })

  it('is stopped by an objection, until the record was checked and shown for a week anew', () => {
    const objected = caseAfter(manual, posted, ['2022-09-09', 'public', 'object'])
    expect(objected.state).toBe('verifying')
    expect(stepFrom(objected, onDay('2022-09-10')).kind).toBe('refused')
    const anew = caseAfter(
      manual,
      posted,
      ['2022-09-09', 'public', 'object'],
      ['2022-09-10', 'township', 'verify'],
      ['2022-09-11', 'village', 'post'],
    )
    expect(stepFrom(anew, onDay('2022-09-18')).kind).toBe('refused')
    expect(stepFrom(anew, onDay('2022-09-19')).kind).toBe('done')
  })
})

describe('[wuzhai-2022-zbf29.9] the spot check', () => {
  const waiting = (number: string) => caseAfter({ ...record, number }, shown, unopposed)

  it('takes those whom the recorded seed draws at the leading group’s rate, and no others', () => {
    expect(stepFrom(waiting(inDraw), drawn).kind).toBe('done')
    expect(stepFrom(waiting(inDraw), passedOver).kind).toBe('refused')
    expect(stepFrom(waiting(outOfDraw), drawn).kind).toBe('refused')
    expect(stepFrom(waiting(outOfDraw), passedOver).kind).toBe('done')
    const unset = { ...at('2022-08-31'), parameters: {} }
    expect(
      unset.programme.rules.find(({ id }) => id === 'drawn-by-seed')?.judge({}, '2022-08-31').missing,
    ).toContain('抽查比例（2022-08-31尚无规定）')
  })

  it('keeps what was found on the plot', () => {
    const done = caseAfter({ ...record, number: inDraw }, shown, unopposed, drawn, checked)
    expect(done.data).toMatchObject({
      checkedArea: '12',
      checkedDepth: '25',
      checkedSpacing: '62.5',
      checkedBy: '秋实',
    })
    const failed = caseAfter({ ...record, number: inDraw }, shown, unopposed, drawn, [
      '2022-09-21',
      'acceptance-group',
      'fail',
    ])
    expect([failed.state, failed.data['checkedBy']]).toEqual(['refused', '秋实'])
  })
})

it('[wuzhai-2022-zbf29.10] the payee list for the finance bureau is made of accepted records only', () => {
  const list: Step = ['2022-09-23', 'machinery-centre', 'list']
  const subject = { ...record, number: outOfDraw }
  const before = [caseAfter(subject, shown, unopposed), caseAfter(subject, shown, unopposed, passedOver)]
  for (const early of before) expect(stepFrom(early, list).kind).toBe('refused')
  const outcome = stepFrom(caseAfter(subject, shown, unopposed, passedOver, accepted), list)
  const papers = outcome.kind === 'done' ? outcome.effects.filter(({ kind }) => kind === 'paper') : []
  expect(papers).toEqual([
    { kind: 'paper', paper: 'payment-detail' },
    { kind: 'paper', paper: 'payment-summary' },
  ])
})
