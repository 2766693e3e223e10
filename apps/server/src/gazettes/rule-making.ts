import { countyBySlug } from '@luoshi/counties'
import type { CountyNames } from '@luoshi/gazette'
import { keyOf, versionOn } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import { countyList, type Database, findNotice, foldText, searchNotices } from '@luoshi/store'

/** Whether a body may issue normative documents. */
export interface IssuingVerdict {
  readonly outcome: 'may' | 'may-not' | 'unknown'
  /** A whole sentence with its clause. */
  readonly reason: string
}

/** The bodies that a county has named as entitled to issue, and the notice that names them. */
export interface RuleMakers {
  readonly county: string
  readonly docNumber: string
  /** First day of the list. */
  readonly from: string
  readonly names: readonly string[]
  /** Line of the clause that shuts out all others. */
  readonly line: number
}

const classes: readonly (readonly [ending: RegExp, name: string])[] = [
  [/领导小组(?:办公室)?$|指挥部(?:办公室)?$|委员会办公室$|联席会议(?:办公室)?$/, '议事协调机构'],
  [/工作专班$|专班$|筹备组$|工作组$/, '临时机构'],
  [/[股科]$|股室$|科室$/, '内设机构'],
  [/(?:派出所|工商所|司法所|财政所|税务所|管理所|所)$/, '派出机构'],
]

/** Tells whether a body may issue on a day: it has to be on the list. By the ends of names where it is not (a help). */
export function mayIssue(name: string, on: string, makers: RuleMakers | null): IssuingVerdict {
  if (makers === null) {
    return { outcome: 'unknown', reason: '本县的规范性文件制定主体清单没有公开，不能判定。' }
  }
  const cite = `${makers.docNumber}第${makers.line}行`
  if (on < makers.from) {
    return { outcome: 'unknown', reason: `清单自${makers.from}起公布，${on}不能按它判定（${cite}）。` }
  }
  const listed = listedName(name, makers)
  if (listed !== null) {
    const as = listed === name ? '' : `在清单中作“${listed}”，`
    return { outcome: 'may', reason: `“${name}”${as}列入制定主体清单，可以制定行政规范性文件（${cite}）。` }
  }
  const kind = classes.find(([ending]) => ending.test(name))?.[1]
  const what = kind === undefined ? '未列入制定主体清单' : `属于${kind}，未列入制定主体清单`
  return {
    outcome: 'may-not',
    reason: `“${name}”${what}，不得以本机构名义制定行政规范性文件；确需制定的，应当报请主管部门制定（${cite}）。`,
  }
}

/** The name under which the list has a body, by whatever name of it: 县发改局 → 县发展和改革委员会; null where it has none. */
export function listedName(
  name: string,
  { names, county }: Pick<RuleMakers, 'names' | 'county'>,
): string | null {
  const known = new Map(names.map((one) => [bare(one, county), one]))
  const own = known.get(bare(name, county))
  if (own !== undefined) return own
  return writtenForms(name, county).flatMap((form) => known.get(bare(form, county)) ?? [])[0] ?? null
}

/** All names of a unit of the county by any of them. */
function writtenForms(name: string, slug: string): string[] {
  const county: CountyNames | undefined = countyBySlug.get(slug)
  const forms = county?.units.find((unit) =>
    [unit.name, ...unit.aliases].some((written) => bare(written, slug) === bare(name, slug)),
  )
  return forms === undefined ? [name] : [name, forms.name, ...forms.aliases]
}

/** A name without the county's own and without brackets: 五台县财政局 and 县财政局 are one. */
function bare(name: string, slug: string): string {
  const county = countyBySlug.get(slug)?.name ?? ''
  const folded = foldText(name).replace(/[()]/g, '')
  return county !== '' && folded.startsWith(county) && folded.length > county.length
    ? folded.slice(county.length).replace(/^/, '县')
    : folded
}

/**
 * The list of a county, from its latest published notice that announces one, as it stands on a day: bodies that were added
 * or taken off since then count.
 */
export async function ruleMakersOf(db: Database, county: string, on: string): Promise<RuleMakers | null> {
  const { notices } = await searchNotices(db, { terms: [['规范性文件制定主体清单']], county, limit: 5 })
  const head = notices.find(({ head: { title } }) => foldText(title).includes('规范性文件制定主体清单'))?.head
  if (head === undefined) return null
  const stored = await findNotice(db, county, head.address)
  const rows = stored?.instrument.tables.flatMap((table) => table.rows) ?? []
  const printed = rows.filter(({ kind }) => kind === 'row').map(({ cells }) => (cells.at(-1) ?? '').trim())
  const clause = stored?.instrument.clauses.find(({ text }) => text.includes('未列入清单'))
  if (printed.length === 0 || head.issuedOn === null) return null
  return {
    county,
    docNumber: head.docNumber ?? head.title,
    from: head.issuedOn,
    names: (await changedNames(db, county, head.docNumber, on)) ?? printed,
    line: clause?.lines[0] ?? head.lines[0],
  }
}

/** The names as decided changes have left them on a day; null where that list is kept by no programme or was not changed. */
async function changedNames(
  db: Database,
  county: string,
  docNumber: string | null,
  on: string,
): Promise<readonly string[] | null> {
  for (const programme of everyProgramme) {
    const catalogue = programme.catalogues?.find(({ prints = [] }) =>
      prints.some(({ basis }) => basis.county === county && basis.docNumber === docNumber),
    )
    if (catalogue === undefined) continue
    const { catalogue: whole, changes } = await countyList(db, programme, catalogue, county)
    const version = versionOn(whole, on)
    if (changes.length > 0 && version !== undefined) return version.items.map((item) => keyOf(whole, item))
  }
  return null
}
