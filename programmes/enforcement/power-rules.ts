import {
  type Cite,
  choice,
  date,
  defineRule,
  defineValueRule,
  fields,
  listOf,
  OWN_UNIT,
  reference,
  TODAY,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import { penalty, powerList, townships } from './notices.ts'
import { entrustments, listLines, powerKinds, powers } from './powers.ts'

const entry = fields({
  code: text('事项编码'),
  kind: choice('职权类型', powerKinds),
  name: text('职权名称'),
  holders: listOf('实施机关', unit('机构')),
  isTownship: yesNo('由乡（镇）行使'),
  formerHolders: listOf('停止行使的部门', unit('机构')),
  isSimpleOnly: yesNo('仅限简易程序'),
  excludesPoor: yesNo('低保、特困除外'),
  isReportedUp: yesNo('审核转报'),
  from: date('自何日起'),
  until: date('至何日停止').nullish(),
})

const entrustmentEntry = fields({
  entrusted: unit('受委托机关'),
  power: text('具体事项'),
  from: date('期限起'),
  until: date('期限止'),
})

const jurisdictionEntry = fields({ power: text('执法事项'), receiver: unit('承办部门').nullish() })

/** What rules about a power look up. */
export const powerLookups = {
  powerEntries: {
    title: '所选执法事项',
    register: powers.id,
    where: { code: 'power' },
    states: ['listed'],
    gives: { kind: 'records', fields: Object.keys(entry.shape) },
  },
  allPowers: {
    title: '目录中全部事项',
    register: powers.id,
    where: {},
    states: ['listed'],
    gives: { kind: 'records', fields: ['name'] },
  },
  entrustmentEntries: {
    title: '所附委托书',
    register: entrustments.id,
    where: { number: 'entrustment' },
    states: ['published'],
    gives: { kind: 'records', fields: Object.keys(entrustmentEntry.shape) },
  },
  jurisdictionEntries: {
    title: '所附管辖决定',
    register: 'jurisdictions',
    where: { number: 'jurisdiction' },
    states: ['assigned'],
    gives: { kind: 'records', fields: Object.keys(jurisdictionEntry.shape) },
  },
} as const

/** The fields of a case that say on which power it stands. */
export const powerOfCase = {
  power: reference('执法事项', powers.id),
  placeUnit: unit('违法行为发生地乡（镇）', { help: '发生地由哪个乡（镇）管辖' }),
  entrustment: reference('委托书', entrustments.id).optional(),
  jurisdiction: reference('管辖决定', 'jurisdictions').optional(),
}

const entries = listOf('所选执法事项', entry)

/** The body holds the power on that day and in that place: by the list, by a valid entrustment, or by a decision of the county. */
export const powerHeld = defineRule({
  id: 'power-held',
  title: '执法主体和职权',
  basis: townships.lines(376),
  inputs: {
    power: powerOfCase.power,
    placeUnit: powerOfCase.placeUnit,
    entrustment: powerOfCase.entrustment,
    jurisdiction: powerOfCase.jurisdiction,
    powerEntries: entries,
    allPowers: listOf('目录中全部事项', fields({ name: text('职权名称') })),
    entrustmentEntries: listOf('所附委托书', entrustmentEntry),
    jurisdictionEntries: listOf('所附管辖决定', jurisdictionEntry),
    [OWN_UNIT]: unit('办件所属机构'),
    [TODAY]: date('今天'),
  },
  parameters: {},
  decide: (input) => {
    const { power, placeUnit, powerEntries, allPowers, entrustmentEntries, jurisdictionEntries } = input
    const [own, today] = [String(input[OWN_UNIT]), String(input[TODAY])]
    const [listed] = powerEntries
    if (listed === undefined) return notListed(power, allPowers)
    const { name, from, until, holders, isTownship, formerHolders } = listed
    if (today < from || (until && until <= today)) {
      const found = `“${name}”自${from}起${until ? `至${until}止` : ''}，今天是${today}`
      return no('在职权有效的日期内行使', found, townships.lines(372, 382))
    }
    if (jurisdictionEntries.some((decided) => decided.power === listed.code && decided.receiver === own)) {
      return yes('县人民政府指定管辖', townships.lines(380))
    }
    if (formerHolders.includes(own)) {
      const wanted = '已下放的职权由乡（镇）行使，原部门停止行使；县人民政府指定原部门管辖的，附其决定'
      return no(wanted, `“${name}”已下放，没有附上有效的管辖决定`, townships.lines(376, 380))
    }
    if (holders.includes(own)) {
      const isHere = !isTownship || placeUnit === own
      if (isHere) return yes(`“${name}”在清单内`, townships.lines(374, 376))
      return no('乡（镇）在本行政区域内行使职权', '违法行为发生在别的乡（镇）', penalty('第二十二条'))
    }
    const isEntrusted = entrustmentEntries.some(
      (one) => one.entrusted === own && one.power === listed.code && one.from <= today && today <= one.until,
    )
    if (isEntrusted) return yes('有效的委托书', townships.lines(378))
    const wanted = '在本机构的清单内，或者附有已公布、在期限内的委托书；都没有的，按“吹哨报到”办理'
    return no(wanted, `“${name}”不在本机构的清单内，也没有有效的委托书`, townships.lines(378, 400))
  },
})

function yes(found: string, basis: Cite) {
  return { isMet: true, wanted: '执法机构有这项职权', found, basis }
}

function no(wanted: string, found: string, basis: Cite) {
  return { isMet: false, wanted, found, basis }
}

/** How many near names are told. */
const NEAR = 3

function notListed(power: string, allPowers: readonly { name: string }[]) {
  const near = nearestNames(
    power,
    allPowers.map(({ name }) => name),
  )
  const told = near.length === 0 ? '' : `，名称相近的有：${near.map((name) => `“${name}”`).join('、')}`
  return no('从权责清单中选定职权', `清单内无此职权“${power}”${told}`, listLines)
}

/** The names that share most pairs of characters with a text, the nearest first; none that shares no pair. */
export function nearestNames(text: string, names: readonly string[]): readonly string[] {
  const wanted = pairsOf(text)
  return names
    .map((name) => {
      const pairs = pairsOf(name)
      const shared = [...wanted].filter((pair) => pairs.has(pair)).length
      return { name, shared, likeness: shared / Math.max(1, wanted.size + pairs.size - shared) }
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1))
    .slice(0, NEAR)
    .map(({ name }) => name)
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text]
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))
}

/** What a case's power is called, for its papers. */
export const powerNamed = defineValueRule({
  id: 'power-named',
  title: '执法事项目录',
  basis: townships.lines(372, 374),
  gives: text('执法事项名称').optional(),
  inputs: { power: powerOfCase.power, powerEntries: entries },
  parameters: {},
  decide: ({ power, powerEntries: [listed] }) =>
    listed === undefined ? { missing: `目录中的事项“${power}”` } : { value: listed.name, because: '按目录' },
})

/** A penalty case stands on a power to penalise. */
export const isPenaltyPower = defineRule({
  id: 'is-penalty-power',
  title: '职权是行政处罚',
  basis: penalty('第十七条'),
  inputs: { powerEntries: entries },
  parameters: {},
  decide: ({ powerEntries: [listed] }) => ({
    isMet: listed === undefined || listed.kind === 'penalty',
    wanted: '行政处罚案件选行政处罚类职权',
    found: listed === undefined ? '没有选定' : `“${listed.name}”是${powerKinds[listed.kind]}`,
  }),
})

/** Some powers reach no further than the simple procedure. */
export const notSimpleOnly = defineRule({
  id: 'not-simple-only',
  title: '仅限简易程序的职权',
  basis: townships.lines(476, 479),
  inputs: { powerEntries: entries },
  parameters: {},
  decide: ({ powerEntries: [listed] }) => ({
    isMet: listed?.isSimpleOnly !== true,
    wanted: '仅限依法适用简易程序的职权用简易程序，超出的移送有权机关',
    found: listed?.isSimpleOnly === true ? `“${listed.name}”用了普通程序` : '不受此限',
  }),
})

const isPoor = yesNo('当事人是最低生活保障家庭成员或者特困供养人员')

/** One item of the list is not for those who have other help. */
export const notExcluded = defineRule({
  id: 'not-excluded',
  title: '除外的对象',
  basis: powerList.lines(1253),
  inputs: { powerEntries: entries, isPoor },
  parameters: {},
  decide: (input) => {
    const isOut = input.powerEntries[0]?.excludesPoor === true && input.isPoor
    return {
      isMet: !isOut,
      wanted: '最低生活保障家庭成员和特困供养人员除外',
      found: isOut ? '属于除外的人员' : '不属于除外的情形',
    }
  },
})

/** Who is excluded from an item. */
export { isPoor }

/** A matter of a township is not a penalty, which has its own procedures. */
export const isOtherPower = defineRule({
  id: 'is-other-power',
  title: '职权不是行政处罚',
  basis: powerList.lines(1205, 1322),
  inputs: { powerEntries: entries },
  parameters: {},
  decide: ({ powerEntries: [listed] }) => ({
    isMet: listed === undefined || listed.kind !== 'penalty',
    wanted: '行政处罚案件用处罚程序办理',
    found: listed === undefined ? '没有选定' : powerKinds[listed.kind],
  }),
})

const reporting = (id: string, title: string, asks: boolean) =>
  defineRule({
    id,
    title,
    basis: powerList.lines(1237, 1272),
    inputs: { powerEntries: entries },
    parameters: {},
    decide: ({ powerEntries: [listed] }) => ({
      isMet: (listed?.isReportedUp === true) === asks,
      wanted: asks ? '是审核转报、初审、报批的事项' : '不是审核转报、初审、报批的事项，由本级办结',
      found: listed?.isReportedUp === true ? '是' : '不是',
    }),
  })

export const reportedUp = reporting('reported-up', '审核转报的事项', true)
export const settledHere = reporting('settled-here', '本级办结的事项', false)

/** A term begins before it ends. */
export const termForward = defineRule({
  id: 'term-forward',
  title: '期限起止',
  basis: townships.lines(378),
  inputs: { from: date('期限起'), until: date('期限止') },
  parameters: {},
  decide: ({ from, until }) => ({
    isMet: from <= until,
    wanted: '委托期限的止日不早于起日',
    found: `自${from}至${until}`,
  }),
})

export const powerRules = [
  powerHeld,
  isPenaltyPower,
  notSimpleOnly,
  notExcluded,
  isOtherPower,
  reportedUp,
  settledHere,
  termForward,
]
