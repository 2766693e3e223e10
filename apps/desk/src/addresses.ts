import type { CaseKey, ProcedureKey } from './api/addresses.ts'

/** Addresses of screens, below `/desk`. */
export const screens = {
  myDay: '/',
  daySection: (section: string) => `/day/${section}`,
  programmes: '/programmes',
  programme: (programme: string) => `/programmes/${programme}`,
  indicators: (programme: string) => `/programmes/${programme}/indicators`,
  comparison: (programme: string, comparison: string) => `/programmes/${programme}/comparisons/${comparison}`,
  campaigns: (programme: string) => `/programmes/${programme}/campaigns`,
  scores: (programme: string) => `/programmes/${programme}/scores`,
  view: (programme: string, view: string) => `/programmes/${programme}/views/${view}`,
  list: ({ programme, procedure }: ProcedureKey) => `/programmes/${programme}/${procedure}`,
  opening: (key: ProcedureKey) => `${screens.list(key)}/new`,
  import: (key: ProcedureKey) => `${screens.list(key)}/import`,
  source: (key: ProcedureKey, source: string) => `${screens.list(key)}/sources/${source}`,
  tally: (key: ProcedureKey) => `${screens.list(key)}/tally`,
  places: (key: ProcedureKey) => `${screens.list(key)}/places`,
  whatIf: (key: ProcedureKey) => `${screens.list(key)}/what-if`,
  case: ({ id, ...key }: CaseKey) => `${screens.list(key)}/cases/${encodeURIComponent(id)}`,
  reports: '/reports',
  outbox: '/outbox',
  registers: '/registers',
  procedures: '/cases',
  measures: '/indicators',
  disclosures: '/disclosures',
  settings: '/settings',
} as const
