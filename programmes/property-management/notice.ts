import { defineValueRule, instrument, may, OWN_UNIT, text, unitNameInput } from '@luoshi/kernel'

export const notice = instrument('wuzhai', '五政办发〔2022〕34号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-09-07', validTo: null }

/** A township: who organises and carries out. */
export const township = may('township', 'unit')
/** 业主委员会 or 物业管理委员会, in the place in which it is. */
export const owners = may('owners-committee', 'unit')
/** 领导小组办公室 at the bureau of housing. */
export const office = may('group-office', 'county')
/** A department that looks after an industry, for what was given to it. */
export const department = may('department', 'unit')
/** Whoever is asked what they think of a company: any department, any township. */
export const consulted = [may('department', 'county'), may('township', 'county')]
/** 领导小组 */
export const leaders = may('chief', 'county')
/** The county government, to which what is prominent is reported. */
export const government = may('government', 'county')
export const readers = [township, owners, office, department, leaders, government]

export const townshipName = text('乡（镇）')

/** In which township, by name: what lists and counts name. */
export const townshipRule = defineValueRule({
  id: 'township-name',
  title: '乡（镇）',
  basis: notice.lines(2359),
  gives: townshipName,
  inputs: { [unitNameInput(OWN_UNIT)]: text('本单位名称') },
  parameters: {},
  decide: (input) => ({ value: String(input[unitNameInput(OWN_UNIT)]), because: '登记的单位' }),
})
