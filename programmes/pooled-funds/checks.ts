import { type Decimal, isSameAmount, productOf } from '@luoshi/kernel'

/** A project as far as its words are checked. */
export interface CheckedProject {
  readonly number: string
  readonly township: string
  readonly village: string
  readonly name: string
  readonly implementer: string
  readonly content: string
  readonly total: Decimal
  readonly goal?: string | undefined
}

/** Something that a careful reader would ask about. */
export interface Doubt {
  readonly number: string
  readonly name: string
  readonly message: string
}

const plainOf = (text: string) =>
  text.replaceAll(/\s/g, '').replaceAll('，', ',').replaceAll('<sup>2</sup>', '²')

const BOX = /长([\d.]{1,8})m、宽([\d.]{1,8})m、高([\d.]{1,8})m,共([\d.]{1,10})m²/
const STALL = /([\d.]{1,8})平米(?:\d{1,3}座)?,长([\d.]{1,8})米,宽([\d.]{1,8})米/
const ROOF = /(\d{1,6})千瓦屋顶光伏/

/** Measures of one project, or of several, that do not fit each other. */
export function measureDoubts(projects: readonly CheckedProject[]): readonly Doubt[] {
  const own = projects.flatMap(({ number, name, content }): Doubt[] => {
    const text = plainOf(content)
    const [, length = '', width = '', height = '', volume = ''] = BOX.exec(text) ?? []
    const isVolume = volume !== '' && isSameAmount(productOf(productOf(length, width), height), volume)
    const [, printed = '', side = '', other = ''] = STALL.exec(text) ?? []
    const area = printed === '' ? '' : productOf(side, other)
    return [
      ...(isVolume ? [{ number, name, message: `长宽高相乘是${volume}立方米，写作${volume}平方米。` }] : []),
      ...(area !== '' && !isSameAmount(area, printed)
        ? [{ number, name, message: `长宽相乘是${area}平方米，写作${printed}平米。` }]
        : []),
    ]
  })
  return [...own, ...roofDoubts(projects)]
}

/** Roofs of another power that cost just as much. */
function roofDoubts(projects: readonly CheckedProject[]): readonly Doubt[] {
  const roofs = projects.flatMap((project) => {
    const power = ROOF.exec(plainOf(project.content))?.[1]
    return power === undefined ? [] : [{ project, power }]
  })
  return [...Map.groupBy(roofs, ({ project }) => project.total)].flatMap(([total, alike]) => {
    const powers = [...new Set(alike.map(({ power }) => power))]
    if (powers.length < 2) return []
    return alike.map(({ project, power }) => ({
      number: project.number,
      name: project.name,
      message: `${power}千瓦${total}万元，与${powers.filter((one) => one !== power).join('、')}千瓦的金额相同。`,
    }))
  })
}

/** A village's name without the ends that are written or not. */
export function villageBase(village: string): string {
  let base = village.trim()
  while (base.length > 1 && base.endsWith('村')) base = base.slice(0, -1)
  return base
}

/** A village of a township with every way in which it is written. */
export interface Village {
  readonly township: string
  readonly base: string
  readonly spellings: readonly string[]
  readonly numbers: readonly string[]
}

/** Words in the village's column that are no village. */
const noVillage = new Set(['全县', '有关村'])

/** Villages by township and name: two of one name in two townships are two. */
export function villagesOf(projects: readonly CheckedProject[]): readonly Village[] {
  const named = projects
    .filter(({ village, township }) => !noVillage.has(village) && village !== township)
    .map((project) => ({ project, base: villageBase(project.village) }))
  const byKey = Map.groupBy(named, ({ project, base }) => `${project.township} ${base}`)
  return [...byKey.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { base, project } = first
    const written = own.flatMap((one) =>
      [one.project.village, one.project.implementer].filter((name) => villageBase(name) === base),
    )
    return [
      {
        township: project.township,
        base,
        spellings: [...new Set(written)],
        numbers: own.map((one) => one.project.number),
      },
    ]
  })
}

/** Villages that are written in more than one way, and names that two townships share. */
export function villageDoubts(projects: readonly CheckedProject[]): readonly Doubt[] {
  const villages = villagesOf(projects)
  const variants = villages
    .filter(({ spellings }) => spellings.length > 1)
    .map(({ township, base, spellings, numbers }) => ({
      number: numbers.join('、'),
      name: `${township}${base}`,
      message: `有${spellings.length}种写法：${spellings.join('、')}。`,
    }))
  const shared = [...Map.groupBy(villages, ({ base }) => base)]
    .filter(([, own]) => own.length > 1)
    .map(([base, own]) => ({
      number: own.flatMap(({ numbers }) => numbers).join('、'),
      name: base,
      message: `${own.map(({ township }) => township).join('、')}都有，不是同一个村。`,
    }))
  return [...variants, ...shared]
}

/** Projects whose content says no more than their name. */
export function unspecified(projects: readonly CheckedProject[]): readonly Doubt[] {
  return projects
    .filter(({ name, content }) => plainOf(content).replace(/。$/, '') === plainOf(name))
    .map(({ number, name }) => ({ number, name, message: '没有写明建设规模和内容。' }))
}
