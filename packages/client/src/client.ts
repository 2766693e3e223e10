import type {
  ActBody,
  CasePage,
  CaseQuery,
  CaseView,
  CorrectBody,
  DoneView,
  HistoryEntry,
  OpenBody,
  ProblemView,
  ProgrammeSummary,
  ReferencesView,
  RevealBody,
  RevealView,
  SessionView,
} from './contract.ts'

/** Where the API is, and how it is reached. */
export interface ClientOptions {
  /** `https://luoshi.example.gov.cn`; empty in a page of the site itself. */
  readonly baseUrl: string
  /** What sends requests; the platform's own where there is none. */
  readonly fetch?: (request: Request) => Promise<Response>
  /** Token of another system, in place of a session. */
  readonly token?: string
}

/** What was asked for, or everything that stands against it. */
export type Answer<Value> =
  | { readonly ok: true; readonly status: number; readonly value: Value }
  | { readonly ok: false; readonly status: number; readonly problem: ProblemView }

/** Which procedure of which county. */
export interface ProcedureAddress {
  readonly county: string
  readonly programme: string
  readonly procedure: string
}

/** Which case. */
export interface CaseAddress extends ProcedureAddress {
  readonly id: string
}

/** How an action is sent: on which version, and under which key for each try of it. */
export interface Sending {
  readonly version: number
  readonly key?: string
}

/** The API, call by call. */
export interface Client {
  signIn(given: {
    readonly county?: string
    readonly username: string
    readonly password: string
  }): Promise<Answer<SessionView>>
  session(): Promise<Answer<SessionView>>
  signOut(): Promise<Answer<undefined>>
  programmes(county: string): Promise<Answer<readonly ProgrammeSummary[]>>
  list(of: ProcedureAddress, query?: CaseQuery): Promise<Answer<CasePage>>
  open(of: ProcedureAddress, request: OpenBody, key?: string): Promise<Answer<DoneView>>
  /** @param at a moment with its offset, to read the case as it stood then */
  read(of: CaseAddress, at?: string): Promise<Answer<CaseView>>
  history(of: CaseAddress): Promise<Answer<readonly HistoryEntry[]>>
  references(of: CaseAddress): Promise<Answer<ReferencesView>>
  act(of: CaseAddress, action: string, request: ActBody, sending: Sending): Promise<Answer<DoneView>>
  correct(of: CaseAddress, request: CorrectBody, sending: Sending): Promise<Answer<DoneView>>
  reveal(of: CaseAddress, request: RevealBody): Promise<Answer<RevealView>>
  /** Anything else below `/api/v1`. */
  call<Value>(method: string, path: string, sent?: Sent): Promise<Answer<Value>>
}

/** What goes with a request besides its address. */
export interface Sent {
  /** Sent as JSON, or as a form where it is one. */
  readonly body?: unknown
  readonly version?: number
  readonly key?: string
}

/** A client of the API. It keeps the session's token and sends it back with everything that changes something. */
export function createClient({
  baseUrl,
  token,
  fetch: send = (request) => fetch(request),
}: ClientOptions): Client {
  let csrfToken = ''

  async function call<Value>(method: string, path: string, sent: Sent = {}): Promise<Answer<Value>> {
    const headers = new Headers({ accept: 'application/json, application/problem+json' })
    const isForm = sent.body instanceof FormData
    if (sent.body !== undefined && !isForm) headers.set('content-type', 'application/json')
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    if (csrfToken !== '' && method !== 'GET') headers.set('x-csrf-token', csrfToken)
    if (sent.version !== undefined) headers.set('if-match', `"${sent.version}"`)
    if (sent.key !== undefined) headers.set('idempotency-key', sent.key)
    const body =
      sent.body === undefined ? {} : { body: isForm ? (sent.body as FormData) : JSON.stringify(sent.body) }
    const response = await send(new Request(`${baseUrl}${path}`, { method, headers, ...body }))
    const { status } = response
    const text = await response.text()
    if (!response.ok) return { ok: false, status, problem: problemFrom(text, status) }
    return { ok: true, status, value: (text === '' ? undefined : JSON.parse(text)) as Value }
  }

  async function withSession(answer: Promise<Answer<SessionView>>): Promise<Answer<SessionView>> {
    const found = await answer
    if (found.ok) csrfToken = found.value.csrfToken
    return found
  }

  return {
    call,
    signIn: (given) => withSession(call('POST', '/api/v1/session', { body: given })),
    session: () => withSession(call('GET', '/api/v1/session')),
    signOut: () => call('DELETE', '/api/v1/session'),
    programmes: (county) => call('GET', `/api/v1/${county}/programmes`),
    list: (of, query = {}) => call('GET', `${casesPath(of)}${queryText(query)}`),
    open: (of, body, key) => call('POST', casesPath(of), { body, ...(key === undefined ? {} : { key }) }),
    read: (of, at) => call('GET', `${casePath(of)}${queryText({ at })}`),
    history: (of) => call('GET', `${casePath(of)}/history`),
    references: (of) => call('GET', `${casePath(of)}/references`),
    act: (of, action, body, sending) =>
      call('POST', `${casePath(of)}/actions/${action}`, { body, ...sending }),
    correct: (of, body, sending) => call('POST', `${casePath(of)}/corrections`, { body, ...sending }),
    reveal: (of, body) => call('POST', `${casePath(of)}/reveal`, { body }),
  }
}

/** Path of the cases of a procedure. */
export function casesPath({ county, programme, procedure }: ProcedureAddress): string {
  return `/api/v1/${county}/programmes/${programme}/procedures/${procedure}/cases`
}

/** Path of a case. */
export function casePath({ id, ...of }: CaseAddress): string {
  return `${casesPath(of)}/${encodeURIComponent(id)}`
}

function queryText(query: object): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.set(name, String(value))
  }
  return given.size === 0 ? '' : `?${given}`
}

/** What a server said; one in between, as a proxy, may have said something else. */
function problemFrom(text: string, status: number): ProblemView {
  try {
    const given = JSON.parse(text) as Partial<ProblemView>
    if (typeof given.detail === 'string' && Array.isArray(given.issues)) return given as ProblemView
  } catch {
    // Not of ours: told by its status below.
  }
  const detail = `服务器没有办成这件事（${status}）。请稍后再试；一再出现时，请告诉管理员。`
  return { type: 'about:blank', title: '没有办成', status, detail, instance: '', issues: [] }
}
