import {
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  listOf,
  longText,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, readersBelow, scheme, validity } from './notices.ts'
import { objects } from './premises.ts'

const basis = scheme.lines(1318)

/** How many high buildings, and how many resettlement sites, are assessed in a year. */
const EACH = 2

const shape = {
  year: count('年度', '年'),
  highRises: listOf('高层建筑', text('单位')),
  resettlements: listOf('易地扶贫安置场所', text('单位')),
  highRisks: listOf('火灾高危单位', text('单位')),
}

/** Which buildings and units are assessed in a year. */
export const selections = defineRegister({
  id: 'selections',
  title: '年度消防安全检查评估名单',
  basis,
  fields: fields(shape),
  key: ['year'],
  access: { read: readersBelow, write: [brigade] },
})

const supervised = listOf(
  '监管对象台账',
  fields({ name: text('单位'), kind: text('场所种类'), isHighRisk: yesNo('火灾高危单位') }),
)

/** Two of each that are in the register, and every unit of high risk that is. */
export const selectionComplete = defineRule({
  id: 'selection-complete',
  title: '年度评估名单齐全',
  basis,
  inputs: {
    highRises: shape.highRises,
    resettlements: shape.resettlements,
    highRisks: shape.highRisks,
    supervised,
  },
  parameters: {},
  decide: (given) => {
    const ofKind = (kind: string) =>
      given.supervised.filter((one) => one.kind === kind).map(({ name }) => name)
    const risky = given.supervised.filter((one) => one.isHighRisk).map(({ name }) => name)
    const wrong = [
      ...lackingIn('高层建筑', given.highRises, ofKind('high-rise')),
      ...lackingIn('易地扶贫安置场所', given.resettlements, ofKind('resettlement')),
      ...strangersIn('火灾高危单位', given.highRisks, risky),
      ...leftOut(given.highRisks, risky),
    ]
    return {
      isMet: wrong.length === 0,
      wanted: `台账中的高层建筑${EACH}个、易地扶贫安置场所${EACH}个和全部火灾高危单位`,
      found: wrong.length === 0 ? '齐全' : wrong.join('；'),
    }
  },
})

function lackingIn(title: string, chosen: readonly string[], known: readonly string[]): readonly string[] {
  const different = new Set(chosen).size
  const count = different < EACH ? [`${title}只有${different}个`] : []
  return [...count, ...strangersIn(title, chosen, known)]
}

function strangersIn(title: string, chosen: readonly string[], known: readonly string[]): readonly string[] {
  const all = new Set(known)
  const strangers = chosen.filter((name) => !all.has(name))
  return strangers.length === 0 ? [] : [`${strangers.join('、')}不是台账中的${title}`]
}

function leftOut(chosen: readonly string[], known: readonly string[]): readonly string[] {
  const all = new Set(chosen)
  const left = known.filter((name) => !all.has(name))
  return left.length === 0 ? [] : [`漏列火灾高危单位${left.join('、')}`]
}

/** The list of a year is settled, carried through and summed up. */
export const assessing = defineProcedure({
  id: 'assessing',
  title: '年度消防安全检查评估',
  basis,
  ...validity,
  register: selections.id,
  subject: selections.fields,
  access: { read: readersBelow },
  lookups: {
    supervised: {
      title: '监管对象台账',
      register: objects.id,
      where: {},
      states: ['supervised'],
      gives: { kind: 'records', fields: ['name', 'kind', 'isHighRisk'] },
    },
  },
  opening: { title: '确定评估名单', by: [brigade], basis, gates: [selectionComplete.id] },
  initial: 'chosen',
  states: {
    chosen: {
      title: '评估中',
      on: {
        record: {
          title: '填报评估情况',
          to: 'chosen',
          by: [brigade],
          basis,
          input: fields({ progress: longText('评估情况') }),
        },
        finish: {
          title: '完成评估',
          to: 'finished',
          by: [brigade],
          basis,
          input: fields({ finishedOn: date('完成日期'), upgrades: longText('安全升级改造意见') }),
        },
      },
    },
    finished: { title: '已完成', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('每年2个高层建筑和2个安置场所按什么选没有写明，由大队在台账中选', basis)],
})
