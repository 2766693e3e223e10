import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { codeFree, codeRule, coding, groups } from './marking.ts'
import { notice, validity } from './notice.ts'
import { violations, violationsByQuarter } from './offences.ts'
import {
  contracts,
  everyPlaceHasCadre,
  roadHazardParts,
  roadHazards,
  roadHazardsByKind,
  roadHazardsLate,
} from './roads.ts'
import {
  allowanceRule,
  allowances,
  allowancesByMonth,
  dailyAllowance,
  paying,
  persuaders,
  persuasions,
  persuasionsByMonth,
  stations,
} from './stations.ts'
import {
  acting,
  actions,
  actionsCalled,
  beginsRule,
  endsRule,
  hasBegun,
  survey,
  surveyParts,
} from './surveys.ts'
import {
  changes,
  drivers,
  groupKnown,
  keeping,
  kindClear,
  toManage,
  toRegister,
  toScrap,
  treatmentRule,
  unclear,
  unmarked,
  vehicles,
  vehiclesByTownship,
} from './vehicles.ts'

/** 五政办发〔2023〕21号: farm vehicles and drivers on file, three treatments, roads made safe, stations and persuaders. */
export const ruralRoadSafety = defineProgramme({
  id: 'rural-road-safety',
  title: '五台县农村道路交通安全',
  basis: notice.lines(786, 868),
  ...validity,
  roles: {
    'group-office': { title: '县领导小组办公室', basis: notice.lines(812) },
    township: { title: '乡（镇）人民政府', basis: notice.lines(820, 830) },
    'traffic-police': { title: '县公安局交警大队', basis: notice.lines(836, 846) },
    'road-department': { title: '交通运输、公路等部门', basis: notice.lines(836) },
    'county-leader': { title: '县领导小组', basis: notice.lines(804) },
  },
  registers: [
    groups,
    vehicles,
    drivers,
    surveyParts.register,
    actions,
    roadHazardParts.register,
    contracts,
    stations,
    persuaders,
    persuasions,
    allowances,
    violations,
  ],
  procedures: [coding, keeping, surveyParts.procedure, acting, roadHazardParts.procedure, paying],
  rules: [
    codeFree,
    kindClear,
    toRegister,
    toScrap,
    toManage,
    groupKnown,
    ...surveyParts.rules,
    hasBegun,
    ...roadHazardParts.rules,
  ],
  valueRules: [codeRule, treatmentRule, beginsRule, endsRule, allowanceRule],
  parameters: [dailyAllowance],
  papers: [],
  stocktakes: [unmarked, unclear, changes, actionsCalled, roadHazardsLate, everyPlaceHasCadre],
  reports: [survey],
  campaigns: [roadHazards],
  tallies: [
    vehiclesByTownship,
    roadHazardsByKind,
    persuasionsByMonth,
    allowancesByMonth,
    violationsByQuarter,
  ],
  open: [
    conflict(
      '“无牌”列在报废一批里，符合标准或者与公告产品一致的又要上户一批；无牌而符合的按上户',
      notice.lines(826),
    ),
    gap('报废的“适当补贴”是多少没有写明，逐车填写', notice.lines(826)),
    gap('“5.22”事故没有写明年份', notice.lines(794)),
    gap('领导小组成员写“各县（镇）分管负责人”，应是各乡（镇）', notice.lines(810)),
  ],
})
