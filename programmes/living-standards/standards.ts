import {
  choice,
  type Decimal,
  date,
  defineCatalogue,
  defineParameter,
  fields,
  findValueOn,
  gap,
  type IsoDate,
  instrument,
  money,
  type Parameter,
  text,
} from '@luoshi/kernel'

export const notice = instrument('wuzhai', '五政办发〔2022〕36号')

/** From when on what is defined holds: the day from which the standards do, twelve before the notice. */
export const validity = { version: 1, validFrom: '2022-09-01', validTo: null }

/** Who is paid by a standard of their own. */
export const categories = {
  allowance: '农村最低生活保障',
  scattered: '农村分散供养特困人员基本生活',
  gathered: '农村集中供养特困人员基本生活',
} as const

export type Category = keyof typeof categories

const figures: Readonly<Record<Category, { readonly value: Decimal; readonly line: number }>> = {
  allowance: { value: '5318', line: 2541 },
  scattered: { value: '6997', line: 2545 },
  gathered: { value: '8567', line: 2547 },
}

function standardOf(category: Category): Parameter<Decimal> {
  const { value, line } = figures[category]
  return defineParameter<Decimal>({
    id: `${category}-standard`,
    title: `${categories[category]}标准`,
    unit: '元/人·年',
    values: [{ from: '2022-09-01', value, basis: notice.lines(line) }],
    gap: gap('2022年8月31日以前的标准没有写明', notice.lines(2537)),
  })
}

/** Yearly standards by category, dated. */
export const standards = {
  allowance: standardOf('allowance'),
  scattered: standardOf('scattered'),
  gathered: standardOf('gathered'),
} satisfies Record<Category, Parameter<Decimal>>

/** The standards in force on a day: null for a category whose standard no notice here gives. */
export function standardsOn(on: IsoDate): Readonly<Record<Category, Decimal | null>> {
  const found = (category: Category) => findValueOn(standards[category], on)?.value ?? null
  return { allowance: found('allowance'), scattered: found('scattered'), gathered: found('gathered') }
}

/** The table of standards as it is published. */
export const table = defineCatalogue({
  id: 'standards',
  title: '农村低保和特困人员救助供养标准',
  basis: notice.lines(2537, 2547),
  fields: fields({
    name: text('类别'),
    category: choice('对象', categories),
    amount: money('标准'),
    unit: text('计量'),
    from: date('施行日期'),
  }),
  parts: { key: 'name', name: 'name' },
  versions: [
    {
      name: '2022年标准',
      from: '2022-09-01',
      until: null,
      basis: notice.lines(2537, 2547),
      items: (Object.keys(categories) as Category[]).map((category) => ({
        entry: {
          name: `${categories[category]}标准`,
          category,
          amount: figures[category].value,
          unit: '元/人·年',
          from: '2022-09-01',
        },
        basis: notice.lines(figures[category].line),
      })),
    },
  ],
})
