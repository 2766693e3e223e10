import type { Problem } from '../problem.ts'

/** Everything that signing in can refuse, with what a user reads. */
export const signInProblems = {
  'not-signed-in': () => ({
    status: 401,
    title: '没有登录',
    detail: '您没有登录，或者登录已经过期，请登录后再办。',
  }),
  'wrong-password': ({ most, minutes }: { most: number; minutes: number }) => ({
    status: 401,
    title: '登录不成功',
    detail: `账号或者口令不对，请核对后再试；连续${most}次不对的，${minutes}分钟内不能登录。`,
  }),
  'locked-out': ({ until }: { until: string }) => ({
    status: 429,
    title: '暂时不能登录',
    detail: `登录失败次数过多，${until}以后才能再登录；忘记口令的，请管理员重置。`,
  }),
  'too-many-attempts': () => ({
    status: 429,
    title: '暂时不能登录',
    detail: '从您这里登录失败的次数过多，请过几分钟再试。',
  }),
  'account-blocked': () => ({
    status: 403,
    title: '账号已停用',
    detail: '您的账号已经停用，需要使用的，请管理员恢复。',
  }),
  'county-unknown': ({ county }: { county: string }) => ({
    status: 404,
    title: '没有这个县',
    detail: `本系统没有“${county}”，请核对后再登录。`,
  }),
  'csrf-refused': () => ({
    status: 403,
    title: '没有办理',
    detail: '这一请求不像是从本系统的页面发出的，没有办理；请刷新页面后再试。',
  }),
  'password-must-change': () => ({
    status: 403,
    title: '请先更换口令',
    detail: '初次登录，或者口令已经到期，更换口令以后才能办理。',
  }),
  'password-refused': () => ({
    status: 422,
    title: '口令不合要求',
    detail: '新口令不合要求，没有更换，请按所列各条另想一个。',
  }),
  'password-not-again': () => ({
    status: 422,
    title: '两次写的不一样',
    detail: '两次写的新口令不一样，没有更换，请重新写。',
    issues: [
      {
        code: 'password-not-again',
        message: '两次写的新口令不一样，请重新写。',
        path: ['again'],
        clause: null,
      },
    ],
  }),
  'session-unknown': () => ({
    status: 404,
    title: '没有这一登录',
    detail: '您没有这一登录，或者它已经结束。',
  }),
  'token-unknown': () => ({
    status: 404,
    title: '没有这一令牌',
    detail: '您没有这一令牌，或者它已经作废。',
  }),
  'token-refused': () => ({
    status: 401,
    title: '令牌无效',
    detail: '令牌不对、已经作废或者过期，请换用有效的令牌。',
  }),
  'token-out-of-scope': () => ({
    status: 403,
    title: '超出令牌范围',
    detail: '这一令牌的范围里没有这件事，请换用范围里有的令牌，或者登录后办理。',
  }),
  'in-person': () => ({
    status: 403,
    title: '应由本人办理',
    detail: '口令、登录和令牌由本人登录后办理，不能用令牌办理。',
  }),
  'provider-unreachable': () => ({
    status: 503,
    title: '暂时不能用统一身份认证登录',
    detail: '统一身份认证没有应答，请过一会儿再试，或者用账号和口令登录。',
  }),
  'provider-refused': () => ({
    status: 401,
    title: '登录不成功',
    detail: '统一身份认证没有确认您的身份，或者等得太久，请重新登录。',
  }),
  'provider-no-account': () => ({
    status: 403,
    title: '没有对应的账号',
    detail: '统一身份认证确认了您的身份，但本系统没有与它对应的账号，请管理员登记后再登录。',
  }),
  'demo-only': () => ({
    status: 404,
    title: '没有这一登录方式',
    detail: '只有演示县可以不用口令登录。',
  }),
  'body-unreadable': ({ wanted }: { wanted: string }) => ({
    status: 400,
    title: '内容不对',
    detail: `请求的内容读不出，应为${wanted}。`,
  }),
} as const satisfies Record<string, (data: never) => Omit<Problem, 'code'>>

/** Code of a refusal. */
export type SignInProblemCode = keyof typeof signInProblems

/** A refusal with its sentence. */
export function signInProblem<Code extends SignInProblemCode>(
  code: Code,
  ...given: Parameters<(typeof signInProblems)[Code]>
): Problem {
  const textOf = signInProblems[code] as (...given: readonly unknown[]) => Omit<Problem, 'code'>
  return { code, ...textOf(...given) }
}
