import {
  dateOf,
  defineParameter,
  findValueOn,
  gap,
  type IsoDate,
  type IsoInstant,
  law,
  type Parameter,
} from '@luoshi/kernel'

/** 身份鉴别 of the third level: it asks for complexity, regular change, limits on failures and an end to idle sessions. */
const identity = law('GB/T 22239-2019', '8.1.4.1')

/** The standard names the duty and leaves the figure to who runs the system; the value is our default. */
function figure(id: string, title: string, unit: string, value: number): Parameter<number> {
  return defineParameter({
    id,
    title,
    unit,
    values: [{ from: '2019-12-01', value, basis: null }],
    gap: gap(`${title}的数值由运营单位自定。`, identity),
  })
}

/** What holds for signing in: figures of 等级保护 level 3, dated, one place for all of them. */
export const signInParameters = {
  leastLength: figure('password-least-length', '口令最少长度', '个字符', 10),
  leastClasses: figure('password-least-classes', '口令最少字符种类', '种', 3),
  mostAge: figure('password-most-age', '口令更换周期', '天', 90),
  notAgain: figure('password-not-again', '不得重复的最近口令', '个', 5),
  mostFailures: figure('sign-in-most-failures', '连续登录失败锁定次数', '次', 5),
  lockMinutes: figure('sign-in-lock-minutes', '登录失败锁定时间', '分钟', 30),
  idleMinutes: figure('session-idle-minutes', '无操作自动退出时间', '分钟', 30),
  sessionHours: figure('session-hours', '一次登录最长时间', '小时', 12),
} as const

/** The figures that hold at a moment. */
export type SignInSettings = { readonly [Name in keyof typeof signInParameters]: number }

/** The figures that hold at a moment. */
export function signInSettings(now: IsoInstant): SignInSettings {
  const day = dateOf(now)
  if (latest?.day !== day) latest = { day, settings: settingsOn(day) }
  return latest.settings
}

/** Every request asks for them, and nearly always those of today. */
let latest: { readonly day: IsoDate; readonly settings: SignInSettings } | null = null

function settingsOn(day: IsoDate): SignInSettings {
  const figures = Object.entries(signInParameters).map(([name, parameter]) => {
    const found = findValueOn(parameter, day)
    if (found === null) throw new Error(`no value of ${parameter.id} on ${day}`)
    return [name, found.value]
  })
  return Object.fromEntries(figures)
}
