import { dueDatesOf, officialCalendar } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { wutaiLicences } from '../wutai-licences/index.ts'
import { wuzhaiLicences } from '../wuzhai-licences/index.ts'
import { begun, done, next, procedureOf } from './licences.test-support.ts'

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
