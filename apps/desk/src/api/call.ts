import type { IssueView, ProblemView } from '@luoshi/client'
import { noteReach } from './reach.ts'

/** An answer that says no, with its sentences. Screens show it at the place; it is no bug. */
export class Refusal extends Error {
  readonly problem: ProblemView

  constructor(problem: ProblemView) {
    super(problem.detail)
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  get issues(): readonly IssueView[] {
    return this.problem.issues
  }

  /** Whether the server said nothing: then it may be tried again with the same key. */
  get isWithoutAnswer(): boolean {
    return this.status === 0 || AWAY.includes(this.status)
  }

  /** Whether someone else was quicker: what was seen is no longer what is there. */
  get isConflict(): boolean {
    return this.issues.some(({ code }) => code === 'case-changed') || this.status === 412
  }
}

/** What goes with a request besides its address. */
export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Version of what is acted on. */
  readonly version?: number
  /** The same for each try of one act, so that it is done once. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** Whether a session that ended is a refusal: what is sent in the background leads nobody away from a form. */
  readonly staysSignedOut?: boolean
}

/** Says that an answer was kept on the device from an earlier time, since the server was out of reach. */
const KEPT_ANSWER = 'x-luoshi-kept'

/** Statuses by which what stands before the server says that the server is away. */
const AWAY: readonly number[] = [502, 503, 504]

let csrfToken = ''

/** Keeps what must come back with everything that changes something. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token
}

/** Asks the server. A refusal is thrown as `Refusal`; without a session the browser goes to sign in and comes back. */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await reach(path, options)
  if (response.status === 401 && !options.staysSignedOut) return goToSignIn()
  if (!response.ok) throw new Refusal(await problemOf(response))
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

async function reach(path: string, options: CallOptions): Promise<Response> {
  const { method = 'GET', body, version, key, signal } = options
  const isForm = body instanceof FormData
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json'
  if (method !== 'GET') headers['x-csrf-token'] = csrfToken
  if (version !== undefined) headers['if-match'] = `"${version}"`
  if (key !== undefined) headers['idempotency-key'] = key
  try {
    const response = await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
    noteReach(!response.headers.has(KEPT_ANSWER) && !AWAY.includes(response.status))
    return response
  } catch (error) {
    if (signal?.aborted && signal.reason?.name !== 'TimeoutError') throw error
    noteReach(false)
    throw new Refusal(withoutAnswer('连接不上服务器。请检查网络后再试；已填的内容保存在本机。', 0))
  }
}

/** Where to sign in, and from where one came. */
export function signInAddress(from = `${location.pathname}${location.search}`): string {
  return `/sign-in?next=${encodeURIComponent(from)}`
}

/** Never answers: the page is left. */
function goToSignIn(): Promise<never> {
  location.assign(signInAddress())
  return new Promise(() => {})
}

async function problemOf(response: Response): Promise<ProblemView> {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('json')) {
    const answer = (await response.json()) as Partial<ProblemView>
    return { ...withoutAnswer(answer.title ?? '没有办成。', response.status), ...answer }
  }
  return withoutAnswer('服务器没有办成这件事。请稍后再试；一再出现时，请告诉管理员。', response.status)
}

/** A refusal that no server wrote. */
export function withoutAnswer(detail: string, status: number): ProblemView {
  return { type: 'about:blank', title: detail, status, detail, instance: '', issues: [] }
}
