import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineValueRule,
  drawDouble,
  fields,
  listOf,
  measure,
  SAMPLE_ALGORITHM,
  TODAY,
  text,
} from '@luoshi/kernel'
import { anyone, commonReaders, head, overseer } from './access.ts'
import { openness, rivers, validity } from './notices.ts'

/** 检查对象名录库: who can be checked. */
export const checkObjects = defineRegister({
  id: 'check-objects',
  title: '检查对象名录库',
  basis: openness.lines(2273, 2275),
  fields: fields({
    number: text('对象编号'),
    name: text('检查对象'),
    field: text('领域', { help: '如涉河建设项目' }),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: commonReaders, write: [head, overseer] },
})

const assignment = fields({ object: text('检查对象'), inspectors: listOf('执法人员', text('执法人员')) })
const assignments = listOf('抽取结果', assignment)

const drawn = {
  objects: listOf('参加抽取的检查对象', text('检查对象')),
  percent: measure('抽查比例', '%', { least: '0.01', most: '100' }),
  inspectors: listOf('参加抽取的执法人员', text('执法人员')),
  algorithm: choice('抽取算法', { [SAMPLE_ALGORITHM]: SAMPLE_ALGORITHM }),
}

/** A double-random draw: announced with its population first, drawn from a seed that is published afterwards. */
export const checkDraws = defineRegister({
  id: 'check-draws',
  title: '双随机抽取台账',
  basis: openness.lines(2273, 2275),
  fields: fields({
    number: text('抽取编号'),
    item: text('随机抽查事项'),
    field: text('领域'),
    ...drawn,
    seedRule: text('种子来源', { help: '公告时写明：如抽取日次日公布的某期彩票号码' }),
    announcedOn: date('公告日期'),
  }),
  key: ['number'],
  access: { read: [...commonReaders, anyone], write: [head, overseer] },
})

const { shape } = checkDraws.fields
const seed = count('种子', '号')
const by = [head, overseer]

/** From the announcement to the published result; what was drawn follows from what was announced and the seed alone. */
export const checkDraw = defineProcedure({
  id: 'check-draw',
  title: '双随机抽取',
  basis: openness.lines(2273, 2275),
  ...validity,
  register: checkDraws.id,
  subject: checkDraws.fields,
  access: { read: [...commonReaders, anyone] },
  lookups: {
    listedObjects: {
      title: '名录库中的检查对象',
      register: checkObjects.id,
      where: { field: 'field' },
      gives: { kind: 'records', fields: ['number'] },
    },
  },
  opening: {
    title: '公告抽取',
    by,
    basis: openness.lines(2273, 2275),
    gates: ['population-listed', 'announced-today'],
  },
  initial: 'announced',
  states: {
    announced: {
      title: '已公告，待抽取',
      on: {
        draw: {
          title: '抽取并公开结果',
          to: 'drawn',
          by,
          basis: rivers.lines(449),
          input: fields({
            seed,
            seedPublishedOn: date('种子公布日期'),
            result: assignments.optional(),
          }),
          computes: { result: 'draw-result' },
          gates: ['seed-after-announcement'],
        },
        cancel: {
          title: '取消',
          to: 'cancelled',
          by,
          basis: openness.lines(2273, 2275),
          needsReason: true,
        },
      },
    },
    drawn: { title: '已抽取并公开', final: 'completed', on: {} },
    cancelled: { title: '已取消', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** The result of a draw, computed and never filled in. */
export const drawResult = defineValueRule({
  id: 'draw-result',
  title: '双随机抽取',
  basis: rivers.lines(449),
  gives: assignments,
  inputs: { ...drawn, seed },
  parameters: {},
  decide: (input) => {
    const value = drawDouble(input)
    if (value === null) return { missing: '至少两名参加抽取的执法人员' }
    return {
      value,
      because: `${input.objects.length}个对象按${input.percent}%、种子${input.seed}抽取，每个对象2人`,
    }
  },
})

/** Only what is in the published list is drawn from, and all of it. */
export const populationListed = defineRule({
  id: 'population-listed',
  title: '从名录库抽取',
  basis: openness.lines(2273, 2275),
  inputs: {
    objects: drawn.objects,
    listedObjects: listOf('名录库中的检查对象', fields({ number: text('对象编号') })),
  },
  parameters: {},
  decide: ({ objects, listedObjects }) => {
    const listed = new Set(listedObjects.map(({ number }) => number))
    const given = new Set(objects)
    const foreign = objects.filter((object) => !listed.has(object))
    const left = [...listed].filter((object) => !given.has(object))
    const found = [
      ...(foreign.length === 0 ? [] : [`不在名录库：${foreign.join('、')}`]),
      ...(left.length === 0 ? [] : [`名录库中漏列：${left.join('、')}`]),
    ]
    return {
      isMet: found.length === 0 && given.size > 0,
      wanted: '名录库中这一领域的全部对象参加抽取',
      found: found.length === 0 ? `${given.size}个对象` : found.join('；'),
    }
  },
})

/** An announcement is of today. */
export const announcedToday = defineRule({
  id: 'announced-today',
  title: '公告日期',
  basis: openness.lines(2273, 2275),
  inputs: { announcedOn: shape.announcedOn, [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.announcedOn === input[TODAY],
    wanted: `公告日期是当日${input[TODAY]}`,
    found: input.announcedOn,
  }),
})

/** Nobody knows the seed when the population is announced. */
export const seedAfterAnnouncement = defineRule({
  id: 'seed-after-announcement',
  title: '种子公布在公告之后',
  basis: openness.lines(2273, 2275),
  inputs: { announcedOn: shape.announcedOn, seedPublishedOn: date('种子公布日期'), [TODAY]: date('今天') },
  parameters: {},
  decide: (input) => ({
    isMet: input.announcedOn < input.seedPublishedOn && input.seedPublishedOn <= String(input[TODAY]),
    wanted: `种子在公告（${input.announcedOn}）之后公布`,
    found: input.seedPublishedOn,
  }),
})

export const randomCheckRules = [populationListed, announcedToday, seedAfterAnnouncement]
