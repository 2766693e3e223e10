import {
  choice,
  date,
  daysBetween,
  defineParameter,
  defineRule,
  defineValueRule,
  fields,
  type IsoDate,
  isAtLeast,
  listOf,
  type Rule,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { buildingValidity, buildingNotice as notice } from '../notices.ts'
import { contractorKind, contractorKinds, standing } from './contractors.ts'
import { classes, houseClass } from './house-register.ts'

/** Contractors as their numbers are looked up. */
export const designers = listOf('设计方', fields({ kind: contractorKind, standing }))
export const constructors = listOf('施工方', fields({ kind: contractorKind, standing }))
export const supervisors = listOf('监理方', fields({ kind: contractorKind, standing }))
const parties = { designers, constructors, supervisors }

/** The numbers under which they stand in the list. */
export const partyNumbers = {
  designer: text('设计方名录编号'),
  constructionParty: text('施工方名录编号'),
  supervisor: text('监理方名录编号'),
}

const ofClass = (id: string, wanted: keyof typeof classes, says: string, line: number): Rule =>
  defineRule({
    id,
    title: says,
    basis: notice.lines(line),
    inputs: { houseClass },
    parameters: {},
    decide: (house) => ({
      isMet: house.houseClass === wanted,
      wanted: says,
      found: classes[house.houseClass],
    }),
  })

export const isClassOne = ofClass('is-class-one', 'one', '开工登记的是Ⅰ类房屋', 1101)
export const isClassTwo = ofClass('is-class-two', 'two', '由县住建部门监管的是Ⅱ类房屋', 1089)

const isPerson = (kind: string) => ['registered', 'titled', 'craftsman'].includes(kind)

/** Each of the three may do what it takes on; a person may design and supervise, and not build. */
export const partiesEligible = defineRule({
  id: 'parties-eligible',
  title: '参建方符合从业条件',
  basis: notice.lines(1169, 1181),
  inputs: parties,
  parameters: {},
  decide: (given) => {
    const wrong = [
      ...unfit('设计方', given.designers, false),
      ...unfit('施工方', given.constructors, true),
      ...unfit('监理方', given.supervisors, false),
    ]
    return {
      isMet: wrong.length === 0,
      wanted: '设计方、监理方是符合条件的单位或者个人，施工方是符合条件的单位',
      found: wrong.length === 0 ? '都符合' : wrong.join('；'),
    }
  },
})

function unfit(
  role: string,
  found: readonly { readonly kind: keyof typeof contractorKinds }[],
  isUnitWanted: boolean,
): string[] {
  const [party] = found
  if (party === undefined) return [`${role}不在名录中`]
  if (party.kind === 'none') return [`${role}不符合从业条件`]
  return isUnitWanted && isPerson(party.kind)
    ? [`${role}是${contractorKinds[party.kind]}，个人不能承揽施工`]
    : []
}

/** What the two contracts must say. */
export const contracts = {
  constructionWarranty: text('施工合同约定的房屋保修期限'),
  isConstructionLiabilitySaid: yesNo('施工合同约定了相关责任'),
  supervisionWarranty: text('监理合同约定的房屋保修期限'),
  isSupervisionLiabilitySaid: yesNo('监理合同约定了相关责任'),
}

/** Both contracts say who is liable; for how long the house is under warranty is filled in from them. */
export const contractsComplete = defineRule({
  id: 'contracts-complete',
  title: '合同约定保修期限和相关责任',
  basis: notice.lines(1119),
  inputs: contracts,
  parameters: {},
  decide: (given) => {
    const missing = [
      ...(given.isConstructionLiabilitySaid ? [] : ['施工合同']),
      ...(given.isSupervisionLiabilitySaid ? [] : ['监理合同']),
    ]
    return {
      isMet: missing.length === 0,
      wanted: '与施工方、监理方的书面合同都约定保修期限和相关责任',
      found: missing.length === 0 ? '都已约定' : `${missing.join('、')}没有约定相关责任`,
    }
  },
})

export const filings = { inTime: '按期登记', late: '登记晚于规定' } as const
export const filing = choice('开工登记时间', filings)
export const registeredOn = date('开工登记日期')
export const plannedStart = date('计划开工日期')
export const startedOn = date('开工日期')

/** How many days before the start a house is registered. */
export const filingDays = defineParameter({
  id: 'filing-days',
  title: '开工前登记的日数',
  unit: '日',
  values: [{ from: buildingValidity.validFrom, value: '30', basis: notice.lines(1119) }],
})

/** Whether there are so many days from the registration to the start; one that is late is taken, and says so. */
function filed(
  from: IsoDate,
  start: IsoDate,
  least: string,
): { value: keyof typeof filings; because: string } {
  const days = daysBetween(from, start)
  const isInTime = days >= 0 && isAtLeast(String(days), least)
  return {
    value: isInTime ? 'inTime' : 'late',
    because: days < 0 ? '开工以后才登记' : `开工${days}日前登记，应在开工${least}日前登记`,
  }
}

export const filingByPlan = defineValueRule({
  id: 'filing-by-plan',
  title: '是否按期登记（计划开工）',
  basis: notice.lines(1119),
  gives: filing,
  inputs: { [TODAY]: date('登记当日'), plannedStart },
  parameters: { filingDays },
  decide: (given, values) => filed(given.today, given.plannedStart, values.filingDays),
})

export const filingByStart = defineValueRule({
  id: 'filing-by-start',
  title: '是否按期登记（实际开工）',
  basis: notice.lines(1119),
  gives: filing,
  inputs: { registeredOn, startedOn },
  parameters: { filingDays },
  decide: (given, values) => filed(given.registeredOn, given.startedOn, values.filingDays),
})

/** The day of the registration. */
export const registrationDay = defineValueRule({
  id: 'registration-day',
  title: '开工登记日期',
  basis: notice.lines(1119),
  gives: registeredOn,
  inputs: { [TODAY]: date('登记当日') },
  parameters: {},
  decide: ({ today }) => ({ value: today, because: '登记当日' }),
})

export const modes = {
  single: '各方单独承揽',
  'design-build': '“设计、施工”+监理',
  'design-supervise': '“设计、监理”+施工',
  'build-supervise': '施工、监理同为一方，待核',
  all: '设计、施工、监理同为一方，待核',
} as const

export const mode = choice('承揽形式', modes)

/** In which form the work is taken on; building and supervising in one hand is named by nothing in the text, and is looked at. */
export const modeOf = defineValueRule({
  id: 'mode',
  title: '承揽形式',
  basis: notice.lines(1183),
  gives: mode,
  inputs: partyNumbers,
  parameters: {},
  decide: ({ designer, constructionParty, supervisor }) => {
    const isDesignBuild = designer === constructionParty
    const isDesignSupervise = designer === supervisor
    const value =
      isDesignBuild && isDesignSupervise
        ? ('all' as const)
        : constructionParty === supervisor
          ? ('build-supervise' as const)
          : isDesignBuild
            ? ('design-build' as const)
            : isDesignSupervise
              ? ('design-supervise' as const)
              : ('single' as const)
    return { value, because: `设计${designer}、施工${constructionParty}、监理${supervisor}` }
  },
})

export const partyFlag = choice('参建方黑名单提示', { none: '没有', found: '有参建方在黑名单中' })

/** Whether one of the three is blacklisted: said, as the text does not say that it may take on nothing. */
export const flagging = defineValueRule({
  id: 'party-flag',
  title: '参建方黑名单提示',
  basis: notice.lines(1235),
  gives: partyFlag,
  inputs: parties,
  parameters: {},
  decide: (given) => {
    const found = Object.entries({
      设计方: given.designers,
      施工方: given.constructors,
      监理方: given.supervisors,
    }).flatMap(([role, records]) => (records.some((one) => one.standing === 'blacklisted') ? [role] : []))
    return found.length === 0
      ? { value: 'none' as const, because: '三方都不在黑名单' }
      : { value: 'found' as const, because: found.join('、') }
  },
})

const acceptors = { designer: '设计方', constructor: '施工方', supervisor: '监理方' } as const
export const tookPart = listOf('参加验收的参建方', choice('参建方', acceptors))

/** Designer, builder and supervisor take part in the acceptance. */
export const allTookPart = defineRule({
  id: 'all-took-part',
  title: '参建各方参加竣工验收',
  basis: notice.lines(1121),
  inputs: { tookPart },
  parameters: {},
  decide: (given) => {
    const missing = Object.entries(acceptors).flatMap(([id, label]) =>
      given.tookPart.some((one) => one === id) ? [] : [label],
    )
    return {
      isMet: missing.length === 0,
      wanted: '设计、施工、监理等参建各方参加竣工验收',
      found: missing.length === 0 ? '都参加了' : `${missing.join('、')}没有参加`,
    }
  },
})

export const buildingRules: readonly Rule[] = [
  isClassOne,
  isClassTwo,
  partiesEligible,
  contractsComplete,
  allTookPart,
]
export const buildingValues = [filingByPlan, filingByStart, registrationDay, modeOf, flagging]
