import { addDays } from '@luoshi/kernel'
import { bankAccount, personName, phoneNumber } from './people.ts'
import { Seeded } from './seeded.ts'
import type { DemoSetting, DemoStep, DemoStory } from './story.ts'
import { DEPARTMENT, step, story } from './story-parts.ts'

const COMPENSATION = 'grid-compensation'
const SEED = 2022_0826
const TOWNSHIP = 'township'

type Item = readonly [place: string, action: string, input: Readonly<Record<string, unknown>>]

const pits = (pit: string, pitCount: number, ground = 'other'): Item => [
  ground === 'waste' ? '东坡荒地' : '村南旱地',
  'pits',
  { pit, voltage: 'high', ground, pitCount },
]
const base = (land: string, zone: string): Item => [
  '北梁',
  'base',
  { land, zone, baseLength: '2', baseWidth: '1.5' },
]
const road: Item = ['村南地埂', 'road', { roadWidth: '3', roadLength: '200' }]
const crops = (cropArea: string): Item => ['村南旱地', 'crops', { cropArea }]
const shed: Item = ['院墙外', 'other', { attachment: '简易棚一间', negotiated: '600.00' }]

/** What each household has, and how far it has come. */
const households: readonly (readonly [
  village: string,
  items: readonly Item[],
  reached: 'paid' | 'agreed' | 'measuring',
])[] = [
  ['河湾村', [pits('steel', 2), crops('0.6'), base('farmland', '第一区片')], 'paid'],
  ['上河村', [base('forest', '第二区片'), road], 'paid'],
  ['柳树湾村', [pits('concrete', 3), pits('stay', 2)], 'agreed'],
  ['东沟村', [pits('steel', 1, 'waste'), shed], 'agreed'],
  ['西坪村', [road, crops('1.25')], 'measuring'],
  ['石门村', [], 'measuring'],
]

/** Households whose land power lines take: measured, agreed, paid. */
export function compensationStories({ today, townships, unitId }: DemoSetting): readonly DemoStory[] {
  const seeded = new Seeded(SEED)
  const zones = (
    [
      ['第一区片', '1060.00'],
      ['第二区片', '842.00'],
    ] as const
  ).map(([zone, value], index) =>
    story(COMPENSATION, 'output-values', index + 1, {
      by: DEPARTMENT,
      daysAgo: 70,
      input: { zone, from: addDays(today, -400), value, document: '清源县征地统一年产值标准（编的）' },
    }),
  )
  const agreements = households.map(([village, items, reached], index) => {
    const township = townships[index % 3] ?? ''
    const at = unitId(`${township}人民政府`)
    const inTownship = (one: DemoStep): DemoStep => ({ ...one, ...(at === null ? {} : { at }) })
    const number = `补-${index + 1}`
    const payee = personName(seeded)
    const measured = items.map(([place, action, input], place_) =>
      story(COMPENSATION, 'measuring', `${index + 1}-${place_ + 1}`, {
        by: TOWNSHIP,
        at,
        daysAgo: 50,
        input: {
          number: `项-${index + 1}-${place_ + 1}`,
          agreement: number,
          place: `${village}${place}`,
          measuredOn: addDays(today, -51),
        },
        steps: [inTownship(step(action, TOWNSHIP, 49, input))],
      }),
    )
    const agree = inTownship(step('agree', TOWNSHIP, 30, { agreedOn: addDays(today, -30) }))
    const pay = (paid: string) => step('pay', DEPARTMENT, 12, { paidOn: addDays(today, -12), paid })
    const totals: readonly string[] = ['3859.28', '2416.94']
    return story(COMPENSATION, 'settling', index + 1, {
      by: TOWNSHIP,
      at,
      daysAgo: 55,
      input: {
        number,
        township,
        village,
        project: index % 2 === 0 ? 'coal' : 'grid',
        payee,
        accountName: payee,
        account: bankAccount(seeded),
        contact: phoneNumber(seeded),
        isNearGraves: false,
      },
      steps: [
        ...measured,
        ...(reached === 'measuring' ? [] : [agree]),
        ...(reached === 'paid' ? [pay(totals[index] ?? '')] : []),
      ],
    })
  })
  return [...zones, ...agreements]
}
