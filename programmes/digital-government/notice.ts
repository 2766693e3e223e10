import { defineValueRule, instrument, may, OWN_UNIT, text, unitNameInput } from '@luoshi/kernel'

export const notice = instrument('wuzhai', '五政办发〔2022〕26号')

/** From when on what is defined holds. */
export const validity = { version: 1, validFrom: '2022-08-02', validTo: null }

/** A department with its systems and projects, in the part that the department itself named. */
export const department = may('department', 'unit')
/** 县政务信息管理局: reviews, approves, keeps the filings, has wrongs put right. */
export const bureau = may('information-bureau', 'county')
/** 县财政局: sets budgets, pays, stops paying. */
export const finance = may('finance', 'county')
/** The county government consents. */
export const government = may('government', 'county')
/** 县数字政府服务中心 advises on what is technical. */
export const centre = may('service-centre', 'county')
export const readers = [department, bureau, finance, government, centre]

export const departmentName = text('所属单位')

/** Whose it is, by name: what lists and counts name. */
export const departmentRule = defineValueRule({
  id: 'department',
  title: '所属单位',
  basis: notice.lines(1719),
  gives: departmentName,
  inputs: { [unitNameInput(OWN_UNIT)]: text('本单位名称') },
  parameters: {},
  decide: (input) => ({ value: String(input[unitNameInput(OWN_UNIT)]), because: '登记的单位' }),
})
