import { changeFrom, textOf, versionOn, withChanges } from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { wuzhaiLicences } from '../wuzhai-licences/index.ts'
import { begun, both, done, next, notice, version } from './licences.test-support.ts'

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
