import { addDays } from '@luoshi/kernel'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { step, story } from './story-parts.ts'

const PROGRAMME = 'grassland'
const FORESTRY = 'officer'
const TOWNSHIP = 'township'

/** Parcels of grassland, how they are used and restored, and the native seed. */
export function grasslandStories({ today, townships, unitId }: DemoSetting): readonly DemoStory[] {
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const forest = unitId('县林业局')
  const told = (
    procedure: string,
    number: string,
    daysAgo: number,
    input: DemoStep['input'],
    steps: DemoStory['steps'] = [],
  ) =>
    story(PROGRAMME, procedure, number, {
      by: FORESTRY,
      at: forest,
      daysAgo,
      input: { number, ...input },
      steps,
    })
  const by = (action: string, daysAgo: number, input: DemoStep['input'] = {}, reason?: string): DemoStep => ({
    ...step(action, FORESTRY, daysAgo, input, reason),
    at: forest ?? '',
  })

  const parcels = [
    ['上河坪', '1240', 'grazing', '山地草甸类', 'light', '73.5', true],
    ['石门梁', '860', 'enclosed', '高寒草甸类', 'heavy', '58.2', true],
    ['南坡牧场', '2100', 'grazing', '山地草甸类', 'moderate', '69.4', false],
    ['鹿鸣滩', '430', 'tourism', '山地草甸类', 'none', '82.1', true],
    ['云岭北坡', '1580', 'ecological', '高寒草甸类', 'light', '76.8', false],
    ['西梁', '320', 'grazing', '暖性灌草丛类', 'heavy', '51.6', false],
  ].map(([name, area, use, kind, degradation, coverage, isBasic], index) =>
    told(
      'keeping',
      `草-${index + 1}`,
      80,
      {
        name,
        area,
        use,
        region: `${townships[index % townships.length]}境内`,
        ecology: '水源涵养、水土保持',
        resources: '禾草、莎草和豆科草为主',
        kind,
        degradation,
        grade: ['一级', '二级', '三级'][index % 3],
        coverage,
        grassCover: '85.0',
        services: '保水固土、固碳',
        isBasic: false,
        isReserve: index === 3,
        surveyedOn: day(82),
      },
      [
        by('certify', 70, { owner: '村集体', certificate: `草证${index + 1}号` }),
        ...(isBasic === true ? [by('delimit', 60, { isBasic: true, delimitedOn: day(60) })] : []),
        by('monitor', 20, { monitoring: 'yearly', monitoredOn: day(21), monitored: '样方调查与遥感一致。' }),
        ...(index === 4
          ? [
              by(
                'change',
                5,
                { newArea: '1560', newUse: 'ecological', newCoverage: '77.2', keepsFunction: true },
                '边界复测',
              ),
            ]
          : []),
      ],
    ),
  )

  const occupation = (
    number: string,
    project: string,
    owner: string,
    parcel: string,
    purpose: string,
    steps: DemoStory['steps'],
  ) => told('occupying', number, 65, { project, owner, parcel, purpose }, steps)
  const approve = (area: string) =>
    by('approve', 60, { approval: '清林草审〔2026〕6号', approvedArea: area, approvedOn: day(60) })
  const track = (action: string, actualArea: string) =>
    by(action, 30, { actualArea, isSplit: false, checkedOn: day(30) })
  const occupations = [
    occupation('占-1', '云岭风电检修道路', '清源新能源公司', '草-5', 'works', [
      approve('42'),
      track('track', '41.6'),
    ]),
    occupation('占-2', '石料场扩建', '石桥砂石厂', '草-3', 'mining', [
      approve('30'),
      track('track', '36.5'),
      by('punish', 25, { authority: '县林业局', isCrime: false }, '多占6.5亩'),
      by('order', 12, { decision: '清林罚决〔2026〕3号', restoreBy: day(-40) }),
    ]),
    occupation('占-3', '民宿停车场', '望月民宿', '草-6', 'other', [track('trackUnapproved', '2.4')]),
    occupation('占-4', '输电线路塔基', '清源县供电公司', '草-1', 'works', []),
  ]

  const restorations = [
    told('restoring', '修-1', 75, { parcel: '草-2', area: '300', cause: 'overgrazing' }, [
      {
        ...step('report', TOWNSHIP, 30, {
          taken: ['enclosing', 'reseeding', 'pests'],
          done: '围封并补播，灭鼠两次。',
        }),
        at: forest ?? '',
      },
      by('accept', 24, { acceptedOn: day(24) }),
    ]),
    told('restoring', '修-2', 50, { parcel: '草-3', area: '12', cause: 'works', finishBy: day(5) }),
    told('restoring', '修-3', 40, { parcel: '草-6', area: '2.4', cause: 'illegal', finishBy: day(-30) }, [
      {
        ...step('report', TOWNSHIP, 8, { taken: ['reseeding'], done: '已拆除硬化，补播草籽。' }),
        at: forest ?? '',
      },
    ]),
  ]
  const seeds = [
    ['老芒麦', '620', '2023-05-20'],
    ['垂穗披碱草', '540', '2023-06-02'],
    ['无芒雀麦', '380', '2024-05-18'],
    ['草木樨', '260', '2024-06-01'],
    ['沙打旺', '150', '2025-05-25'],
  ].map(([variety, area, sownOn], index) =>
    told('seed-plots', `种-${index + 1}`, 78, {
      variety,
      distribution: '阴坡、半阴坡草甸',
      traits: '耐寒，返青早',
      area,
      sownOn,
    }),
  )
  const records = [
    told('clues', '线-1', 33, {
      kind: 'herbs',
      place: '石门梁',
      foundOn: day(34),
      content: '有人采挖野生黄芪。',
      sharedWith: unitId('县公安局'),
    }),
    told('meetings', '会-1', 28, {
      heldOn: day(28),
      members: '县林业局、县公安局、县司法局',
      analysis: '开垦、占用以矿区周边为主。',
      actions: '联合巡查一次。',
    }),
    told('pests', '害-1', 45, {
      station: '上河监测点',
      kind: 'rodents',
      seenOn: day(46),
      area: 260,
      forecast: '鼠密度偏高，秋季可能扩散。',
      control: '投放生物制剂。',
    }),
  ]
  return [...parcels, ...occupations, ...restorations, ...seeds, ...records]
}
