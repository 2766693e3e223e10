import {
  type Answer,
  choice,
  creditCode,
  date,
  defineProcedure,
  defineRegister,
  defineStocktake,
  defineTally,
  defineValueRule,
  fields,
  gap,
  listOf,
  longText,
  quotientOf,
  text,
  yesNo,
} from '@luoshi/kernel'
import { brigade, plan, premises, readersBelow, scheme, township, validity } from './notices.ts'

/** The three classes of objects that are drawn from. */
export const objectClasses = {
  key: '消防安全重点单位',
  ordinary: '一般社会单位',
  service: '消防技术服务机构',
} as const

const kinds = {
  mall: '大型商业综合体',
  'high-rise': '高层建筑',
  resettlement: '易地扶贫搬迁安置场所',
  school: '学校',
  hospital: '医院',
  'nursing-home': '养老院',
  relic: '文物建筑',
  coal: '煤台企业',
  small: '小微企业',
  lodging: '出租房、员工集体宿舍、合用场所',
  other: '其他',
} as const

const grade = text('信用等级', { help: '按消防行业信用评价办法评定的等级' })
const tier = longText('差异化监管措施')

/** What a grade of credit means for how often and how closely one is checked; the brigade enters it. */
export const tiers = defineRegister({
  id: 'credit-tiers',
  title: '信用等级与监管措施对应表',
  basis: plan.lines(712),
  fields: fields({ grade, tier }),
  key: ['grade'],
  access: { read: readersBelow, write: [brigade] },
})

/** Every unit that is supervised: who answers, how risky, how its credit stands. */
export const objects = defineRegister({
  id: 'objects',
  title: '消防监管对象台账',
  basis: plan.lines(712),
  fields: fields({
    name: text('单位'),
    creditCode: creditCode('统一社会信用代码').optional(),
    objectClass: choice('对象类别', objectClasses),
    kind: choice('场所种类', kinds),
    township: text('乡（镇）'),
    isHighRisk: yesNo('火灾高危单位'),
    isToList: yesNo('应列未列、不放心单位', { help: '与高危单位、重点单位一起逐年开展电气检测' }),
    risk: longText('火灾风险').optional(),
  }),
  key: ['name'],
  access: { read: [...readersBelow, premises], write: [brigade, township] },
})

const tierEntries = listOf('信用等级与监管措施对应表', fields({ tier }))

export const tierRule = defineValueRule({
  id: 'credit-tier',
  title: '差异化监管措施',
  basis: plan.lines(712),
  gives: tier,
  inputs: { grade, tierEntries },
  parameters: {},
  decide: ({ grade: given, tierEntries: [entry] }): Answer<string> =>
    entry === undefined
      ? { missing: `对应表中“${given}”的监管措施（等级和措施文中没有列出，由大队登记）` }
      : { value: entry.tier, because: `信用等级${given}` },
})

const basis = plan.lines(670, 712)

/** A unit is on the register while it is there; it is graded, promises, and has its electrics tested. */
export const supervising = defineProcedure({
  id: 'supervising',
  title: '消防监管对象管理',
  basis,
  ...validity,
  register: objects.id,
  subject: objects.fields,
  access: { read: [...readersBelow, premises] },
  lookups: {
    tierEntries: {
      title: '信用等级与监管措施对应表',
      register: tiers.id,
      where: { grade: 'grade' },
      states: ['current'],
      gives: { kind: 'records', fields: ['tier'] },
    },
  },
  opening: { title: '列入监管对象', by: [brigade, township], basis },
  initial: 'supervised',
  states: {
    supervised: {
      title: '在监管',
      rests: true,
      on: {
        grade: {
          title: '评定信用等级',
          to: 'supervised',
          by: [brigade],
          basis: scheme.lines(1212),
          input: fields({
            grade,
            gradedOn: date('评定日期'),
            uploadedOn: date('录入信用信息共享平台日期').optional(),
            tier: tier.optional(),
          }),
          computes: { tier: tierRule.id },
        },
        promise: {
          title: '登记消防安全承诺',
          to: 'supervised',
          by: [brigade, premises],
          basis: plan.lines(670),
          input: fields({ promise: longText('承诺内容'), promisedOn: date('承诺日期') }),
        },
        declare: {
          title: '风险申报',
          to: 'supervised',
          by: [premises],
          basis: scheme.lines(1198),
          input: fields({ risk: longText('自知、自查的火灾风险'), declaredOn: date('申报日期') }),
        },
        test: {
          title: '登记电气检测',
          to: 'supervised',
          by: [brigade, premises],
          basis: plan.lines(706),
          input: fields({ testedOn: date('检测日期'), testResult: longText('检测结果和整改措施') }),
        },
        remove: { title: '移出', to: 'removed', by: [brigade], basis, needsReason: true },
      },
    },
    removed: {
      title: '已移出',
      final: 'withdrawn',
      on: { restore: { title: '恢复', to: 'supervised', by: [brigade], basis, needsReason: true } },
    },
  },
  limits: {},
  open: [
    gap('信用等级有哪些、各按什么监管没有写明，所引办法没有刊印', plan.lines(712)),
    gap('各类单位抽查的频次没有写明', plan.lines(670, 712)),
  ],
})

/** 监管对象消防信用记录全覆盖. */
export const creditCoverage = defineStocktake({
  id: 'credit-coverage',
  title: '消防信用记录覆盖率',
  basis: scheme.lines(1212),
  register: objects.id,
  count(records) {
    const current = records.filter(({ state }) => state === 'supervised')
    if (current.length === 0) return { says: '台账里还没有监管对象。', isMet: null, findings: [] }
    const without = current.filter(({ data }) => data['grade'] === undefined)
    const covered = current.length - without.length
    return {
      says: `监管对象${current.length}个，有信用记录${covered}个，覆盖率${quotientOf(String(covered * 100), String(current.length), 1)}%，应达到100%。`,
      isMet: without.length === 0,
      findings: without.map(({ data }) => ({ name: String(data['name']), message: '没有信用记录。' })),
    }
  },
})

/** 逐年电气检测 of the risky, the key ones and those that should be listed. */
export const electricTests = defineStocktake({
  id: 'electric-tests',
  title: '本年电气检测',
  basis: plan.lines(706),
  register: objects.id,
  count(records, { today }) {
    const year = today.slice(0, 4)
    const asked = records.filter(
      ({ state, data }) =>
        state === 'supervised' &&
        (data['objectClass'] === 'key' || data['isHighRisk'] === true || data['isToList'] === true),
    )
    if (asked.length === 0) return { says: '台账里还没有应当检测的单位。', isMet: null, findings: [] }
    const open = asked.filter(({ data }) => !String(data['testedOn'] ?? '').startsWith(year))
    return {
      says: `${year}年应检测${asked.length}个，已检测${asked.length - open.length}个。`,
      isMet: open.length === 0 ? true : null,
      findings: open.map(({ data }) => ({
        name: String(data['name']),
        message: data['testedOn'] === undefined ? '还没有检测过。' : `上次检测在${data['testedOn']}。`,
      })),
    }
  },
})

/** How many of each class and kind there are. */
export const objectsByClass = defineTally({
  id: 'objects-by-class',
  title: '监管对象分类统计',
  basis: plan.lines(712),
  register: objects.id,
  by: [
    { kind: 'field', field: 'objectClass' },
    { kind: 'field', field: 'kind' },
  ],
  columns: [
    { id: 'objects', title: '单位' },
    { id: 'highRisk', title: '火灾高危单位', where: { isHighRisk: ['true'] } },
  ],
})
