import {
  type Actor,
  type Case,
  type Context,
  officialCalendar,
  openCase,
  type Procedure,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { houseSafety } from './house.ts'
import { selfBuiltHouses } from './index.ts'

export const calendar = officialCalendar()
/** A made-up county: a township with a village below it, and another township. */
export const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('housing', '县住房和城乡建设管理局', 'government'),
  unitNamed('east', '东镇人民政府', 'government'),
  unitNamed('east-village', '上河村民委员会', 'east'),
  unitNamed('west', '西乡人民政府', 'government'),
])
const person = (id: string, role: string, unit: string): Actor => ({
  id,
  county: 'wuzhai',
  posts: [{ role, unit, from: null, until: null }],
})
/** Two officers of the same township, the housing bureau and the bureau that permits business. */
export const people = {
  east: person('east', 'township', 'east'),
  inspector: person('inspector', 'township', 'east'),
  housing: person('housing', 'housing', 'housing'),
  approval: person('approval', 'approval-bureau', 'government'),
}
/** Around what is done on a day, with what was looked up. */
export const at = (day: string, facts: Context['facts'] = {}): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: selfBuiltHouses,
  parameters: {},
  facts,
})

const plain = {
  where: '上河村三街12号',
  village: '上河村',
  owner: '苗得雨',
  storeys: 2,
  span: '4.2',
  isComplex: false,
  isExtended: false,
  isConverted: false,
  isCrowded: false,
}
/** Business premises as they are put on the list, and a home. */
export const business = { ...plain, number: 'B-1', use: 'business', place: 'hotel', zone: 'seat' }
export const home = { ...plain, number: 'H-1', use: 'other', place: 'home', zone: 'village' }
const sheet = {
  surveyedOn: '2022-07-20',
  land: '集体',
  area: '180',
  builtIn: '2003年',
  builtBy: '自行建造',
  structure: '砖混',
  isInHazardZone: false,
  isSiteHazardous: false,
  isSlopeStable: true,
  hasDrawing: false,
  isDesignerQualified: false,
  isBuilderQualified: true,
  structuralHazards: ['superstructure'],
  isDilapidated: true,
  isFacadeLoose: false,
  equipment: 'none',
  isDecorationToxic: false,
  isMaterialUnfit: false,
  lacking: [],
  unlawful: [],
}
const shop = {
  permits: '营业执照已办',
  isFireFit: true,
  areExitsClear: true,
  isWiringFit: true,
  usesBottledGas: false,
}

/** The case after what was done, or an error with every reason why it was not. */
export function doneOf(outcome: ReturnType<typeof transition>): Case {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
export const open = (
  procedure: Procedure,
  by: Actor,
  input: Readonly<Record<string, unknown>>,
  context: Context,
) =>
  doneOf(
    openCase(
      procedure,
      { id: 'case', county: 'wuzhai', unit: by.posts[0]?.unit ?? '', owner: null },
      { by, input },
      context,
    ),
  )
/** An action on a house, and its outcome; `step` takes it for granted that it is done. */
export const act = (current: Case, name: string, by: Actor, day: string, input = {}, reason?: string) =>
  transition(houseSafety, current, { name, by, input, ...(reason ? { reason } : {}) }, at(day))
export const step = (...given: Parameters<typeof act>) => doneOf(act(...given))
export const messages = (outcome: ReturnType<typeof transition>) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []

/** A house that was looked at and judged. */
export function judged(house: Readonly<Record<string, unknown>>, grade: string, more = {}): Case {
  const queued = open(houseSafety, people.east, house, at('2022-07-15'))
  const input = { ...sheet, ...(house['use'] === 'business' ? shop : {}), ...more }
  const surveyed = step(queued, 'survey', people.east, '2022-07-20', input)
  return step(surveyed, 'judge', people.east, '2022-07-22', {
    grade,
    judgedOn: '2022-07-22',
    technicians: '许望川',
    findings: '墙体开裂',
  })
}
/** What is filled in along the way. */
export const clearing = { sealedOn: '2022-07-22', cleared: '住客已离开，门窗已封' }
export const leaving = {
  hazards: '墙体倾斜',
  evacuatedOn: '2022-07-22',
  evacuated: 7,
  evacuation: '本户和东邻已到村委会',
  proposal: '由专业机构鉴定',
}
export const report = (conclusion: string) => ({
  institute: '衡正鉴定公司',
  qualification: '甲级',
  report: '鉴-7',
  appraisedOn: '2022-08-20',
  conclusion,
  ...(conclusion === 'qualified' ? {} : { demands: '加固二层墙体' }),
})
export const plan = {
  cause: 'defect',
  remedy: 'reinforce',
  planText: '加固墙体',
  responsible: '苗得雨',
  deadline: '2022-10-31',
}
export const acceptance = { acceptedOn: '2022-11-02', acceptors: '许望川' }

/** From an appraisal to what is mended and waits for acceptance. */
export function mended(current: Case): Case {
  const appraised = step(current, 'appraise', people.east, '2022-08-22', report('repair'))
  const listed = step(appraised, 'listDemands', people.east, '2022-08-23', { hazards: '墙体' })
  const fixing = step(listed, 'plan', people.east, '2022-08-25', plan)
  return step(fixing, 'fix', people.east, '2022-10-30', { fixedOn: '2022-10-30', repair: '已加固' })
}
