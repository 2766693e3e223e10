import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sideBySide } from '../test-support/side-by-side.ts'
import { DeskBrowsers } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 360_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const CLAIMS = '/programmes/deep-tillage/claim'

/** Every kind of screen. */
const screens = [
  { name: 'my day', path: '/' },
  { name: 'programmes', path: '/programmes' },
  { name: 'a programme', path: '/programmes/deep-tillage' },
  { name: 'a list', path: CLAIMS },
  { name: 'a list without rows', path: `${CLAIMS}?q=没有` },
  { name: 'a case beside its list', path: `${CLAIMS}?case=demo-deep-tillage-claim-深松001` },
  { name: 'a case', path: `${CLAIMS}/cases/${encodeURIComponent('demo-deep-tillage-claim-深松003')}` },
  { name: 'a form', path: '/programmes/deep-tillage/operators/new' },
  { name: 'an import', path: '/programmes/deep-tillage/operators/import' },
  { name: 'a case with limits', path: '/programmes/supervision/duty?case=demo-duty-3' },
  { name: 'a tally', path: `${CLAIMS}/tally?by=township,workedOn.month&sum=area` },
  { name: 'a file of a terminal', path: `${CLAIMS}/sources/terminal-track` },
  { name: 'a trial of other values', path: `${CLAIMS}/what-if` },
  { name: 'a section of my day', path: '/day/waiting' },
  { name: 'registers', path: '/registers' },
  { name: 'kinds of cases', path: '/cases' },
  { name: 'what is measured', path: '/indicators' },
  { name: 'disclosures', path: '/disclosures' },
  { name: 'a campaign', path: '/programmes/irrigation-waste/campaigns' },
  { name: 'scores', path: '/programmes/appraisal/scores' },
  { name: 'the outbox', path: '/outbox' },
  { name: 'settings', path: '/settings' },
  { name: 'nothing', path: '/nowhere' },
  { name: 'the board', path: '/programmes/supervision/views/board' },
  { name: 'orders', path: '/programmes/supervision/views/orders' },
  {
    name: 'one notice',
    path: `/programmes/supervision/views/orders?document=${encodeURIComponent('清政办发〔2026〕8号')}`,
  },
  { name: 'the matrix', path: '/programmes/supervision/views/matrix' },
  { name: 'a unit', path: '/programmes/supervision/views/unit' },
  { name: 'reports', path: '/reports' },
  { name: 'indicators', path: '/programmes/appraisal/indicators' },
  { name: 'a circular', path: '/programmes/supervision/views/circular' },
] as const

const widths = [1440, 1024, 390] as const

/** More than a machine of two cores draws at once, so that neither waits. */
const SIDE_BY_SIDE = 3

describe('every screen', () => {
  it('has no accessibility violation, light or dark, and neither scrolls sideways nor cuts its text at any width', async () => {
    const found: string[] = []
    const idle = await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, () => desks.deskOf('department', { width: 1366, height: 900 })),
    )
    const all = [...idle]
    await sideBySide(
      screens,
      async ({ name, path }) => {
        const desk = idle.pop()
        if (desk === undefined) throw new Error('every desk is in use')
        await desk.open(path)
        const light = await desk.accessibilityViolations()
        await desk.page.emulateMedia({ colorScheme: 'dark' })
        await desk.settle()
        const dark = await desk.accessibilityViolations('colours')
        await desk.page.emulateMedia({ colorScheme: 'light' })
        found.push(...[...light, ...dark].map((violation) => `${name}: ${violation}`))
        for (const width of widths) {
          await desk.page.setViewportSize({ width, height: 900 })
          await desk.settle()
          found.push(...(await desk.overflows()).map((overflow) => `${name} at ${width}: ${overflow}`))
        }
        await desk.page.setViewportSize({ width: 1366, height: 900 })
        idle.push(desk)
      },
      SIDE_BY_SIDE,
    )
    expect(found).toEqual([])
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
