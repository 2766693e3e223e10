import {
  choice,
  type Decimal,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineValueRule,
  differenceOf,
  fields,
  gap,
  isAtMost,
  longText,
  measure,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { forestry, notice, readers, township, validity } from './notice.ts'
import { parcels } from './parcels.ts'

const basis = notice.lines(3109)

/** What a check of the land can find. */
export const findings = {
  none: '按批准使用',
  over: '少批多占',
  unapproved: '未批先占',
  split: '化整为零',
} as const

const approvedArea = measure('批准面积', '亩')
const actualArea = measure('实际占用面积', '亩')
const finding = choice('核查结论', findings)

/** 征占用草原 */
export const occupations = defineRegister({
  id: 'occupations',
  title: '征占用草原台账',
  basis,
  fields: fields({
    number: text('占用编号'),
    project: text('建设项目'),
    owner: text('用地单位'),
    parcel: reference('草原地块', parcels.id),
    purpose: choice('占用事由', { mining: '矿藏开采', works: '工程建设', other: '其他' }),
  }),
  key: ['number'],
  calledBy: ['project'],
  access: { read: readers, write: [forestry, township] },
})

const isSplit = yesNo('同一项目分成几次审批')

/** More than was approved, or nothing approved at all. */
export function findingOf(
  approved: Decimal | undefined,
  actual: Decimal,
  split: boolean,
): keyof typeof findings {
  if (approved === undefined) return isAtMost(actual, '0') ? 'none' : 'unapproved'
  if (!isAtMost(actual, approved)) return 'over'
  return split ? 'split' : 'none'
}

export const findingRule = defineValueRule({
  id: 'occupation-finding',
  title: '核查结论',
  basis,
  gives: finding,
  inputs: { approvedArea: approvedArea.optional(), actualArea, isSplit },
  parameters: {},
  decide: (input) => ({
    value: findingOf(input.approvedArea, input.actualArea, input.isSplit),
    because:
      input.approvedArea === undefined
        ? `没有批准，实际占用${input.actualArea}亩`
        : `批准${input.approvedArea}亩，实际占用${input.actualArea}亩`,
  }),
})

const found = (id: string, title: string, isWrong: boolean) =>
  defineRule({
    id,
    title,
    basis,
    inputs: { finding },
    parameters: {},
    decide: (input) => ({
      isMet: (input.finding !== 'none') === isWrong,
      wanted: isWrong ? '核查发现少批多占、未批先占或者化整为零' : '按批准使用',
      found: findings[input.finding],
    }),
  })
export const isLawful = found('occupation-lawful', '按批准使用', false)
export const isUnlawful = found('occupation-unlawful', '违法占用', true)

const track = <State extends string>(to: State) => ({
  title: '跟踪核查用地',
  to,
  by: [forestry],
  basis,
  input: fields({
    actualArea,
    isSplit,
    checkedOn: date('核查日期'),
    note: longText('核查情况').optional(),
    finding,
  }),
  computes: { finding: findingRule.id },
})

/** From the application, or from what was found on the land, to vegetation that has come back. */
export const occupying = defineProcedure({
  id: 'occupying',
  title: '征占用草原监管',
  basis,
  ...validity,
  register: occupations.id,
  subject: occupations.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记占用', by: [forestry, township], basis },
  initial: 'registered',
  states: {
    registered: {
      title: '未批准',
      on: {
        approve: {
          title: '登记审核审批',
          to: 'approved',
          by: [forestry],
          basis,
          input: fields({ approval: text('批准文号'), approvedArea, approvedOn: date('批准日期') }),
        },
        trackUnapproved: track('checked'),
        refuse: { title: '不予批准', to: 'refused', by: [forestry], basis, needsReason: true },
      },
    },
    approved: { title: '待核查用地', on: { track: track('checked') } },
    checked: {
      title: '已核查',
      on: {
        trackAgain: track('checked'),
        restore: {
          title: '检查草原植被恢复',
          to: 'restored',
          by: [forestry],
          basis,
          input: fields({ restoredOn: date('检查日期'), restoration: longText('植被恢复情况') }),
          gates: [isLawful.id],
        },
        punish: {
          title: '移送查处',
          to: 'punished',
          by: [forestry],
          basis: notice.lines(3109, 3111),
          needsReason: true,
          gates: [isUnlawful.id],
          input: fields({ authority: text('查处机关'), isCrime: yesNo('涉嫌犯罪，移送公安机关') }),
        },
      },
    },
    punished: {
      title: '查处中',
      on: {
        order: {
          title: '责令限期恢复',
          to: 'restoring',
          by: [forestry],
          basis: notice.lines(3107),
          input: fields({ decision: text('处罚决定文号'), restoreBy: date('恢复期限') }),
        },
      },
    },
    restoring: {
      title: '限期恢复中',
      on: {
        accept: {
          title: '恢复到位',
          to: 'restored',
          by: [forestry],
          basis: notice.lines(3107),
          input: fields({ restoredOn: date('检查日期'), restoration: longText('植被恢复情况') }),
          notByWhoDid: ['order'],
        },
      },
    },
    restored: { title: '植被已恢复', final: 'completed', on: {} },
    refused: { title: '不予批准', final: 'refused', on: {} },
  },
  limits: {
    restoration: {
      title: '限期恢复草原植被',
      starts: 'order',
      ends: ['accept'],
      legal: { field: 'restoreBy', basis: notice.lines(3107) },
      reminderDays: 10,
      missed: { kind: 'flag' },
    },
  },
  open: [gap('限期恢复的期限多长没有写明，逐件填写', notice.lines(3107))],
})

/** Occupations that are more than was approved, or that nobody approved. */
export const occupationsWrong = defineStocktake({
  id: 'occupations-wrong',
  title: '少批多占、未批先占、化整为零',
  basis,
  register: occupations.id,
  count(records) {
    const checked = records.filter(({ data }) => data['finding'] !== undefined)
    if (checked.length === 0) return { says: '还没有核查过的占用。', isMet: null, findings: [] }
    const wrong = checked.filter(({ state, data }) => data['finding'] !== 'none' && state !== 'restored')
    return {
      says: `核查过的占用${checked.length}处，违法占用没有恢复的${wrong.length}处。`,
      isMet: wrong.length === 0,
      findings: wrong.map(({ data }) => {
        const approved = data['approvedArea'] as Decimal | undefined
        const actual = String(data['actualArea'])
        const over = approved === undefined ? actual : differenceOf(actual, approved)
        return {
          name: `${String(data['number'])} ${String(data['project'])}`,
          message: `${findings[data['finding'] as keyof typeof findings]}，批准${approved ?? '0'}亩，实际${actual}亩，多占${over}亩。`,
        }
      }),
    }
  },
})
