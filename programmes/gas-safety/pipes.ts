import {
  type Answer,
  choice,
  compareDecimals,
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  defineTally,
  defineValueRule,
  defineValueTable,
  fields,
  gap,
  isAtLeast,
  longText,
  measure,
  type Parameter,
  personalText,
  productOf,
  quotientOf,
  type StocktakeRecord,
  sumOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import { authority, enterprise, notice, office, readers, validity } from './notice.ts'

/** What follows from how long a pipe has been in use. */
export const classes = {
  forced: '强制更新',
  stepwise: '在安全评估基础上分步更新',
  none: '不在本次更新范围',
} as const

const assessed = {
  ageOn: date('使用年限算到', { help: '方案没有写明算到哪一天，由评估单位写明' }),
  hasHazard: yesNo('评估发现隐患'),
}

const shape = {
  number: text('管段编号'),
  enterprise: text('燃气经营企业'),
  township: text('乡（镇）'),
  section: text('管段起止'),
  length: measure('长度', '米'),
  commissionedOn: date('投入使用日期'),
  isCourtyard: yesNo('庭院管网'),
  isOldEstate: yesNo('位于老旧小区改造范围'),
}

const renewalClass = choice('更新类别', classes)
const order = choice('更新次序', { first: '优先更新', usual: '按计划更新' })

/** Every stretch of pipe with its age, hazard and renewal. */
export const pipes = defineRegister({
  id: 'pipes',
  title: '燃气管网台账',
  basis: notice.lines(863, 897),
  fields: fields({ ...shape, renewalClass: renewalClass.optional(), order: order.optional() }),
  key: ['number'],
  access: { read: [...readers, enterprise], write: [enterprise] },
})

const years = (id: string, title: string, value: string) =>
  defineParameter<string>({
    id,
    title,
    unit: '年',
    values: [{ from: '2021-09-27', value, basis: notice.lines(897) }],
  })

export const forcedFrom = years('forced-from', '强制更新的运行年限', '30')
export const stepwiseFrom = years('stepwise-from', '分步更新的运行年限', '20')

/** Whole years from one day to another: the thirtieth is full on the day of its date. */
export function fullYears(from: string, to: string): number {
  const between = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const full = to.slice(5) >= from.slice(5) ? between : between - 1
  return Math.max(full, 0)
}

/** Thirty years and more: renewed whatever its state. From twenty on, and any with a hazard: step by step. */
export const renewalRule = defineValueRule({
  id: 'renewal-class',
  title: '管网更新类别',
  basis: notice.lines(863, 897),
  gives: renewalClass,
  inputs: { commissionedOn: shape.commissionedOn, ...assessed },
  parameters: { forcedFrom, stepwiseFrom },
  decide: ({ commissionedOn, ageOn, hasHazard }, values): Answer<keyof typeof classes> => {
    if (ageOn < commissionedOn) return { missing: '不早于投入使用日期的“使用年限算到”' }
    const age = String(fullYears(commissionedOn, ageOn))
    const because = `${commissionedOn}投入使用，到${ageOn}满${age}年${hasHazard ? '，存在隐患' : ''}`
    if (isAtLeast(age, values.forcedFrom)) return { value: 'forced', because }
    const isStepwise = hasHazard || isAtLeast(age, values.stepwiseFrom)
    return { value: isStepwise ? 'stepwise' : 'none', because }
  },
})

/** Courtyard pipes come first where an old estate is rebuilt. */
export const orderRule = defineValueTable({
  id: 'renewal-order',
  title: '管网更新次序',
  basis: notice.lines(897),
  gives: order,
  inputs: { isCourtyard: shape.isCourtyard, isOldEstate: shape.isOldEstate },
  hit: 'first',
  rows: [
    {
      when: { isCourtyard: { is: true }, isOldEstate: { is: true } },
      value: 'first',
      basis: notice.lines(897),
    },
    { when: {}, value: 'usual', basis: notice.lines(897) },
  ],
})

const plannedBy = date('计划完成日期')

/** What is planned ends when the class has to be renewed, at the latest. */
export const plannedInTime = defineRule({
  id: 'planned-in-time',
  title: '更新改造计划的完成日期',
  basis: notice.lines(863),
  inputs: {
    plannedBy,
    renewForcedDue: date('满30年及以上管网的更新期限').optional(),
    renewStepwiseDue: date('分步更新的期限').optional(),
  },
  parameters: {},
  decide: ({ plannedBy: planned, renewForcedDue, renewStepwiseDue }) => {
    const due = renewForcedDue ?? renewStepwiseDue
    if (due === undefined) return { missing: '更新期限' }
    return { isMet: planned <= due, wanted: `计划完成日期不晚于${due}`, found: planned }
  },
})

/** Only what has to be renewed is planned for. */
export const hasToBeRenewed = defineRule({
  id: 'has-to-be-renewed',
  title: '属于更新范围',
  basis: notice.lines(897),
  inputs: { renewalClass },
  parameters: {},
  decide: ({ renewalClass: given }) => ({
    isMet: given !== 'none',
    wanted: '强制更新或者分步更新的管段',
    found: classes[given],
  }),
})

const basis = notice.lines(895, 897)

/** Entered, assessed, planned with day, person and way, renewed, accepted. */
export const renewing = defineProcedure({
  id: 'renewing',
  title: '老旧管网评估和更新',
  basis,
  ...validity,
  register: pipes.id,
  subject: pipes.fields,
  access: { read: [...readers, enterprise] },
  lookups: {},
  opening: { title: '登记管段', by: [enterprise], basis },
  initial: 'registered',
  states: {
    registered: { title: '待安全评估', on: { assess: assess() } },
    assessed: {
      title: '已评估',
      on: {
        plan: {
          title: '列入更新改造计划',
          to: 'planned',
          by: [enterprise],
          basis,
          input: fields({
            plannedBy,
            responsible: personalText('责任人', 'name'),
            route: longText('路线图'),
          }),
          gates: [hasToBeRenewed.id, plannedInTime.id],
        },
        keep: {
          title: '不需更新',
          to: 'kept',
          by: [authority],
          basis: notice.lines(863, 897),
          needsReason: true,
        },
      },
    },
    planned: {
      title: '更新改造中',
      on: {
        renew: {
          title: '完成更新',
          to: 'renewed',
          by: [enterprise],
          basis,
          input: fields({ renewedOn: date('更新完成日期'), works: longText('更新情况') }),
        },
        replan: { title: '调整计划', to: 'assessed', by: [enterprise], basis, needsReason: true },
      },
    },
    renewed: {
      title: '待核验',
      on: {
        accept: { title: '核验通过', to: 'done', by: [authority, office], basis, notByWhoDid: ['renew'] },
        return: { title: '退回', to: 'planned', by: [authority, office], basis, needsReason: true },
      },
    },
    done: { title: '已更新', final: 'completed', on: {} },
    kept: { title: '继续使用', rests: true, on: { assess: assess() } },
  },
  limits: {
    assess: {
      title: '安全评估期限',
      starts: 'opening',
      ends: ['assess'],
      legal: { day: '2021-09-30', basis: notice.lines(863) },
      missed: { kind: 'flag' },
    },
    renewForced: {
      title: '满30年及以上管网更新期限',
      starts: 'assess',
      when: { field: 'renewalClass', is: ['forced'] },
      ends: ['renew', 'keep'],
      legal: { day: '2021-12-31', basis: notice.lines(863) },
      missed: { kind: 'flag' },
    },
    renewStepwise: {
      title: '分步更新期限',
      starts: 'assess',
      when: { field: 'renewalClass', is: ['stepwise'] },
      ends: ['renew', 'keep'],
      legal: { day: '2023-07-31', basis: notice.lines(863) },
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('管网使用年限算到哪一天没有写明，评估时写明', notice.lines(863, 897)),
    gap('安全评估由谁做、按什么标准没有写明', notice.lines(863)),
  ],
})

function assess() {
  return {
    title: '登记安全评估',
    to: 'assessed',
    by: [enterprise],
    basis: notice.lines(863, 897),
    input: fields({ assessedOn: date('评估日期'), ...assessed, opinion: longText('评估意见') }),
    computes: { renewalClass: renewalRule.id, order: orderRule.id },
  } as const
}

/** Length by class. */
export const pipesByClass = defineTally({
  id: 'pipes-by-class',
  title: '管网更新统计',
  basis: notice.lines(863),
  register: pipes.id,
  by: [
    { kind: 'field', field: 'enterprise' },
    { kind: 'field', field: 'renewalClass' },
  ],
  columns: [
    { id: 'sections', title: '管段' },
    { id: 'metres', title: '长度', sums: 'length' },
    { id: 'renewed', title: '已更新长度', sums: 'length', states: ['done'] },
  ],
})

/** 基本完成: what share of the length that is, the county says. */
export const completionShare: Parameter<string> = defineParameter<string>({
  id: 'completion-share',
  title: '算作“基本完成”的更新比例',
  unit: '%',
  values: [],
  form: 'decimal',
  gap: gap('“基本完成”是多大比例没有写明', notice.lines(863)),
})

/** Length of all, and of what is renewed, in metres. */
export function renewedOf(records: readonly Pick<StocktakeRecord, 'state' | 'data'>[]) {
  const lengthOf = (some: typeof records) => sumOf(some.map(({ data }) => String(data['length'] ?? '0')))
  return { all: lengthOf(records), renewed: lengthOf(records.filter(({ state }) => state === 'done')) }
}

const dueOf = { forced: '2021-12-31', stepwise: '2023-07-31' } as const

/** How far the renewal of each class has come, held to the county's share once its day is there. */
export const renewalStocktake = defineStocktake({
  id: 'renewal',
  title: '老旧管网更新完成情况',
  basis: notice.lines(863),
  register: pipes.id,
  count(records, { today, settingOf }) {
    const least = settingOf(completionShare)
    const stands = (['forced', 'stepwise'] as const).flatMap((one) => {
      const ofClass = records.filter(({ data }) => data['renewalClass'] === one)
      const { all, renewed } = renewedOf(ofClass)
      if (compareDecimals(all, '0') === 0) return []
      const isShort =
        least !== undefined && compareDecimals(productOf(renewed, '100'), productOf(all, least)) < 0
      return [{ one, all, renewed, isShort, isLate: isShort && dueOf[one] < today, due: dueOf[one] }]
    })
    if (stands.length === 0) return { says: '台账里还没有应更新的管段。', isMet: null, findings: [] }
    const late = stands.filter(({ isLate }) => isLate).length
    const isAll = least !== undefined && stands.every(({ isShort }) => !isShort)
    return {
      says:
        least === undefined
          ? '算作基本完成的比例还没有设定，只列出更新长度。'
          : `更新${least}%算作基本完成，逾期没有基本完成的有${late}类。`,
      isMet: late > 0 ? false : isAll ? true : null,
      findings: stands.map(({ one, all, renewed, due }) => ({
        name: classes[one],
        message: `${all}米，已更新${renewed}米，占${quotientOf(productOf(renewed, '100'), all, 1)}%，应于${due}前基本完成。`,
      })),
    }
  },
})
