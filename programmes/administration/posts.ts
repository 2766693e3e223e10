import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  type Procedure,
  type Register,
  reference,
  text,
} from '@luoshi/kernel'
import { administrator, readers } from './access.ts'
import { basis } from './laws.ts'
import { officers } from './officers.ts'
import { unitEntries, units } from './units.ts'
import { validity } from './validity.ts'

const by = [administrator]

const own = {
  number: text('岗位编号'),
  officer: reference('干部', officers.id),
  unit: reference('机构', units.id),
  from: date('起始日期').optional(),
  until: date('终止日期', { help: '自该日起不再担任' }).optional(),
  delegatedBy: reference('委托人', officers.id).optional(),
}

/**
 * Roles that officers hold in units, from a day on, until a day, and by whose delegation.
 *
 * @param roles the roles that there are, `programme/role` → title
 */
export function postsRegister(roles: Readonly<Record<string, string>>): Register {
  return defineRegister({
    id: 'posts',
    title: '岗位台账',
    basis: basis.accessControl,
    fields: fields({ ...own, role: choice('角色', roles) }),
    key: ['number'],
    access: { read: readers, write: by },
  })
}

/** A post, from its giving to its end. */
export function postProcedure(posts: Register): Procedure {
  return defineProcedure({
    id: posts.id,
    title: '岗位',
    basis: basis.accessControl,
    ...validity,
    register: posts.id,
    subject: posts.fields,
    access: { read: readers },
    lookups: {
      unitEntries,
      officerEntries: {
        title: '干部台账',
        register: officers.id,
        where: { number: 'officer' },
        states: ['serving'],
        gives: { kind: 'records', fields: ['number'] },
      },
      postsOfDelegator: {
        title: '委托人的岗位',
        register: posts.id,
        where: { officer: 'delegatedBy', role: 'role', unit: 'unit' },
        states: ['held'],
        gives: { kind: 'records', fields: ['from', 'until', 'delegatedBy'] },
      },
    },
    opening: {
      title: '授予岗位',
      by,
      basis: basis.accessControl,
      gates: ['officer-serving', 'unit-known', 'post-dates', 'delegation-held'],
    },
    initial: 'held',
    states: {
      held: {
        title: '有效',
        rests: true,
        on: {
          limit: {
            title: '定终止日期',
            to: 'held',
            by,
            basis: basis.accessControl,
            gates: ['post-dates', 'delegation-held'],
            input: fields({ until: date('终止日期', { help: '自该日起不再担任' }) }),
          },
          withdraw: { title: '收回', to: 'withdrawn', by, basis: basis.accessControl, needsReason: true },
        },
      },
      withdrawn: { title: '已收回', final: 'withdrawn', on: {} },
    },
    limits: {},
  })
}

const officerServing = defineRule({
  id: 'officer-serving',
  title: '干部在岗',
  basis: basis.accessControl,
  inputs: {
    officer: own.officer,
    officerEntries: listOf('干部台账', fields({ number: text('干部编号') })),
  },
  parameters: {},
  decide: ({ officer, officerEntries }) => ({
    isMet: officerEntries.length > 0,
    wanted: '干部在干部台账中登记，且在岗',
    found: officerEntries.length > 0 ? '在岗' : `没有编号为“${officer}”的在岗干部`,
  }),
})

const postDates = defineRule({
  id: 'post-dates',
  title: '岗位起止日期',
  basis: basis.accessControl,
  inputs: { from: own.from, until: own.until },
  parameters: {},
  decide: ({ from, until }) => ({
    isMet: from === undefined || until === undefined || from < until,
    wanted: '终止日期晚于起始日期',
    found: `自${from ?? '（未写）'}起，至${until ?? '（未写）'}止`,
  }),
})

const delegationHeld = defineRule({
  id: 'delegation-held',
  title: '委托的岗位为委托人所有',
  basis: basis.accessControl,
  inputs: {
    officer: own.officer,
    delegatedBy: own.delegatedBy,
    from: own.from,
    until: own.until,
    postsOfDelegator: listOf(
      '委托人的岗位',
      fields({
        from: date('起始日期').nullish(),
        until: date('终止日期').nullish(),
        delegatedBy: text('委托人').nullish(),
      }),
    ),
  },
  parameters: {},
  decide({ officer, delegatedBy, from, until, postsOfDelegator }) {
    const wanted = '委托给别人，写明起止日期，期间委托人自己担任同一岗位'
    if (delegatedBy === undefined) return { isMet: true, wanted, found: '不是委托' }
    if (delegatedBy === officer) return { isMet: false, wanted, found: '委托给自己' }
    if (from === undefined || until === undefined) return { isMet: false, wanted, found: '没有写明起止日期' }
    const isHeld = postsOfDelegator.some(
      (post) =>
        !post.delegatedBy && (!post.from || post.from <= from) && (!post.until || until <= post.until),
    )
    return { isMet: isHeld, wanted, found: isHeld ? '委托人担任' : '委托人没有自己担任' }
  },
})

export const postRules = [officerServing, postDates, delegationHeld]
