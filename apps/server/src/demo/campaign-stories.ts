import { addDays, daysBetween } from '@luoshi/kernel'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

const SEED = 2021_0809

/** Problems that were found, in all townships together. */
const PROBLEMS = 36

/** The campaign of the text is of 2021 and was carried through: what was found then is told on days of that year. */
const FIRST_FOUND = '2021-08-16'

/** Last day by which the text lets a problem be fixed, and the first on which it may be looked at again. */
const LAST_DAY = '2021-10-31'
const LOOKED_AGAIN = '2021-11-10'
const LOOKED_LAST = '2021-12-20'

/** Days from finding a problem to each thing that was done about it. */
const DAYS_BETWEEN = 9

const kinds = [
  ['channels', '支渠淤塞，水流不畅'],
  ['leaking', '闸门漏水，冲毁田埂'],
  ['keepers', '没有明确管护人员'],
  ['unfitMeters', '计量设施与渠道不匹配'],
  ['flooding', '大水漫灌，定额用水没有落实'],
  ['ownership', '渠系底数不清'],
] as const

const steps = {
  list: { action: 'list', input: { department: '县水利局', deadline: LAST_DAY } },
  fix: { action: 'fix', input: { repair: '已清淤、更换闸门并落实管护人员' } },
  reject: { action: 'reject', reason: '现场仍有漏水，请继续整改' },
  strikeOff: { action: 'strikeOff' },
  hold: {
    on: LOOKED_AGAIN,
    action: 'hold',
    input: { lookedOn: LOOKED_AGAIN, finding: '渠道畅通，没有反弹' },
  },
  relapse: {
    on: LOOKED_AGAIN,
    action: 'relapse',
    reason: '漏水又起',
    input: { lookedOn: LOOKED_AGAIN, finding: '闸门再次漏水' },
  },
  holdAtLast: {
    on: LOOKED_LAST,
    action: 'hold',
    input: { lookedOn: LOOKED_LAST, finding: '更换的闸门完好，没有反弹' },
  },
  dismiss: { action: 'dismiss', reason: '属于正常退水，不是问题' },
} as const

type StepName = keyof typeof steps

/** What the county's office does; the rest is the township's. */
const ofCounty: readonly StepName[] = ['strikeOff', 'reject', 'hold', 'relapse', 'holdAtLast']

const held = ['list', 'fix', 'strikeOff', 'hold'] as const
const struck = ['list', 'fix', 'strikeOff'] as const

/** How problems went: most were struck off and held, some were handed back first, one came back and was fixed again. */
const ways: readonly (readonly StepName[])[] = [
  held,
  struck,
  held,
  ['dismiss'],
  ['list', 'fix', 'reject', 'fix', 'strikeOff', 'hold'],
  held,
  struck,
  held,
  held,
  struck,
  held,
  ['list', 'fix', 'strikeOff', 'relapse', 'list', 'fix', 'strikeOff', 'holdAtLast'],
  ...[held, struck, held, held, struck, held],
]

/** A campaign against wasted irrigation water: problems found by towns, fixed, struck off, some of them back again. */
export function campaignStories({ today, townships, unitId }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  return Array.from({ length: PROBLEMS }, (_one, index) => {
    const township = townships[index % townships.length] ?? ''
    const at = unitId(`${township}人民政府`) ?? ''
    const [kind, description] = kinds[seeded.between(0, kinds.length - 1)] ?? kinds[0]
    const way = ways[index % ways.length] ?? []
    let day = addDays(FIRST_FOUND, seeded.between(0, 20))
    const begun = daysBetween(day, today)
    return {
      programme: 'irrigation-waste',
      procedure: 'irrigation-waste-problems',
      id: `demo-irrigation-${index + 1}`,
      by: 'township',
      at,
      unit: at,
      daysAgo: begun,
      input: {
        number: `灌溉${String(index + 1).padStart(3, '0')}`,
        township,
        kind,
        description,
        place: `${township}灌区${seeded.between(1, 9)}号渠`,
      },
      steps: way.map((name): DemoStep => {
        const { on, ...done }: Omit<DemoStep, 'by' | 'daysAgo'> & { readonly on?: string } = steps[name]
        day = on ?? addDays(day, DAYS_BETWEEN)
        return {
          ...done,
          ...(ofCounty.includes(name) ? { by: 'clerk' } : { by: 'township', at }),
          daysAgo: daysBetween(day, today),
        }
      }),
    }
  })
}
