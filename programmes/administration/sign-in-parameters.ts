import { defineParameter, defineRule, gap, isAtLeast, law, type Parameter, text } from '@luoshi/kernel'
import { basis } from './laws.ts'

/** 身份鉴别 of the third level: it asks for complexity, regular change, limits on failures and an end to idle sessions. */
const identity = law('GB/T 22239-2019', '8.1.4.1')

/** The standard names the duty and no figure: that is the county's own choice; the first value is our default. */
function figure(id: string, title: string, unit: string, value: number): Parameter<number> {
  return defineParameter({
    id,
    title,
    unit,
    values: [{ from: '2019-12-01', value, basis: null }],
    gap: gap(`国家标准只要求有${title}的规定，没有规定数值，由本县自定。`, identity),
  })
}

/** What holds for signing in: figures that a county sets itself, dated. */
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

/** Longest of the bounds that a county can set: a password of more characters, or of more classes than there are, nobody could choose. */
const most: Readonly<Record<string, number>> = { 'password-least-length': 64, 'password-least-classes': 4 }

/** A figure of signing in that would let nobody in, or mean nothing, is none. */
export const signInFigureUsable = defineRule({
  id: 'sign-in-figure-usable',
  title: '登录参数可用',
  basis: basis.powers,
  inputs: { parameter: text('参数'), value: text('值') },
  parameters: {},
  decide({ parameter, value }) {
    const id = parameter.replace(/^administration\//, '')
    const isOwn = Object.values(signInParameters).some((one) => `administration/${one.id}` === parameter)
    const bound = most[id]
    const isUsable =
      /^\d{1,9}$/.test(value) && isAtLeast(value, '1') && (bound === undefined || Number(value) <= bound)
    return {
      isMet: !isOwn || isUsable,
      wanted: bound === undefined ? '登录参数不小于1' : `登录参数在1至${bound}之间`,
      found: value,
    }
  },
})
