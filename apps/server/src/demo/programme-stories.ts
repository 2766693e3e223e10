import { addDays } from '@luoshi/kernel'
import { personName } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStory } from './story.ts'
import { CLERK, DEPARTMENT, LEADER, step, story, type Teller, WINDOW } from './story-parts.ts'

const SEED = 2022_1213

/** Something of many programmes: done, under way, returned, refused, late. */
export function programmeStories(setting: DemoSetting): readonly DemoStory[] {
  const told = [
    riverAssessments,
    reservoirs,
    relics,
    plastics,
    projects,
    plans,
    approvals,
    servicesOfOtherRegions,
  ]
  return told.flatMap((tell) => tell(setting, new Seeded(SEED)))
}

/** The quarter so many quarters before today's: 2026-Q3. */
function quarterBefore(today: string, quarters: number): string {
  const past = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1 - quarters
  return `${Math.floor(past / 4)}-Q${(past % 4) + 1}`
}

const riverAssessments: Teller = ({ today, townships }, seeded) => {
  const gaps = ['巡河记录不全', '河道内有零星垃圾', '公示牌信息没有更新']
  return [1, 2].flatMap((before) => {
    const period = quarterBefore(today, before)
    const given = townships.map((unit) => ({ unit, score: seeded.tenths(78, 98) }))
    const ranking = given
      .toSorted((one, other) => Number(other.score) - Number(one.score))
      .map(({ unit, score }, place) => `第${place + 1}名：${unit}，${score}分`)
    const issued = before === 2 ? [step('issue', LEADER, before * 14 - 4)] : []
    return [
      ...given.map(({ unit, score }, index) =>
        story('river-chiefs', 'assessments', `${before}-${index + 1}`, {
          by: CLERK,
          daysAgo: before * 14,
          input: {
            ...{ period, unit, body: 'township', part: 'daily', score },
            ...(Number(score) < 85 ? { gaps: seeded.oneOf(gaps) } : {}),
          },
        }),
      ),
      story('river-chiefs', 'assessment-circular', before, {
        by: CLERK,
        daysAgo: before * 14 - 2,
        input: { period, ranking: `${ranking.join('；')}。`, demand: '问题于15日内整改，书面报县河长办。' },
        steps: issued,
      }),
    ]
  })
}

const reservoirs: Teller = ({ today, townships, unitId }) => {
  const before = {
    ownerBefore: '清源县人民政府',
    safetyBefore: '清源县人民政府',
    departmentBefore: '县水利局',
    managerBefore: '县水利发展中心',
  }
  const after = {
    safetyAfter: '清源县人民政府',
    departmentAfter: '县水利局',
    managerAfter: '县水利发展中心',
  }
  const names = ['上河水库', '石门水库', '柳树湾水库', '东沟水库', '西坪水库']
  const at = unitId('县水利局')
  return names.flatMap((name, index) => {
    const isKnown = index < 3
    const steps = isKnown ? [step('confirm', DEPARTMENT, 40)] : []
    const took = step('hand', DEPARTMENT, 24, {
      handedOn: addDays(today, -24),
      papers: '大坝资料一套、管理房两间',
    })
    const taken = step('take', DEPARTMENT, 20, { takenOn: addDays(today, -20) })
    const ways = [
      [took, taken, step('confirm', DEPARTMENT, 18)],
      [took, step('return', DEPARTMENT, 19, {}, '缺少大坝安全鉴定资料')],
      [took, taken],
      [took],
      [],
    ]
    return [
      story('reservoirs', 'confirming', index + 1, {
        ...{ by: DEPARTMENT, at, daysAgo: 45, steps },
        input: { name, kind: isKnown ? 'small-1' : 'other', ...after, ...(isKnown ? before : {}) },
      }),
      story('reservoirs', 'transferring', index + 1, {
        ...{ by: DEPARTMENT, at, daysAgo: 30, steps: ways[index] ?? [] },
        input: {
          reservoir: name,
          right: 'management',
          from: `${townships[index] ?? ''}人民政府`,
          to: '县水利发展中心',
        },
      }),
      ...[8, 1].map((daysAgo) =>
        story('reservoirs', 'inspections', `${index + 1}-${daysAgo}`, {
          ...{ by: DEPARTMENT, at, daysAgo },
          input: {
            number: `巡-${index + 1}-${daysAgo}`,
            reservoir: name,
            work: 'patrol',
            doneOn: addDays(today, -daysAgo),
            found: index === 3 && daysAgo === 1 ? '溢洪道有杂物，已通知清理' : '未见异常',
            isSafe: !(index === 3 && daysAgo === 1),
          },
        }),
      ),
    ]
  })
}

const relics: Teller = ({ townships, today }) => {
  const propose = step('propose', DEPARTMENT, 30, {}, '建筑已毁，现场复核无存')
  const strike = step('strike', LEADER, 12, {
    document: '清政办发〔2026〕41号',
    struckOn: addDays(today, -12),
  })
  const ways = [
    [step('designate', LEADER, 40, { protection: 'county' })],
    [propose, strike],
    [],
    [propose],
    [propose, step('keep', LEADER, 15, {}, '地基尚存，先核定等级')],
    [],
  ]
  const names = ['河湾旧铺', '石门古桥', '东沟戏台', '西坪窑址', '南梁烽火台', '柳树湾旧宅']
  return names.map((name, index) =>
    story('relics', 'protecting', index + 1, {
      by: DEPARTMENT,
      daysAgo: 60,
      input: {
        number: `文-${index + 1}`,
        name,
        county: '清源县',
        township: townships[index] ?? '',
        village: '上河村',
        protection: 'none',
      },
      steps: ways[index] ?? [],
    }),
  )
}

const plastics: Teller = ({ today }, seeded) => {
  const leads = [
    '加工点焚烧废塑料',
    '集市销售超薄塑料袋',
    '农膜弃置田间',
    '快递包装乱丢',
    '餐馆使用不可降解餐具',
    '河道边倾倒塑料垃圾',
  ]
  const file = (isMajor: boolean, number: number) =>
    step('file', DEPARTMENT, 24, { caseNumber: `塑-${number}`, isMajor })
  const result = { result: '已取缔并恢复场地' }
  const ways = (number: number) => [
    [
      file(true, number),
      step('list', CLERK, 22),
      step('report', DEPARTMENT, 12, result),
      step('strike', CLERK, 9),
    ],
    [file(false, number), step('close', DEPARTMENT, 15, result)],
    [
      file(true, number),
      step('list', CLERK, 20),
      step('report', DEPARTMENT, 11, result),
      step('return', CLERK, 8, {}, '现场还有残留，继续清理'),
    ],
    [step('drop', DEPARTMENT, 23, {}, '现场核查没有发现')],
    [file(true, number), step('list', CLERK, 21)],
    [],
  ]
  const order = step('order', DEPARTMENT, 14)
  const mend = step('mend', DEPARTMENT, 6, { result: '已改用可降解袋' })
  return [
    ...leads.map((content, index) =>
      story('plastics', 'following', index + 1, {
        by: DEPARTMENT,
        daysAgo: 26,
        input: {
          number: `线-${index + 1}`,
          ...(index % 2 === 0 ? { source: 'hotline', hotlineNumber: `G-10${index}` } : { source: 'check' }),
          content,
          receivedOn: addDays(today, -26),
        },
        steps: ways(index + 1)[index] ?? [],
      }),
    ),
    ...[[order, mend], [order], []].map((steps, index) =>
      story('plastics', 'checking', index + 1, {
        by: DEPARTMENT,
        daysAgo: 15,
        input: {
          number: `检-${index + 1}`,
          business: `${personName(seeded)}菜摊`,
          product: 'bag',
          place: 'market',
          foundOn: addDays(today, -15),
        },
        steps,
      }),
    ),
  ]
}

const projects: Teller = ({ today, townships, unitId }, seeded) => {
  const kinds = [
    '蔬菜冷链园',
    '小杂粮加工厂',
    '河谷旅游步道',
    '光伏电站',
    '农产品批发市场',
    '污水管网',
    '养老服务中心',
    '工业标准厂房',
    '道路改造',
  ]
  const departments = ['farming', 'farming', 'culture', 'industry', 'none', 'housing', 'civil-affairs']
  const stages = ['landed', 'begun', 'building', 'building']
  return townships.flatMap((township, index) => {
    const at = unitId(`${township}人民政府`)
    const number = `项-${String(index + 1).padStart(2, '0')}`
    const department = departments[index % departments.length] ?? 'none'
    const ways = [
      [step('move', DEPARTMENT, 12, { stage: 'building' })],
      [step('finish', DEPARTMENT, 8, { finishedOn: addDays(today, -8) })],
      [],
      [step('stop', DEPARTMENT, 10, {}, '投资方撤出，县里研究终止')],
      [step('move', DEPARTMENT, 5, { batch: 'begun' })],
    ]
    const planned = seeded.between(200, 900)
    const done = Math.round((planned * seeded.between(70, 120)) / 100)
    const reported = [step('report', DEPARTMENT, 3, { actual: String(done) })]
    return [
      story('project-drives', 'following', index + 1, {
        ...{ by: DEPARTMENT, at, daysAgo: 70, steps: ways[index % ways.length] ?? [] },
        input: {
          number,
          name: `${township}${kinds[index % kinds.length]}`,
          department,
          stage: stages[index % stages.length],
          ...(index % 3 === 0 ? { batch: 'signed' } : {}),
          investment: seeded.tenths(1, 9),
          ...(index % 4 === 1 ? { leader: '副县长' } : {}),
          plan: '年内完成主体工程。',
        },
      }),
      story('project-drives', 'reporting', index + 1, {
        ...{ by: DEPARTMENT, at, daysAgo: 28, steps: index % 3 === 2 ? [] : reported },
        input: {
          project: number,
          department,
          month: addDays(today, -30).slice(0, 7),
          planned: String(planned),
        },
      }),
    ]
  })
}

const plans: Teller = ({ today, townships, unitId }, seeded) => {
  const year = today.slice(0, 4)
  const evaluation = {
    year: String(Number(year) - 1),
    results: '11项指标中达到6项，3项接近目标。',
    problems: '农村无障碍改造进度慢。',
  }
  return [
    ...townships.slice(0, -2).map((township, index) =>
      story('matching-plans', 'matching-plans', index + 1, {
        by: DEPARTMENT,
        at: unitId(`${township}人民政府`),
        daysAgo: 50 - index,
        input: {
          unit: township,
          title: `${township}配套实施方案`,
          issuedOn: addDays(today, index - 52),
          ...(index % 3 === 0 ? {} : { responsible: personName(seeded) }),
        },
      }),
    ),
    story('disability-plan', 'evaluation', 'annual', {
      by: CLERK,
      daysAgo: 30,
      input: { ...evaluation, number: `${evaluation.year}-年度`, kind: 'annual' },
      steps: [step('issue', LEADER, 22)],
    }),
    story('disability-plan', 'evaluation', 'midterm', {
      by: CLERK,
      daysAgo: 6,
      input: { ...evaluation, number: '中期评估', kind: 'midterm' },
    }),
    story('digital-economy', 'year-plans', 'last', {
      by: CLERK,
      daysAgo: 80,
      input: {
        year,
        dueOn: addDays(today, -60),
        title: `${year}年数字经济行动计划`,
        issuedOn: addDays(today, -80),
      },
    }),
    story('digital-economy', 'year-plans', 'next', {
      by: CLERK,
      daysAgo: 20,
      input: { year: String(Number(year) + 1), dueOn: addDays(today, 20) },
    }),
    ...['组建产业联盟', '引进龙头企业', '建设检验检测中心', '培育区域品牌'].map((task, index) =>
      story('specialised-town', 'plan-rows', index + 1, {
        by: DEPARTMENT,
        daysAgo: 40 - index,
        input: {
          number: `${index + 1}`,
          year,
          goal: '专业镇产值增长',
          task,
          measure: '明确专人，按季度调度。',
          ...(index === 3
            ? {}
            : { schedule: addDays(today, index * 30 - 20), responsible: '县工业和信息化局' }),
        },
      }),
    ),
  ]
}

const approvals: Teller = ({ townships, unitId }, seeded) => {
  const unit = unitId('县市场监督管理局')
  const items = ['食品经营许可', '户外广告设置审批', '取水许可', '建筑工程施工许可', '公共场所卫生许可']
  const decide = (daysAgo: number) => step('decide', DEPARTMENT, daysAgo, { opinion: '纳入日常监管名录。' })
  const ways = [
    [decide(18), step('return', DEPARTMENT, 17)],
    [decide(12)],
    [step('close', DEPARTMENT, 14, {}, '不涉及后续监管')],
    [],
    [decide(1)],
  ]
  return [
    ...items.map((item, index) =>
      story('approval-linkage', 'push', index + 1, {
        by: WINDOW,
        unit,
        daysAgo: 20,
        input: {
          number: `推-${index + 1}`,
          item,
          applicant: `${personName(seeded)}商店`,
          supervisor: '县市场监督管理局',
          channel: 'platform',
        },
        steps: ways[index] ?? [],
      }),
    ),
    ...townships.map((township, index) =>
      story('approval-linkage', 'villages', index + 1, {
        by: WINDOW,
        daysAgo: 60,
        input: { village: '上河村', township, isCovered: index % 4 !== 3 },
      }),
    ),
  ]
}

const servicesOfOtherRegions: Teller = ({ today, unitId }) => {
  const unit = unitId('县人力资源和社会保障局')
  const answer = step('answer', DEPARTMENT, 6, { answer: '已联系申请人，当日补寄结果。' })
  const ways = [
    [answer, step('close', WINDOW, 3)],
    [answer, step('reopen', WINDOW, 2, {}, '申请人说还没有收到')],
    [answer],
    [],
  ]
  const contents = ['异地办理等了十天没有结果', '窗口要求重复提交材料', '邮寄的证件没有收到', '电话没有人接']
  return contents.map((content, index) =>
    story('cross-region-services', 'complaining', index + 1, {
      by: WINDOW,
      unit,
      daysAgo: 9,
      input: {
        number: `诉-${index + 1}`,
        origin: index % 2 === 0 ? 'hotline' : 'rating',
        content,
        unit: '县人力资源和社会保障局',
        dueOn: addDays(today, index - 2),
      },
      steps: ways[index] ?? [],
    }),
  )
}
