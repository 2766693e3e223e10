/** Addresses of the API. */
export const api = {
  session: '/api/v1/session',
  password: '/api/v1/session/password',
  sessions: '/api/v1/sessions',
  tokens: '/api/v1/tokens',
  programmes: (county: string) => `/api/v1/${county}/programmes`,
  programme: (county: string, programme: string) => `/api/v1/${county}/programmes/${programme}`,
  procedure: (county: string, { programme, procedure }: ProcedureKey) =>
    `/api/v1/${county}/programmes/${programme}/procedures/${procedure}`,
  firstActions: (county: string, key: ProcedureKey) => `${api.procedure(county, key)}/first-actions`,
  cases: (county: string, key: ProcedureKey) => `${api.procedure(county, key)}/cases`,
  case: (county: string, { programme, procedure, id }: CaseKey) =>
    `${api.cases(county, { programme, procedure })}/${encodeURIComponent(id)}`,
  units: (county: string) => `/api/v1/${county}/units`,
  files: (county: string, key: ProcedureKey) => `${api.procedure(county, key)}/files`,
  disclosures: (county: string) => `/api/v1/${county}/disclosures`,
  reports: (county: string) => `/api/v1/${county}/reports`,
  find: (county: string) => `/api/v1/${county}/find`,
  myDay: (county: string) => `/api/v1/${county}/my-day`,
  daySection: (county: string, section: string) => `/api/v1/${county}/my-day/${section}`,
} as const

/** Which procedure. */
export interface ProcedureKey {
  readonly programme: string
  readonly procedure: string
}

/** Which case. */
export interface CaseKey extends ProcedureKey {
  readonly id: string
}

/** A query as it stands behind the `?`; what is undefined or empty is left out. */
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? '' : `?${query}`
}
