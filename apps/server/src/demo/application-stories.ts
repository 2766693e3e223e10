import { addDays } from '@luoshi/kernel'
import {
  formOf,
  type Guide,
  guideDrafts,
  guideRecord,
  questionName,
  type TakenIn,
  takenIn,
} from '@luoshi/programmes/services'
import { countyPart } from './county-part.ts'
import { personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { step, story, WINDOW } from './story-parts.ts'

const SEED = 2022_0921

const PROGRAMME = 'services'

const EXAMINER = 'examiner'
const DECIDER = 'approver'
/** Who examines for a department that has a part in it. */
const JOINT = 'officer'

/** What one application is: the guide, how long ago it came, how far it is, and what became of it. */
interface Asked {
  readonly guide: string
  readonly daysAgo: number
  readonly channel: TakenIn['channel']
  /** A material that was not handed in at first, one that is promised instead. */
  readonly without?: string
  readonly promises?: string
  readonly steps: (guide: Guide, today: string) => readonly DemoStep[]
  /** How who asked rated it. */
  readonly rated?: { readonly level: string; readonly remark: string }
}

const accept = (daysAgo: number) => step('accept', WINDOW, daysAgo)
const lead = (daysAgo: number) =>
  step('leadAgrees', EXAMINER, daysAgo, { leadOpinion: '材料齐全，符合条件。' })
const first = (daysAgo: number, { jointFirst }: Guide): DemoStep => ({
  ...step('firstAgrees', JOINT, daysAgo, { firstOpinion: '现场符合要求。' }),
  ...(jointFirst === undefined ? {} : { at: jointFirst }),
})
const agreed = (daysAgo: number, guide: Guide) =>
  guide.jointFirst === undefined ? [lead(daysAgo)] : [lead(daysAgo), first(daysAgo, guide)]
const grant = (daysAgo: number, number: string, scope: string) =>
  step('grant', DECIDER, daysAgo, { licenceNumber: number, scope })
const handOut = (daysAgo: number, today: string, action = 'handOut') =>
  step(action, WINDOW, daysAgo, { handedBy: 'window', handedOn: addDays(today, -daysAgo) })

const asked: readonly Asked[] = [
  {
    guide: 'XK-071-1',
    daysAgo: 34,
    channel: '2',
    steps: (guide, today) => [
      accept(34),
      ...agreed(32, guide),
      grant(31, '清劳派〔2026〕3号', '劳务派遣'),
      handOut(28, today),
    ],
    rated: { level: '1', remark: '材料一次就收齐了。' },
  },
  {
    guide: 'XK-021-1',
    daysAgo: 30,
    channel: '1',
    steps: (guide, today) => [
      accept(30),
      ...agreed(27, guide),
      grant(26, '清运许〔2026〕18号', '道路普通货物运输'),
      handOut(24, today),
    ],
    rated: { level: '4', remark: '通知领证的电话晚了三天。' },
  },
  {
    guide: 'XK-077-1',
    daysAgo: 26,
    channel: '3',
    promises: '食品安全规章制度',
    steps: (guide, today) => [
      accept(26),
      ...agreed(22, guide),
      grant(21, 'JY214090000231', '热食类食品制售'),
      handOut(20, today, 'handOutPromised'),
    ],
  },
  {
    guide: 'XK-100-1',
    daysAgo: 22,
    channel: '1',
    steps: (guide, today) => [
      accept(21),
      step('startInspection', EXAMINER, 19, {
        inspectors: ['沈允中', '许知微'],
        specialUntil: addDays(today, -14),
      }),
      step('endSpecial', EXAMINER, 15, { specialResult: '空气、水质和用具检测合格。' }),
      ...agreed(14, guide),
      grant(13, '清卫公证字〔2026〕第27号', '理发店'),
    ],
  },
  {
    guide: 'XK-110-1',
    daysAgo: 40,
    channel: '2',
    steps: () => [
      accept(39),
      { ...step('askExtension', EXAMINER, 15), reason: '拟执业机构正在变更登记，需要核实' },
    ],
  },
  {
    guide: 'XK-062-1',
    daysAgo: 18,
    channel: '1',
    steps: (_guide, today) => [
      accept(17),
      {
        ...step('startSpecial', EXAMINER, 14, { specialKind: 'expert', specialUntil: addDays(today, 6) }),
        reason: '需要专家到场评审',
      },
    ],
  },
  {
    guide: 'XK-054-1',
    daysAgo: 13,
    channel: '3',
    steps: () => [accept(12), lead(6)],
  },
  {
    guide: 'XK-043-1',
    daysAgo: 12,
    channel: '1',
    steps: () => [
      accept(11),
      {
        ...step('leadObjects', EXAMINER, 5, { leadOpinion: '收购站距村庄不足规定距离。' }),
        reason: '选址不符合条件',
      },
    ],
  },
  {
    guide: 'XK-138-1',
    daysAgo: 10,
    channel: '2',
    steps: (guide) => [
      accept(9),
      ...agreed(4, guide),
      step('tellHearing', DECIDER, 2, { hearingConcern: '广告位紧邻商户橱窗，影响其采光和招牌展示。' }),
    ],
  },
  {
    guide: 'XK-069-1',
    daysAgo: 9,
    channel: '2',
    steps: (guide) => [accept(8), ...agreed(3, guide)],
  },
  {
    guide: 'XK-120-1',
    daysAgo: 4,
    channel: '1',
    without: '质量和安全措施',
    steps: () => [
      step('askCorrection', WINDOW, 3, { corrections: ['质量和安全措施：写明本工程的专项方案'] }),
    ],
  },
  { guide: 'XK-030-1', daysAgo: 6, channel: '1', steps: () => [accept(5)] },
  { guide: 'XK-021-1', daysAgo: 2, channel: '2', steps: () => [accept(1)] },
  { guide: 'XK-077-1', daysAgo: 1, channel: '3', steps: () => [] },
  { guide: 'XK-026-1', daysAgo: 1, channel: '1', steps: () => [] },
  {
    guide: 'XK-111-1',
    daysAgo: 16,
    channel: '2',
    steps: (_guide) => [{ ...step('withdraw', WINDOW, 15), reason: '申请人改期演出，自愿撤回' }],
  },
]

/** Applications of the demo county: taken in, to be corrected, examined together, late, decided, handed out, rated. */
export function applicationStories({ today, townships, unitId }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const guides = new Map(
    guideDrafts.flatMap((draft): (readonly [string, Guide])[] => {
      const record = guideRecord(draft, countyPart(unitId))
      return record === null ? [] : [[record.number, record]]
    }),
  )
  return asked.flatMap(({ guide: wanted, daysAgo, channel, without, promises, steps, rated }, index) => {
    const guide = guides.get(wanted)
    if (guide === undefined) return []
    const number = `${addDays(today, -daysAgo).replaceAll('-', '')}${String(index + 1).padStart(9, '0')}`
    const own = guide.materials.filter(({ source, name }) => source === 'applicant' && name !== without)
    const isFirm = !guide.objects.includes('1')
    const person = personName(seeded)
    const township = townships[index % townships.length] ?? ''
    const taken = channel === '1' ? unitId(`${township}人民政府`) : null
    const input = takenIn(guide, {
      number,
      channel,
      ...(taken === null ? {} : { takenAt: taken }),
      asker: {
        kind: isFirm ? '2' : '1',
        applicant: isFirm ? `清源县${person}服务有限公司` : person,
        contact: phoneNumber(seeded),
      },
      filled: answers(guide, `${township}兴业街${seeded.between(1, 60)}号`, person),
      handedIn: Object.fromEntries(
        own.map(({ name }) => [
          name,
          name === promises ? 'promise' : channel === '1' ? 'original' : 'upload',
        ]),
      ),
    })
    return [
      story(PROGRAMME, 'application', index + 1, {
        by: WINDOW,
        unit: guide.decidedBy,
        daysAgo,
        input: { ...input },
        steps: steps(guide, today).map((one) =>
          one.by === EXAMINER || one.by === DECIDER ? { ...one, at: guide.decidedBy } : one,
        ),
      }),
      ...(rated === undefined ? [] : ratedStories(number, guide, rated, daysAgo)),
    ]
  })
}

/** An answer to every question of a form, of the kind that it asks for. */
function answers({ questions }: Guide, place: string, person: string): Record<string, unknown> {
  const known = Object.keys(formOf(questions).def.shape)
  return Object.fromEntries(
    questions.flatMap(({ label, kind, choices }, index) => {
      const name = questionName(index)
      if (!known.includes(name)) return []
      const byKind = {
        text: /地址|地点|场所/.test(label)
          ? place
          : `${person}${/人员|人$|姓名/.test(label) ? '' : '经营部'}`,
        long: '按申请材料所列。',
        number: '6',
        measure: '120',
        date: '2026-12-20',
        choice: choices?.[0] ?? '',
        yesNo: false,
      } as const
      return [[name, byKind[kind]]]
    }),
  )
}

/** A rating; a bad one is a matter of supervision too, given to the unit that answers for it. */
function ratedStories(
  application: string,
  { item, decidedBy }: Guide,
  { level, remark }: NonNullable<Asked['rated']>,
  daysAgo: number,
): readonly DemoStory[] {
  const number = `评-${application}`
  const rating = story(PROGRAMME, 'ratings', number, {
    by: WINDOW,
    daysAgo: daysAgo - 8,
    input: { number, application, itemName: item, level, channel: 'mobile', remark },
  })
  if (Number(level) < 4) return [rating]
  const matter = story(PROGRAMME, 'settling', number, {
    by: WINDOW,
    daysAgo: daysAgo - 9,
    input: {
      number: `督-${application}`,
      origin: 'rating',
      level: 'county',
      service: '政务服务差评',
      title: `对“${item}”办理的差评`,
      content: remark,
      application,
      rating: number,
      respondent: decidedBy,
    },
    steps: [
      { ...step('dispatch', WINDOW, daysAgo - 9, { receiver: decidedBy }), reason: '由审批部门回访整改' },
      {
        ...step('settle', EXAMINER, daysAgo - 11, {
          reply: '已向申请人致歉，领证通知改为办结当日发送。',
          isReasonable: true,
          hasCalledBack: true,
        }),
        at: decidedBy,
      },
      step('confirm', WINDOW, daysAgo - 12, { isSatisfied: true }),
    ],
  })
  return [rating, matter]
}
