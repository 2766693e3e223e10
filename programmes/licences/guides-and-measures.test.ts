import type { Programme } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { begun, both, done, judge, next } from './licences.test-support.ts'
import { measureForms, remedies } from './registers.ts'

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
