import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTextPaper,
  defineValueTable,
  fields,
  gap,
  longText,
  personalText,
  type Rule,
  reference,
  text,
} from '@luoshi/kernel'
import { aboveVillages, buildingReaders, village } from '../access.ts'
import { buildingValidity, buildingNotice as notice } from '../notices.ts'
import { contractors } from './contractors.ts'
import { houses } from './house-register.ts'

/** What is wrong at the building of small houses, by the article that forbids it. */
export const violationKinds = {
  'unfit-party': '由不符合从业条件的单位或者个人承接设计、施工、监理',
  'off-drawings': '未按设计图纸施工或者擅自变更设计图',
  'off-standards': '未按标准、规范、操作规程实施设计、施工、监理',
  'bad-materials': '偷工减料或者使用不合格建筑材料',
  unsupervised: '不接受监督管理或者不及时整改安全隐患',
  'acceptance-unlike': '未依照规定竣工验收',
  unregistered: '未按规定开工登记，擅自开展建筑活动',
  'used-unaccepted': '未按规定组织竣工验收，或者未经验收合格投入使用',
  'use-unappraised': '未按规定技术鉴定，擅自改变使用用途',
  'class-two': 'Ⅱ类房屋违反设计施工监理有关法律法规',
  'use-changed': '擅自变更房屋用途',
} as const

/** What the township does about it. */
export const consequences = {
  stop: '责令停工，限期整改',
  educate: '批评教育，责令限期改正',
  hand: '立即制止，移送县住房和城乡建设管理局',
  report: '立即制止，报县相关部门',
} as const

const violationKind = choice('违法违规行为', violationKinds)
const consequence = choice('处理方式', consequences)

const row = (
  first: number,
  last: number,
  value: keyof typeof consequences,
  kinds: readonly (keyof typeof violationKinds)[],
) => ({
  when: { violationKind: { oneOf: kinds } },
  value,
  basis: notice.lines(first, last),
})

/** Violation → what follows. */
export const consequenceTable = defineValueTable({
  id: 'consequence',
  title: '违法违规行为处理表',
  basis: notice.lines(1189, 1233),
  gives: consequence,
  inputs: { violationKind },
  hit: 'unique',
  rows: [
    row(1189, 1203, 'stop', [
      'unfit-party',
      'off-drawings',
      'off-standards',
      'bad-materials',
      'unsupervised',
      'acceptance-unlike',
    ]),
    row(1225, 1233, 'educate', ['unregistered', 'used-unaccepted', 'use-unappraised']),
    row(1207, 1209, 'hand', ['class-two']),
    row(1211, 1211, 'report', ['use-changed']),
  ],
})

/** Violations with what became of each. */
export const violations = defineRegister({
  id: 'violations',
  title: '农村房屋建设违法违规台账',
  basis: notice.lines(1189, 1233),
  fields: fields({
    number: text('问题编号'),
    house: reference('房屋', houses.id, { help: '没有登记的房屋不填' }).optional(),
    place: text('地点'),
    party: reference('参建单位或者人员', contractors.id, { help: '是建房人的不填' }).optional(),
    person: personalText('建房人或者责任人', 'name').optional(),
    violationKind,
    foundOn: date('发现日期'),
    facts: longText('事实'),
    consequence,
  }),
  key: ['number'],
  access: { read: buildingReaders, write: [aboveVillages, village] },
})

const consequenceIs = (id: string, title: string, wanted: readonly (keyof typeof consequences)[]): Rule =>
  defineRule({
    id,
    title,
    basis: notice.lines(1189, 1233),
    inputs: { consequence },
    parameters: {},
    decide: (given) => ({
      isMet: wanted.some((one) => one === given.consequence),
      wanted: `按规定${consequences[given.consequence]}`,
      found: `要办的是${title}`,
    }),
  })

export const violationRules = [
  consequenceIs('is-ordered', '责令限期改正', ['stop', 'educate']),
  consequenceIs('is-handed', '移送、上报', ['hand', 'report']),
]

export const correctionOrder = defineTextPaper({
  id: 'correction-order',
  title: '责令限期改正通知书',
  basis: notice.lines(1189, 1225),
  register: violations.id,
  head: 'plain',
  issuer: '{@unit}',
  addressee: '{person}',
  body: [
    { text: '经查，你（单位）在{place}的农村房屋建设中存在下列行为：{violationKind}。事实如下：{facts}' },
    { text: '现{consequence}，于{mendBy}前改正。' },
  ],
  annexes: [],
  copies: [],
  open: [gap('通知书的格式没有印出', notice.lines(1189, 1225))],
})

/** Found, ordered to be put right by a day, put right; or handed on where it is another’s to deal with. */
export const correcting = defineProcedure({
  id: 'violation',
  title: '农村房屋建设违法违规处理',
  basis: notice.lines(1189, 1233),
  ...buildingValidity,
  register: violations.id,
  subject: violations.fields,
  access: { read: buildingReaders },
  lookups: {},
  opening: {
    title: '发现违法违规行为',
    by: [aboveVillages, village],
    basis: notice.lines(1115, 1205),
    computes: { consequence: 'consequence' },
  },
  initial: 'found',
  states: {
    found: {
      title: '待处理',
      on: {
        order: {
          title: '责令限期改正',
          to: 'ordered',
          by: [aboveVillages],
          basis: notice.lines(1189, 1225),
          input: fields({ mendBy: date('改正期限') }),
          gates: ['is-ordered'],
          papers: ['correction-order'],
        },
        hand: {
          title: '移送、上报',
          to: 'handed',
          by: [aboveVillages],
          basis: notice.lines(1207, 1211),
          input: fields({ stopping: longText('制止情况'), receiver: text('接收部门') }),
          gates: ['is-handed'],
        },
        drop: {
          title: '核实后不属实',
          to: 'dropped',
          by: [aboveVillages],
          basis: notice.lines(1205),
          needsReason: true,
        },
      },
    },
    ordered: {
      title: '限期改正中',
      on: {
        mend: {
          title: '复查，已改正',
          to: 'mended',
          by: [aboveVillages],
          basis: notice.lines(1189, 1225),
          input: fields({ mendedOn: date('复查日期'), after: longText('改正情况') }),
        },
        prosecute: {
          title: '逾期未改正，移送查处',
          to: 'handed',
          by: [aboveVillages],
          basis: notice.lines(1207, 1209),
          afterLimit: 'mend',
          input: fields({ receiver: text('接收部门') }),
        },
      },
    },
    mended: { title: '已改正', final: 'completed', on: {} },
    handed: { title: '已移送、上报', final: 'completed', on: {} },
    dropped: { title: '不属实', final: 'refused', on: {} },
  },
  limits: {
    mend: {
      title: '改正期限',
      starts: 'order',
      ends: ['mend', 'prosecute'],
      legal: { field: 'mendBy', basis: notice.lines(1189, 1225) },
      reminderDays: 3,
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('“限期”是多久没有写明，由乡（镇）填写', notice.lines(1189, 1225)),
    gap('逾期不改正的怎么办没有写明', notice.lines(1189, 1225)),
  ],
})
