import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
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

describe('every screen', () => {
  it('has no accessibility violation, light or dark', async () => {
    const desk = await desks.deskOf('department')
    const found: string[] = []
    for (const { name, path } of screens) {
      await desk.open(path)
      for (const colorScheme of ['light', 'dark'] as const) {
        await desk.page.emulateMedia({ colorScheme })
        const violations = await desk.accessibilityViolations()
        found.push(...violations.map((violation) => `${name}, ${colorScheme}: ${violation}`))
      }
    }
    expect(found).toEqual([])
    expect(desk.complaints).toEqual([])
  })

  it('neither scrolls sideways nor cuts its text at any width', async () => {
    const found: string[] = []
    for (const width of widths) {
      const desk = await desks.deskOf('department', { width, height: 900 })
      for (const { name, path } of screens) {
        await desk.open(path)
        found.push(...(await desk.overflows()).map((overflow) => `${width} ${name}: ${overflow}`))
      }
    }
    expect(found).toEqual([])
  })
})
