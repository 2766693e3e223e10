import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineValueRule,
  fields,
  gap,
  longText,
  personalText,
  text,
} from '@luoshi/kernel'
import { buildingReaders, housing } from '../access.ts'
import { buildingValidity, buildingNotice as notice } from '../notices.ts'

/** Who may take on the building of small houses: two kinds of units, three of persons. */
export const contractorKinds = {
  qualified: '有资质的建筑设计、施工、监理单位',
  association: '农房建设专业合作社、农房建设公司、农房建设监理公司、建设类劳务公司等',
  registered: '个人：住房和城乡建设领域注册师',
  titled: '个人：建设工程专业中级以上职称的技术人员',
  craftsman: '个人：培训合格的农村建筑工匠',
  none: '不符合从业条件',
} as const

const standings = { good: '没有列入黑名单', blacklisted: '黑名单' } as const

export const contractorKind = choice('从业条件', contractorKinds)
export const standing = choice('黑名单', standings)

/** Units and persons that design, build and supervise, with what they may take on and whether they are blacklisted. */
export const contractors = defineRegister({
  id: 'contractors',
  title: '农房建设从业单位和人员名录',
  basis: notice.lines(1091, 1179),
  fields: fields({
    number: text('名录编号'),
    unitName: text('单位名称', { help: '个人不填' }).optional(),
    person: personalText('个人姓名，或者单位负责人', 'name'),
    kind: contractorKind,
    certificate: text('资质证书、职称证书或者培训合格证编号').optional(),
    standing,
  }),
  key: ['number'],
  calledBy: ['number', 'unitName'],
  access: { read: buildingReaders, write: [housing] },
})

const set = (id: string, value: keyof typeof standings, because: string, line: number) =>
  defineValueRule({
    id,
    title: '黑名单',
    basis: notice.lines(line),
    gives: standing,
    inputs: {},
    parameters: {},
    decide: () => ({ value, because }),
  })

export const inGoodStanding = set('in-good-standing', 'good', '登记在名录', 1091)
export const blacklisted = set('blacklisted', 'blacklisted', '参与建造违章建筑', 1235)

/** Entered, kept with what is told of its credit, and blacklisted for taking part in unlawful building. */
export const keeping = defineProcedure({
  id: 'contractor',
  title: '从业单位和人员名录管理',
  basis: notice.lines(1091, 1235),
  ...buildingValidity,
  register: contractors.id,
  subject: contractors.fields,
  access: { read: buildingReaders },
  lookups: {},
  opening: {
    title: '登记从业单位或者人员',
    by: [housing],
    basis: notice.lines(1091),
    computes: { standing: 'in-good-standing' },
  },
  initial: 'listed',
  states: {
    listed: {
      title: '在名录中',
      rests: true,
      on: {
        note: {
          title: '记录培训和信用',
          to: 'listed',
          by: [housing],
          basis: notice.lines(1091),
          input: fields({ notedOn: date('记录日期'), credit: longText('培训和信用情况') }),
        },
        blacklist: {
          title: '列入黑名单',
          to: 'blacklisted',
          by: [housing],
          basis: notice.lines(1235),
          input: fields({
            unlawfulBuilding: text('参与建造的违章建筑'),
            decision: text('处罚决定文号'),
            blacklistedOn: date('列入日期'),
            standing,
          }),
          computes: { standing: 'blacklisted' },
        },
        strike: {
          title: '移出名录',
          to: 'struck',
          by: [housing],
          basis: notice.lines(1091),
          needsReason: true,
        },
      },
    },
    blacklisted: {
      title: '黑名单',
      rests: true,
      on: {
        clear: {
          title: '移出黑名单',
          to: 'listed',
          by: [housing],
          basis: gap('移出黑名单的条件和期限没有写明', notice.lines(1235)),
          needsReason: true,
          input: fields({ standing }),
          computes: { standing: 'in-good-standing' },
        },
      },
    },
    struck: { title: '已移出', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('列入黑名单的能否再承揽没有写明，登记时提示', notice.lines(1235))],
})
