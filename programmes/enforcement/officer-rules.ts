import { ACTOR, date, defineRule, defineValueRule, OWN_UNIT, TODAY, text, unit, yesNo } from '@luoshi/kernel'
import { penalty, townships } from './notices.ts'
import { objectionTo, officerInputs, officersNamed } from './officers.ts'

const hasInterest = yesNo('执法人员与本案有直接利害关系或者其他可能影响公正的关系')

/** Two officers of the body, each with passed exam and a certificate that is valid on the day, and one of them acts. */
export const officersQualified = defineRule({
  id: 'officers-qualified',
  title: '两名有资格的执法人员',
  basis: townships.lines(388),
  inputs: {
    ...officerInputs,
    [OWN_UNIT]: unit('办件所属机构'),
    [TODAY]: date('今天'),
    [ACTOR]: text('办理人'),
  },
  parameters: {},
  decide: (input) => {
    const { officer1, officer2, officerOne, officerTwo } = input
    const [own, today, actor] = [String(input[OWN_UNIT]), String(input[TODAY]), String(input[ACTOR])]
    if (officer1 === officer2) {
      return {
        isMet: false,
        wanted: '执法人员不少于两人',
        found: '只有一人',
        basis: penalty('第四十二条'),
      }
    }
    const wanted = `考试合格、证件在${today}有效的本机构执法人员方可上岗执法`
    const objection =
      objectionTo(officer1, officerOne, own, today) ?? objectionTo(officer2, officerTwo, own, today)
    if (objection !== null) return { isMet: false, wanted, found: objection }
    const isOneOfThem = actor === officer1 || actor === officer2
    return {
      isMet: isOneOfThem,
      wanted: '由本案的执法人员本人办理',
      found: isOneOfThem ? '两人均有资格' : '办理人不是本案的执法人员',
      basis: penalty('第四十二条'),
    }
  },
})

/** As above for who decides on the officers of a case: the head is none of them. */
export const replacementQualified = defineRule({
  id: 'replacement-qualified',
  title: '接替的执法人员',
  basis: townships.lines(388),
  inputs: { ...officerInputs, [OWN_UNIT]: unit('办件所属机构'), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => {
    const { officer1, officer2, officerOne, officerTwo } = input
    const [own, today] = [String(input[OWN_UNIT]), String(input[TODAY])]
    const objection =
      officer1 === officer2
        ? '只有一人'
        : (objectionTo(officer1, officerOne, own, today) ?? objectionTo(officer2, officerTwo, own, today))
    return {
      isMet: objection === null,
      wanted: `两名考试合格、证件在${today}有效的本机构执法人员`,
      found: objection ?? '两人均有资格',
    }
  },
})

/** Who has an interest in the case keeps out of it. */
export const noInterest = defineRule({
  id: 'no-interest',
  title: '回避',
  basis: penalty('第四十三条'),
  inputs: { hasInterest },
  parameters: {},
  decide: (input) => ({
    isMet: !input.hasInterest,
    wanted: '与本案没有利害关系的人办案，有的应当回避',
    found: input.hasInterest ? '声明有利害关系' : '声明没有利害关系',
  }),
})

/** Whether the officers have declared an interest. */
export { hasInterest }

/** Names and certificates, by which papers tell who enforces. */
export const officersNames = defineValueRule({
  id: 'officers-named',
  title: '执法人员台账',
  basis: penalty('第五十五条'),
  gives: officersNamed,
  inputs: officerInputs,
  parameters: {},
  decide: ({ officer1, officer2, officerOne: [one], officerTwo: [two] }) => {
    if (one === undefined) return { missing: `在岗的执法人员“${officer1}”` }
    if (two === undefined) return { missing: `在岗的执法人员“${officer2}”` }
    const called = [one, two].map(({ name, certificate }) => `${name}（${certificate ?? '没有证件'}）`)
    return { value: called.join('、'), because: '按执法人员台账' }
  },
})

export const officerRules = [officersQualified, replacementQualified, noInterest]
