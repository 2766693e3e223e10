import { addDays } from '@luoshi/kernel'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'

const PROGRAMME = 'enforcement'

/** Days for which certificates have been valid, and will be. */
const VALID = 300

/** Days ago on which officers, powers and the table of discretion were entered. */
const SET_UP = 90

const POWER = '市监-1'

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
  return [
    ...(['officer', 'he'] as const).map((number) =>
      story('officer', `officer-${number}`, 'justice', SET_UP, {
        number,
        name: number === 'officer' ? '吴明察' : '何守正',
        unit: market,
        examPassedOn: day(VALID + 30),
        certificate: `晋执-${number}`,
        certificateFrom: day(VALID),
        certificateUntil: addDays(today, VALID),
        specialism: '市场监管',
      }),
    ),
    story('power', 'power', 'leader', SET_UP, {
      code: POWER,
      list: '县市场监督管理局权责清单第1项',
      kind: 'penalty',
      name: '对不按规定明码标价行为的处罚',
      source: '《价格法》第四十二条',
      holders: [market],
      isTownship: false,
      formerHolders: [],
      isSimpleOnly: false,
      excludesPoor: false,
      isReportedUp: false,
      from: day(VALID),
    }),
    ...(
      [
        ['light', '0', '500'],
        ['ordinary', '500', '3000'],
        ['heavy', '3000', '5000'],
      ] as const
    ).map(([grade, least, most], index) =>
      story('band', `band-${grade}`, 'leader', SET_UP, {
        number: `市监-1-${index + 1}`,
        power: POWER,
        grade,
        situation: '按未标价商品的数量和后果',
        least,
        most,
        from: day(VALID),
      }),
    ),
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
