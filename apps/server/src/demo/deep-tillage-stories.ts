import { addDays, drawSample, SAMPLE_ALGORITHM } from '@luoshi/kernel'
import { bankAccount, personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

const PROGRAMME = 'deep-tillage'

/** The seed of everything that is made up here. */
const SEED = 2022_0822

/** Share that the demo county's leading group has checked, in per cent. */
export const CHECKED_PERCENT = '10'

const OPERATORS = 9

const CLAIMS = 72

/** Days ago on which the spot check was drawn. */
const DRAWN = 9

const CENTRE = 'department'
const TOWNSHIP = 'township'
const INSPECTOR = 'officer'

const VILLAGES = ['上河村', '下河村', '东沟村', '西坪村', '南梁村', '北岭村', '柳树湾村', '石门村']

/** Plots, machines and claims of one autumn: paid, publicised, disputed, refused, waiting. */
export function deepTillageStories(setting: DemoSetting): readonly DemoStory[] {
  const { today } = setting
  const seeded = new Seeded(SEED)
  const operators = Array.from({ length: OPERATORS }, (_, index) => operator(seeded, index))
  const claims = Array.from({ length: CLAIMS }, (_, index) => claimOf(seeded, index, setting))
  const population = claims.filter(({ ending }) => wasInDraw.has(ending)).map(({ number }) => number)
  const draw = { population, percent: CHECKED_PERCENT, seed: 20221015 }
  const drawn = new Set(drawSample(draw))
  const { percent, seed } = draw
  const drawnOn = addDays(today, -DRAWN)
  return [
    ...operators,
    ...claims.map(plot),
    story('draws', 'draw-1', INSPECTOR, DRAWN, {
      number: '抽查一',
      drawnOn,
      percent,
      algorithm: SAMPLE_ALGORITHM,
      seed,
      population,
    }),
    ...claims.map((claim) => claimStory(claim, drawn.has(claim.number))),
  ]
}

/** How far a claim came. */
type Ending = 'recorded' | 'publicised' | 'disputed' | 'rejected' | 'awaiting' | 'checked' | 'listed' | 'paid'

const endings: readonly Ending[] = [
  'paid',
  'paid',
  'publicised',
  'recorded',
  'awaiting',
  'listed',
  'disputed',
  'checked',
  'paid',
  'rejected',
  'publicised',
  'recorded',
]

const wasInDraw: ReadonlySet<Ending> = new Set(['awaiting', 'checked', 'listed', 'paid'])

interface Claim {
  readonly number: string
  readonly ending: Ending
  readonly township: string
  /** Id of the township's government. */
  readonly unit: string
  readonly village: string
  readonly plot: string
  readonly area: string
  readonly farmer: string
  readonly farmerContact: string
  readonly record: Readonly<Record<string, unknown>>
  readonly daysAgo: number
}

function claimOf(seeded: Seeded, index: number, { today, townships, unitId }: DemoSetting): Claim {
  const ending = endings[index % endings.length] ?? 'recorded'
  const township = townships[index % townships.length] ?? ''
  const village = seeded.oneOf(VILLAGES)
  const number = `深松${String(index + 1).padStart(3, '0')}`
  const plotNumber = `${township.slice(0, 2)}-${index + 1}`
  const farmer = personName(seeded)
  const farmerContact = phoneNumber(seeded)
  const area = seeded.tenths(6, 48)
  const daysAgo = wasInDraw.has(ending) ? seeded.between(24, 40) : seeded.between(5, 12)
  const driver = personName(seeded)
  const record = {
    number,
    season: '2022',
    plot: plotNumber,
    township,
    village,
    place: `${village}${seeded.oneOf(['河滩地', '梁地', '沟口地', '川地'])}`,
    operator: `主体${(index % OPERATORS) + 1}`,
    operatorName: driver,
    driver,
    driverContact: phoneNumber(seeded),
    farmer,
    farmerContact,
    workedOn: addDays(today, -daysAgo - seeded.between(1, 4)),
    area,
    depth: seeded.tenths(26, 33),
    spacing: seeded.tenths(45, 60),
    source: 'monitored',
    exportRow: String(1200 + index),
  }
  const unit = unitId(`${township}人民政府`) ?? ''
  return {
    number,
    ending,
    township,
    unit,
    village,
    plot: plotNumber,
    area,
    farmer,
    farmerContact,
    record,
    daysAgo,
  }
}

function operator(seeded: Seeded, index: number): DemoStory {
  const number = `主体${index + 1}`
  return story('operators', `operator-${index + 1}`, CENTRE, 60, {
    number,
    name: personName(seeded),
    account: bankAccount(seeded),
    contact: phoneNumber(seeded),
    terminal: `终端${4100 + index}`,
    workingWidth: '2.4',
    shankSpacing: '60',
    certificate: seeded.oneOf(['promotion', 'trial']),
  })
}

function plot(claim: Claim): DemoStory {
  const { township, village, area, farmer, farmerContact } = claim
  const input = { number: claim.plot, township, village, area, farmer, farmerContact }
  return { ...story('plots', `plot-${claim.number}`, TOWNSHIP, 55, input), at: claim.unit }
}

function claimStory(claim: Claim, isDrawn: boolean): DemoStory {
  const { number, record, daysAgo, unit, ending } = claim
  const steps = stepsTo(ending, claim, isDrawn)
  return { ...story('claim', `claim-${number}`, CENTRE, daysAgo, record), unit, steps }
}

function story(
  procedure: string,
  id: string,
  by: string,
  daysAgo: number,
  input: Readonly<Record<string, unknown>>,
): DemoStory {
  return { programme: PROGRAMME, procedure, id: `demo-${PROGRAMME}-${id}`, by, daysAgo, input, steps: [] }
}

function stepsTo(ending: Ending, { daysAgo, record }: Claim, isDrawn: boolean): readonly DemoStep[] {
  const publicise: DemoStep = { action: 'publicise', by: CENTRE, daysAgo: daysAgo - 1 }
  const ended: DemoStep = { action: 'endPublicity', by: CENTRE, daysAgo: daysAgo - 10 }
  const toDraw = [publicise, ended]
  const toCheck = [...toDraw, ...spotCheck(record, isDrawn)]
  const accept: DemoStep = { action: 'accept', by: INSPECTOR, daysAgo: DRAWN - 4 }
  const list: DemoStep = { action: 'list', by: CENTRE, daysAgo: DRAWN - 5 }
  return {
    recorded: [],
    publicised: [publicise],
    disputed: [
      publicise,
      {
        action: 'object',
        by: CENTRE,
        daysAgo: daysAgo - 3,
        reason: '农户反映作业面积多记，要求人工核查',
      } as const,
    ],
    rejected: [
      { action: 'reject', by: CENTRE, daysAgo: daysAgo - 2, reason: '监测轨迹不完整，机手放弃申领' } as const,
    ],
    awaiting: toDraw,
    checked: toCheck,
    listed: [...toCheck, accept, list],
    paid: [...toCheck, accept, list, { action: 'pay', by: CENTRE, daysAgo: DRAWN - 7 } as const],
  }[ending]
}

function spotCheck(record: Claim['record'], isDrawn: boolean): readonly DemoStep[] {
  const draw = { input: { draw: '抽查一' }, by: INSPECTOR, daysAgo: DRAWN - 1 }
  if (!isDrawn) return [{ action: 'passOver', ...draw }]
  const { area, depth, spacing } = record
  return [
    { action: 'select', ...draw },
    {
      action: 'pass',
      by: INSPECTOR,
      daysAgo: DRAWN - 3,
      input: { checkedArea: area, checkedDepth: depth, checkedSpacing: spacing, checkedBy: '验收一组' },
    },
  ]
}
