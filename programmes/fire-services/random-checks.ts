import {
  type Answer,
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  drawDouble,
  fields,
  gap,
  listOf,
  longText,
  measure,
  personalText,
  reference,
  SAMPLE_ALGORITHM,
  TODAY,
  text,
} from '@luoshi/kernel'
import { brigade, plan, readersBelow, scheme, validity } from './notices.ts'
import { objectClasses, objects } from './premises.ts'

const basis = plan.lines(712)

/** Who can be sent to check. */
export const inspectors = defineRegister({
  id: 'inspectors',
  title: '消防检查人员名录',
  basis,
  fields: fields({
    number: text('工号'),
    name: personalText('姓名', 'name'),
    certificate: text('执法资格证号'),
  }),
  key: ['number'],
  access: { read: readersBelow, write: [brigade] },
})

const shape = {
  number: text('抽取编号'),
  objectClass: choice('对象类别', objectClasses),
  percent: measure('抽查比例', '%', { least: '0.01', most: '100' }),
  algorithm: choice('抽取算法', { [SAMPLE_ALGORITHM]: SAMPLE_ALGORITHM }),
  seedRule: text('种子来源', { help: '公告时写明：如抽取日次日公布的某期彩票号码' }),
  announcedOn: date('公告日期'),
}

const result = listOf(
  '抽取结果',
  fields({ object: text('单位'), inspectors: listOf('检查人员', text('工号')) }),
)

/** A draw from one of the three classes, of units and of who goes there. */
export const draws = defineRegister({
  id: 'draws',
  title: '消防“双随机”抽取台账',
  basis,
  fields: fields(shape),
  key: ['number'],
  access: { read: readersBelow, write: [brigade] },
})

const seed = count('种子', '号')
const candidates = listOf('这一类的监管对象', fields({ name: text('单位') }))
const available = listOf('检查人员名录', fields({ number: text('工号') }))

/** All units of the class take part, and everyone on the list of inspectors. */
export const drawRule = defineValueRule({
  id: 'draw-result',
  title: '“双随机”抽取结果',
  basis,
  gives: result,
  inputs: { percent: shape.percent, seed, candidates, available },
  parameters: {},
  decide: ({
    percent,
    seed: given,
    candidates: units,
    available: people,
  }): Answer<{ object: string; inspectors: string[] }[]> => {
    if (units.length === 0) return { missing: '这一类的监管对象' }
    const value = drawDouble({
      objects: units.map(({ name }) => name),
      inspectors: people.map(({ number }) => number),
      percent,
      seed: given,
    })
    if (value === null) return { missing: '名录中至少两名检查人员' }
    return { value, because: `${units.length}个单位按${percent}%、种子${given}抽取，每个单位2人` }
  },
})

const seedPublishedOn = date('种子公布日期')

/** Nobody knows the seed when the draw is announced. */
export const seedAfterwards = defineRule({
  id: 'seed-afterwards',
  title: '种子在公告以后公布',
  basis,
  inputs: { announcedOn: shape.announcedOn, seedPublishedOn, [TODAY]: date('今天') },
  parameters: {},
  decide: ({ announcedOn, seedPublishedOn: published, today }) => ({
    isMet: announcedOn < published && published <= today,
    wanted: `种子在公告的${announcedOn}以后公布，不晚于今天`,
    found: published,
  }),
})

/** Announced, then drawn. */
export const drawing = defineProcedure({
  id: 'drawing',
  title: '消防“双随机”抽取',
  basis,
  ...validity,
  register: draws.id,
  subject: draws.fields,
  access: { read: readersBelow },
  lookups: {
    candidates: {
      title: '这一类的监管对象',
      register: objects.id,
      where: { objectClass: 'objectClass' },
      states: ['supervised'],
      gives: { kind: 'records', fields: ['name'] },
    },
    available: {
      title: '检查人员名录',
      register: inspectors.id,
      where: {},
      states: ['current'],
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: { title: '公告抽取', by: [brigade], basis },
  initial: 'announced',
  states: {
    announced: {
      title: '待抽取',
      on: {
        draw: {
          title: '抽取',
          to: 'drawn',
          by: [brigade],
          basis,
          input: fields({ seed, seedPublishedOn, result: result.optional() }),
          computes: { result: drawRule.id },
          gates: [seedAfterwards.id],
        },
        cancel: { title: '取消', to: 'cancelled', by: [brigade], basis, needsReason: true },
      },
    },
    drawn: { title: '已抽取', final: 'completed', on: {} },
    cancelled: { title: '已取消', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('三类对象各按多大比例抽查没有写明，每次抽取时填写', basis)],
})

/** What was found at each unit that was drawn. */
export const checks = defineRegister({
  id: 'checks',
  title: '消防监督抽查结果台账',
  basis: scheme.lines(1204),
  fields: fields({
    number: text('检查编号'),
    draw: reference('抽取', draws.id),
    object: reference('单位', objects.id),
    checkedOn: date('检查日期'),
    outcome: choice('检查结果', { passed: '未发现问题', hazards: '发现火灾隐患' }),
    found: longText('检查情况'),
  }),
  key: ['number'],
  access: { read: readersBelow, write: [brigade] },
})

/** A result is shown to everyone. */
export const checking = defineProcedure({
  id: 'checking',
  title: '消防监督抽查',
  basis: scheme.lines(1204),
  ...validity,
  register: checks.id,
  subject: checks.fields,
  access: { read: readersBelow },
  lookups: {},
  opening: { title: '登记抽查结果', by: [brigade], basis: scheme.lines(1204) },
  initial: 'entered',
  states: {
    entered: {
      title: '待公示',
      on: {
        show: { title: '公示结果', to: 'shown', by: [brigade], basis: scheme.lines(1204) },
        void: { title: '作废', to: 'voided', by: [brigade], basis: scheme.lines(1204), needsReason: true },
      },
    },
    shown: {
      title: '公示中',
      rests: true,
      disclosure: {
        title: '消防监督抽查结果公示',
        basis: scheme.lines(1204),
        duration: gap('抽查结果公示多久没有写明', scheme.lines(1204)),
        places: ['政府网站'],
        shows: ['object', 'checkedOn', 'outcome'],
        clear: [],
        after: [],
      },
      on: {
        end: { title: '结束公示', to: 'ended', by: [brigade], basis: scheme.lines(1204), needsReason: true },
      },
    },
    ended: { title: '已结束公示', final: 'completed', on: {} },
    voided: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})
