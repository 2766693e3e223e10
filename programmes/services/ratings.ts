import {
  choice,
  defineRegister,
  fields,
  listOf,
  longText,
  type RecordOf,
  reference,
  text,
} from '@luoshi/kernel'
import { applicant, bureau, officers, window } from './access.ts'
import { applications } from './applications.ts'
import { wutaiPackage } from './bases.ts'
import { badLevels, satisfactions } from './code-lists.ts'
import type { Guide } from './guides.ts'
import { percent } from './matters.ts'

/** Through what a service was rated, as GB/T 39046 names it. */
export const ratingChannels = {
  pc: 'PC端',
  mobile: '移动服务端',
  code: '二维码',
  tablet: '政务大厅平板电脑',
  terminal: '政务大厅其他终端',
  call: '电话',
  message: '短信',
} as const

/** 好差评: one rating of one handling. */
export const ratings = defineRegister({
  id: 'ratings',
  title: '好差评台账',
  basis: wutaiPackage.lines(787),
  fields: fields({
    number: text('评价编号'),
    application: reference('办件', applications.id),
    itemName: text('事项名称'),
    level: choice('满意度', satisfactions),
    channel: choice('评价渠道', ratingChannels),
    about: listOf('评价内容', text('内容')).optional(),
    remark: longText('文字评价').optional(),
  }),
  key: ['number'],
  access: { read: [...officers, applicant], write: [applicant, window, bureau] },
})

export type Rating = RecordOf<typeof ratings.fields>

/** Whether a rating is bad and so becomes a matter of supervision. */
export function isBad({ level }: Pick<Rating, 'level'>): boolean {
  return badLevels.includes(level)
}

/** Items that cannot be rated, and the share of those that can: target 100 %. */
export function ratableShare(guides: readonly Pick<Guide, 'item' | 'situation' | 'isRatable'>[]): {
  readonly share: string | null
  readonly isMet: boolean
  readonly notRatable: readonly string[]
} {
  const notRatable = guides
    .filter(({ isRatable }) => !isRatable)
    .map(({ item, situation }) => `${item}（${situation}）`)
  return {
    share: percent(guides.length - notRatable.length, guides.length),
    isMet: guides.length > 0 && notRatable.length === 0,
    notRatable,
  }
}

/** 划转率: items that were transferred to the approval bureau, of all that should be. */
export function transferRate(guides: readonly Pick<Guide, 'item' | 'isTransferred'>[]): {
  readonly share: string | null
  readonly isMet: boolean
  readonly left: readonly string[]
} {
  const items = new Map(guides.map(({ item, isTransferred }) => [item, isTransferred]))
  const left = [...items].filter(([, isTransferred]) => !isTransferred).map(([item]) => item)
  return {
    share: percent(items.size - left.length, items.size),
    isMet: items.size > 0 && left.length === 0,
    left,
  }
}
