import {
  choice,
  defineRule,
  defineValueRule,
  defineValueTable,
  type Rule,
  text,
  unit,
  unitNameInput,
  yesNo,
} from '@luoshi/kernel'
import { notice } from './notice.ts'

/** Who can owe what the notice is about; whoever else owes is named, so that the refusal can say why. */
export const debtorKinds = {
  organ: '机关',
  institution: '事业单位',
  'large-soe': '大型国有企业（含全资、控股的各级子公司）',
  other: '其他单位或者个人',
} as const

/** To whom a debtor belongs, by which it is known who settles. The two kinds of firms overlap in the notice's words. */
export const belongings = {
  department: '县直部门（含所属事业单位）',
  'county-soe': '县属国有企业',
  'finance-soe': '县财政局监管的国有企业',
  local: '乡（镇）、景区、示范区所属',
} as const

/** Who settles. */
export const settlersInCharge = {
  finance: '县财政局',
  industry: '县工业和信息化局',
  local: '属地乡（镇）、景区、示范区',
} as const

/** What a debt or a clue says of the debtor. */
export const debtorShape = {
  debtor: text('欠款单位'),
  debtorKind: choice('欠款单位类别', debtorKinds),
  belonging: choice('隶属关系', belongings),
  place: unit('属地', { help: '隶属乡（镇）、景区、示范区的填写' }).optional(),
}

/** Organs, institutions and large state firms, and nobody else. */
export const debtorCovered = defineRule({
  id: 'debtor-covered',
  title: '欠款单位在清欠范围',
  basis: notice.lines(734),
  inputs: { debtorKind: debtorShape.debtorKind },
  parameters: {},
  decide: ({ debtorKind }) => ({
    isMet: debtorKind !== 'other',
    wanted: '欠款单位为机关、事业单位或者大型国有企业（含全资、控股的各级子公司）',
    found: debtorKinds[debtorKind],
  }),
})

/** What it is and to whom it belongs fit each other; where it belongs to a place, that is named. */
export const belongingFits = defineRule({
  id: 'belonging-fits',
  title: '隶属关系',
  basis: notice.lines(764, 770),
  inputs: {
    debtorKind: debtorShape.debtorKind,
    belonging: debtorShape.belonging,
    place: debtorShape.place,
  },
  parameters: {},
  decide: ({ debtorKind, belonging, place }) => {
    const isFirmOfCounty = belonging === 'county-soe' || belonging === 'finance-soe'
    const isFirm = debtorKind === 'large-soe'
    const isLocal = belonging === 'local'
    return {
      isMet: (isLocal || isFirm === isFirmOfCounty) && isLocal === (place !== undefined),
      wanted:
        '机关、事业单位属县直部门或者属地，国有企业属县里、县财政局监管或者属地；属地的写明是哪里，其他的不写',
      found: `${debtorKinds[debtorKind]}，${belongings[belonging]}，${place === undefined ? '没有写属地' : '写了属地'}`,
    }
  },
})

const inCharge = choice('清偿责任', settlersInCharge)

/** Who settles, by to whom the debtor belongs. */
export const inChargeTable = defineValueTable({
  id: 'in-charge',
  title: '清偿责任分工',
  basis: notice.lines(764, 770),
  gives: inCharge,
  inputs: { belonging: debtorShape.belonging },
  hit: 'unique',
  rows: [
    { when: { belonging: { is: 'department' } }, value: 'finance', basis: notice.lines(766, 768) },
    { when: { belonging: { is: 'finance-soe' } }, value: 'finance', basis: notice.lines(766, 768) },
    { when: { belonging: { is: 'county-soe' } }, value: 'industry', basis: notice.lines(764) },
    { when: { belonging: { is: 'local' } }, value: 'local', basis: notice.lines(768, 770) },
  ],
})

/** Whether a unit is the one that settles; `field` holds its id. */
const settledBy = (id: string, title: string, field: string, label: string): Rule => {
  const placeName = unitNameInput('place')
  return defineRule({
    id,
    title,
    basis: notice.lines(764, 770),
    inputs: {
      inCharge,
      place: debtorShape.place,
      [placeName]: text('属地名称').optional(),
      [field]: unit(label),
      [unitNameInput(field)]: text(`${label}名称`),
    },
    parameters: {},
    decide: (input: Readonly<Record<string, unknown>>) => {
      const found = String(input[unitNameInput(field)])
      const { inCharge: charge, place } = input as { inCharge: keyof typeof settlersInCharge; place?: string }
      if (charge === 'local') {
        const named = typeof input[placeName] === 'string' ? input[placeName] : ''
        return { isMet: input[field] === place, wanted: `由属地${named}清偿`, found }
      }
      const wanted = settlersInCharge[charge]
      return { isMet: found === wanted, wanted: `由${wanted}清偿`, found }
    },
  })
}

/** What is handed on goes to the unit that settles. */
export const givenRightly = settledBy('given-rightly', '交办对象', 'receiver', '承办单位')
/** Who takes a debt upon itself is the unit that settles it. */
export const ownToSettle = settledBy('own-to-settle', '承办单位', 'ownUnit', '本单位')

/** Debts outside the clearing, and why. */
export const scopes = {
  covered: '属于清欠范围',
  suspended: '停产企业，不在清欠范围',
  judicial: '已进入司法程序，不在清欠范围',
} as const

export const scopeShape = {
  isSuspended: yesNo('欠款单位已停产'),
  isJudicial: yesNo('已进入司法程序'),
}

export const scope = choice('清欠范围', scopes)

/** A debt of a firm that has stopped, or one that is before a court, is marked as outside. */
export const scopeRule = defineValueRule({
  id: 'scope',
  title: '清欠范围判定',
  basis: notice.lines(734),
  gives: scope,
  inputs: { ...scopeShape, debtorKind: debtorShape.debtorKind },
  parameters: {},
  decide: ({ isSuspended, isJudicial, debtorKind }) => {
    if (isJudicial) return { value: 'judicial' as const, because: '已进入司法程序的除外' }
    if (isSuspended && debtorKind === 'large-soe') {
      return { value: 'suspended' as const, because: '不含停产企业' }
    }
    return { value: 'covered' as const, because: `${debtorKinds[debtorKind]}的拖欠` }
  },
})

export const covered = defineRule({
  id: 'covered',
  title: '属于清欠范围',
  basis: notice.lines(734),
  inputs: { scope },
  parameters: {},
  decide: (input) => ({
    isMet: input.scope === 'covered',
    wanted: scopes.covered,
    found: scopes[input.scope],
  }),
})

export const notCovered = defineRule({
  id: 'not-covered',
  title: '不属于清欠范围',
  basis: notice.lines(734),
  inputs: { scope },
  parameters: {},
  decide: (input) => ({
    isMet: input.scope !== 'covered',
    wanted: '欠款单位已停产，或者已进入司法程序',
    found: scopes[input.scope],
  }),
})

export { inCharge }
