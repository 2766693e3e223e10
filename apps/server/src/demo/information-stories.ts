import { addDays } from '@luoshi/kernel'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { CLERK, LEADER, step, story } from './story-parts.ts'

const DISCLOSURE = 'information-disclosure'
const SEED = 2021_0707

/** What is asked for, how it is answered, and how far it has come. */
const asked: readonly (readonly [content: string, result: string, reached: number])[] = [
  ['2025年农村公路养护资金分配文件', 'granted', 9],
  ['县城东街供热管网改造的招标文件', 'partlyGranted', 9],
  ['本村2012年宅基地审批档案', 'notHeld', 9],
  ['全县民宿名单汇总表', 'needsMaking', 5],
  ['河道采砂规划批复', 'granted', 4],
  ['某企业的生产工艺', 'thirdParty', 3],
  ['养老院消防验收文件', 'granted', 3],
  ['关于学校的文件', 'granted', 2],
  ['惠农补贴发放表', 'granted', 0],
]

const FOUND: Readonly<Record<string, string>> = {
  notHeld: '在本机关档案室和公文系统按村名查找，没有该档案；宅基地审批由乡镇和自然资源部门办理',
  needsMaking: '在公文系统检索，有零散的登记，没有汇总表',
}

/** Requests for information at every step, the seal that was used, what is not published yet, and the year's projects. */
export function informationStories({ today, unitId }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const seals = [1, 2, 3].map((index) =>
    story(DISCLOSURE, 'seal-uses', index, {
      by: CLERK,
      daysAgo: 20 - index,
      input: {
        number: `章-${index}`,
        usedOn: day(20 - index),
        purpose: 'reply',
        document: `依申请公开答复书（依-${index}）`,
        copies: 2,
        asker: '县政府办政务公开股',
        approver: '王清和',
      },
    }),
  )
  const requests = asked.map(([content, result, reached], index) => {
    const from = 40 - index * 3
    const isUnclear = content.startsWith('关于')
    const steps: DemoStep[] = [
      step('accept', CLERK, from - 1),
      isUnclear
        ? step('askCorrection', CLERK, from - 2, {
            corrections: '写明是哪所学校、哪一年的文件，十五日内补正',
          })
        : step('clear', CLERK, from - 2),
      result === 'thirdParty'
        ? step('consult', CLERK, from - 3, { third: '该企业' })
        : step('skip', CLERK, from - 3),
      ...(result === 'thirdParty' ? [step('answerOfThird', CLERK, from - 8, { opinion: 'objects' })] : []),
      step('decide', CLERK, from - 9, {
        result,
        title: `关于“${content}”的答复`,
        searchFacts: FOUND[result] ?? '在公文系统按标题检索，找到一份',
        legalBasis: '《政府信息公开条例》第三十六条',
        reply: result === 'granted' ? '见附件' : '理由如上，可以到有关单位进一步了解',
      }),
      step('approve', LEADER, from - 10),
      step('serve', CLERK, from - 11, { sealUse: `章-${index + 1}`, servedOn: day(from - 11), way: 'post' }),
    ]
    return story(DISCLOSURE, 'answering', index + 1, {
      by: CLERK,
      daysAgo: from,
      input: {
        number: `依-${index + 1}`,
        receivedOn: day(from),
        channel: index % 2 === 0 ? 'post' : 'onSite',
        applicantKind: 'person',
        applicant: personName(seeded),
        idNumber: '140922199003070012',
        contact: phoneNumber(seeded),
        content,
        form: 'paper',
      },
      steps: steps.slice(0, reached),
    })
  })
  const questions = [
    ['notHeld', '宅基地老档案在哪里查', '到乡镇自然资源所问，带户口簿和老契'],
    ['needsMaking', '全县有多少家民宿', null],
  ].map(([found, content, answer], index) =>
    story(DISCLOSURE, 'convenience', index + 1, {
      by: CLERK,
      daysAgo: 12 - index,
      input: {
        number: `便-${index + 1}`,
        contact: phoneNumber(seeded),
        content,
        found,
        isCorrected: false,
      },
      steps: answer === null ? [] : [step('answer', CLERK, 11, { answer })],
    }),
  )
  const items = [
    ['预算', '县财政局', 60, 58],
    ['决算', '县财政局', 20, null],
    ['救助管理', '县民政局', 30, 28],
    ['义务教育招生', '县教育科技局', 15, null],
    ['水质监测', '县水利局', 10, 9],
  ].map(([name, publisher, due, published], index) =>
    story(DISCLOSURE, 'standard-items', index + 1, {
      by: CLERK,
      daysAgo: 65,
      input: {
        number: `目-${index + 1}`,
        area: '基层政务公开',
        name,
        publisher: unitId(String(publisher)) ?? '',
        dueOn: day(Number(due)),
        ...(published === null ? {} : { publishedOn: day(Number(published)) }),
      },
    }),
  )
  const projects = [
    ['县城集中供热二期', { services: 40, approvals: 38, tenders: 20 }],
    [
      '龙泉镇污水处理厂',
      { services: 90, approvals: 85, tenders: 70, land: 66, construction: 30, supervision: 25 },
    ],
  ].map(([name, shown], index) =>
    story(DISCLOSURE, 'showing', index + 1, {
      by: CLERK,
      daysAgo: 100,
      input: { number: `项-${index + 1}`, name, publisher: '县住房和城乡建设局' },
      steps: [
        step(
          'publish',
          CLERK,
          5,
          Object.fromEntries(
            Object.entries(shown ?? {}).map(([kind, daysAgo]) => [kind, day(Number(daysAgo))]),
          ),
        ),
      ],
    }),
  )
  const finance = unitId('县财政局')
  const circulars =
    finance === null
      ? []
      : [
          story(DISCLOSURE, 'rectifying', 1, {
            by: CLERK,
            daysAgo: 6,
            input: { number: '通-1', publisher: finance, deadline: addDays(today, 8) },
            steps: [step('circulate', CLERK, 5, {}, '没有按标准目录公开')],
          }),
        ]
  return [...seals, ...requests, ...questions, ...items, ...projects, ...circulars]
}
