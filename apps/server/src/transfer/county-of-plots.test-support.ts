import {
  type Actor,
  findProcedure,
  officialCalendar,
  type Programme,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import type { Surroundings } from '@luoshi/store'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import type { ImportTarget } from './run-import.ts'

/** Units, people and a register to import into: the plots of deep tillage in a made-up county. */
export const deepTillage = programmes.find(({ id }) => id === 'deep-tillage') as Programme

export const units = unitTree([
  unitNamed('government', '清源县人民政府', null),
  unitNamed('sancha', '三岔镇人民政府', 'government', ['三岔镇']),
  unitNamed('shangping', '上坪村民委员会', 'sancha', ['上坪村']),
  unitNamed('huhui', '胡会乡人民政府', 'government'),
])

/** Who may enter plots of a township and its villages. */
export const townshipClerk: Actor = {
  id: 'clerk-1',
  county: 'qingyuan',
  posts: [{ role: 'township', unit: 'sancha', from: null, until: null }],
}

/** What surrounds an action on a day. */
export const surroundings: Surroundings = {
  now: '2026-03-02T09:00:00+08:00',
  calendar: officialCalendar(),
  units,
  parameters: {},
  facts: {},
  vault: testVault,
}

/** Plots, entered by the clerk for the township. */
export function plotsOf(programme = deepTillage): ImportTarget {
  const procedure = findProcedure(programme, 'plots')
  if (procedure === undefined) throw new Error('there are no plots')
  return { county: 'qingyuan', programme, procedure, actor: townshipClerk, unit: 'sancha', owner: null }
}
