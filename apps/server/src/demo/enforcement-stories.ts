import { addDays } from '@luoshi/kernel'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

const PROGRAMME = 'enforcement'

/** Days for which certificates have been valid, and will be. */
const VALID = 300

/** Days ago on which officers, powers and the table of discretion were entered. */
const SET_UP = 90

const POWER = '市监-1'
const TOWNSHIP_POWER = '乡镇-1'

/** A power as the two bodies of the demo county hold theirs. */
interface TakenPower {
  readonly list: string
  readonly name: string
  readonly source: string
  readonly holders: readonly string[]
  readonly isTownship: boolean
}

/** Officers with certificates, a power with its table, recorders, and cases that the cockpit tells of. */
export function enforcementStories({ today, unitId }: DemoSetting): readonly DemoStory[] {
  const market = unitId('县市场监督管理局')
  const township = unitId('龙泉镇人民政府')
  if (market === null || township === null) return []
  const day = (daysAgo: number) => addDays(today, -daysAgo)
  const found = (number: string, daysAgo: number) => ({
    number,
    power: POWER,
    placeUnit: township,
    partyKind: 'organisation',
    organisation: '清源县上河便民超市',
    actOn: day(daysAgo),
    foundOn: day(daysAgo),
    touchesLife: false,
    scene: '龙泉镇上河村',
    act: '未明码标价销售商品。',
    officer1: 'officer',
    officer2: 'he',
    hasInterest: false,
  })
  const officersOf = (unit: string, names: Readonly<Record<string, string>>, specialism: string) =>
    Object.entries(names).map(([number, name]) =>
      story('officer', `officer-${number}`, 'justice', SET_UP, {
        number,
        name,
        unit,
        examPassedOn: day(VALID + 30),
        certificate: `晋执-${number}`,
        certificateFrom: day(VALID),
        certificateUntil: addDays(today, VALID),
        specialism,
      }),
    )
  const powerWithBands = (
    of: string,
    code: string,
    situation: string,
    heavyFrom: string,
    power: TakenPower,
  ) => [
    story('power', `power-${of}`, 'leader', SET_UP, {
      ...power,
      code,
      kind: 'penalty',
      formerHolders: [],
      isSimpleOnly: false,
      excludesPoor: false,
      isReportedUp: false,
      from: day(VALID),
    }),
    ...(
      [
        ['light', '0', '500'],
        ['ordinary', '500', heavyFrom],
        ['heavy', heavyFrom, '5000'],
      ] as const
    ).map(([grade, least, most], index) =>
      story('band', `band-${of}-${grade}`, 'leader', SET_UP, {
        number: `${code}-${index + 1}`,
        power: code,
        grade,
        situation,
        least,
        most,
        from: day(VALID),
      }),
    ),
  ]
  return [
    ...officersOf(market, { officer: '吴明察', he: '何守正' }, '市场监管'),
    ...officersOf(township, { 'township-officer': '田守业', 'township-second': '贺同行' }, '综合执法'),
    ...powerWithBands('market', POWER, '按未标价商品的数量和后果', '3000', {
      list: '县市场监督管理局权责清单第1项',
      name: '对不按规定明码标价行为的处罚',
      source: '《价格法》第四十二条',
      holders: [market],
      isTownship: false,
    }),
    ...powerWithBands('township', TOWNSHIP_POWER, '按倾倒、抛撒的数量和后果', '2000', {
      list: '龙泉镇行政执法事项清单第1项',
      name: '对随意倾倒、抛撒生活垃圾的处罚',
      source: '《城市市容和环境卫生管理条例》第三十四条',
      holders: [township],
      isTownship: true,
    }),
    ...[1, 2, 3].map((number) =>
      story('recorder', `recorder-${number}`, 'justice', SET_UP - number, { number: `4G-00${number}` }, [
        {
          action: 'allocate',
          by: 'justice',
          daysAgo: SET_UP - 10,
          input: { unit: market, officer: 'officer', allocatedOn: day(SET_UP - 10) },
        },
      ]),
    ),
    story('ordinary', 'case-bare', 'officer', 40, found('市监罚-1', 40), [
      { action: 'approve', by: 'enforcement-head', daysAgo: 39 },
    ]),
    story('simple', 'case-warned', 'officer', 25, found('市监当罚-1', 25), [
      {
        action: 'decide',
        by: 'officer',
        daysAgo: 25,
        input: {
          shownCards: true,
          toldFacts: true,
          toldRights: true,
          simplePenalty: 'warning',
          finalFine: '0',
          decisionText: '警告，责令改正。',
          legalGround: '《价格法》第四十二条',
          decidedOn: day(25),
        },
      },
      { action: 'file', by: 'officer', daysAgo: 24, input: { filedOn: day(24) } },
    ]),
  ]
}

function story(
  procedure: string,
  id: string,
  by: string,
  daysAgo: number,
  input: Readonly<Record<string, unknown>>,
  steps: readonly DemoStep[] = [],
): DemoStory {
  return { programme: PROGRAMME, procedure, id: `demo-enforcement-${id}`, by, daysAgo, input, steps }
}
