import {
  type Application,
  caseTables,
  type ForeignCase,
  services as programme,
  satisfactions,
} from '@luoshi/programmes/services'
import {
  type CaseRecords,
  caseNumberOf,
  complaintFromNational,
  foreignFromNational,
  foreignToNational,
  guideFromNational,
  mergedRecords,
  type NationalRecord,
  nationalTable,
  nationalTables,
  readRecord,
  type SatisfactionOrder,
  satisfactionFrom,
} from '@luoshi/programmes/services/national'
import { act, findCase, open, reveal, type StoredCase } from '@luoshi/store'
import { sentencesOf, titleOf } from '../citizens/service-desk.ts'
import { actorFor, type Officer } from '../sign-in/index.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { type Exchange, nationalCountyOf } from './national-exchange.ts'

/** What became of a file: what was done in sentences, and what was said against the rest. */
export interface Imported {
  readonly done: readonly string[]
  readonly problems: readonly string[]
  /** What was taken although it is odd, and what was left as it is. */
  readonly warnings: readonly string[]
}

/** What one file comes to, as it is read. */
class Outcome {
  readonly problems: string[] = []
  readonly warnings = new Set<string>()
  readonly #counts = new Map<string, number>()

  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  told(): Imported {
    const done = [...this.#counts].map(([what, count]) => `${what}${count}件。`)
    return { done, problems: this.problems, warnings: [...this.warnings] }
  }
}

const caseTableIds = Object.keys(caseTables) as (keyof typeof caseTables)[]
const taken = new Set(['item', 'interaction', ...caseTableIds])

/**
 * Takes in a file of records by table, or of items alone. Items become drafts of guides; an application that nobody has
 * accepted yet is taken in where its item has a guide, any other case is kept as another platform's; complaints become
 * matters of supervision.
 *
 * @param order how the sender's satisfaction codes run: it is told, never guessed
 */
export async function importFile(
  exchange: Exchange,
  officer: Officer,
  text: string,
  order: SatisfactionOrder,
): Promise<Imported> {
  const outcome = new Outcome()
  const tables = tablesIn(text)
  if (tables === null) {
    outcome.problems.push('文件不是本标准的JSON：应有records（事项的清单），或者各表的清单。')
    return outcome.told()
  }
  for (const id of tables.keys()) {
    if (taken.has(id)) continue
    const title = nationalTables.find((table) => table.id === id)?.title
    outcome.warnings.add(title === undefined ? `没有收“${id}”：标准没有这张表。` : `没有收${title}表。`)
  }
  const read = (id: string) => recordsOf(id, tables.get(id) ?? [], outcome)
  for (const record of read('item')) await importItem(exchange, officer, record, outcome)
  const cases = new Map<string, Record<string, NationalRecord[]>>()
  for (const id of caseTableIds) {
    for (const record of read(id)) {
      const number = caseNumberOf(record)
      if (number === null || !/^[\w-]{1,50}$/.test(number)) {
        outcome.problems.push(`${nationalTable(id).title}：没有办件编号，或者编号不是50个以内的字母、数字。`)
        continue
      }
      const known = cases.get(number) ?? {}
      cases.set(number, { ...known, [id]: [...(known[id] ?? []), record] })
    }
  }
  for (const [number, records] of cases) {
    await importCase(exchange, officer, { number, records, order }, outcome)
  }
  for (const record of read('interaction')) await importComplaint(exchange, officer, record, outcome)
  return outcome.told()
}

function recordsOf(id: string, written: readonly Written[], outcome: Outcome): NationalRecord[] {
  const table = nationalTable(id)
  return written.flatMap((one, place) => {
    const { record, findings } = readRecord(table, one)
    const wrong = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    for (const { message, severity } of findings) if (severity === 'warning') outcome.warnings.add(message)
    if (wrong.length === 0) return [record]
    outcome.problems.push(`${table.title}第${place + 1}项：${wrong.join('')}`)
    return []
  })
}

async function importItem(
  { services, counties }: Exchange,
  officer: Officer,
  record: NationalRecord,
  outcome: Outcome,
): Promise<void> {
  const state = await counties.of(officer.county)
  const guide = guideFromNational(record, nationalCountyOf(state))
  const name = record.values['itemName'] ?? '事项'
  if (guide.kind === 'refused') {
    outcome.problems.push(`${name}：${guide.messages.join('')}`)
    return
  }
  const by = actorFor(officer, programme.id)
  const request = { county: officer.county, case: `guiding-${crypto.randomUUID()}`, requestKey: null }
  const action = { by, input: guide.guide }
  const opening = { procedure: 'guiding', unit: guide.guide.decidedBy, owner: null, action }
  const around = surroundingsFor(state, programme.id, services)
  const acted = await open(services.db, programme, request, opening, around)
  if (acted.kind === 'done') outcome.count('已起草办事指南')
  else outcome.problems.push(`${name}：${sentencesOf(acted).join('')}`)
}

interface SentCase {
  readonly number: string
  readonly records: CaseRecords
  readonly order: SatisfactionOrder
}

async function importCase(
  exchange: Exchange,
  officer: Officer,
  sent: SentCase,
  outcome: Outcome,
): Promise<void> {
  const { number, records } = sent
  const { county } = officer
  const own = await exchange.desk.application(county, number)
  if (own !== null) return importOfOwn(exchange, officer, own, sent, outcome)
  const isNew = caseTableIds.every((id) => id === 'application' || (records[id] ?? []).length === 0)
  const before = await findCase(exchange.services.db, county, foreignId(number))
  if (isNew && before === null && (await takeIn(exchange, officer, sent, outcome))) return
  await keepForeign(exchange, officer, sent, before, outcome)
}

/** Of our own applications another platform has nothing to say but how they were rated there. */
async function importOfOwn(
  { desk }: Exchange,
  officer: Officer,
  own: StoredCase,
  { number, records, order }: SentCase,
  outcome: Outcome,
): Promise<void> {
  const [rating] = records.rating ?? []
  if (rating === undefined || (await desk.isRated(officer.county, number))) {
    outcome.warnings.add(`${number}是本系统的办件，没有改动。`)
    return
  }
  const level = satisfactionFrom(rating, order, satisfactions)
  if (level === null) {
    outcome.problems.push(`${number}：满意度代码与文字不一致，或者不是1至5，请核对代码的方向。`)
    return
  }
  const given = { level: level as keyof typeof satisfactions, remark: rating.values['ratingText'] ?? '' }
  const by = actorFor(officer, programme.id)
  const rated = await desk.rate(officer.county, by, own, { ...given, channel: 'terminal' })
  if (rated === 'rated') outcome.count('已收评价')
  else if (rated !== 'rated-before') outcome.problems.push(`${number}：${rated.join('')}`)
}

/** Takes in an application that was made elsewhere, as a window does; false where its item has no guide here. */
async function takeIn(
  { desk }: Exchange,
  officer: Officer,
  { number, records }: SentCase,
  outcome: Outcome,
): Promise<boolean> {
  const [application] = records.application ?? []
  if (application === undefined) return false
  const { values, rows } = application
  const guides = (await desk.guides(officer.county)).filter(
    (guide) => guide.number === values['implementationCode'] || guide.item === values['itemName'],
  )
  const exact = guides.filter((guide) => guide.number === values['implementationCode'])
  const [guide, ...others] = exact.length > 0 ? exact : guides
  if (guide === undefined || others.length > 0) return false
  const received = new Set(
    (rows['materials'] ?? []).flatMap((row) =>
      row['isReceived'] === '1' ? [row['materialName'] ?? ''] : [],
    ),
  )
  const handedIn = Object.fromEntries([...received].map((name) => [name, 'upload' as const]))
  const wanted = { title: titleOf(guide), number: guide.number, guides: [guide], isPackage: false }
  const given = {
    channel: channelOf(values['submissionSourceCode']),
    asker: askerOf(values),
    filledFor: () => ({}),
    handedInFor: () => handedIn,
  }
  const by = actorFor(officer, programme.id)
  const submitted = await desk.submit(officer.county, by, wanted, given, null, null, number)
  if (submitted.kind === 'taken') outcome.count('已收件')
  else outcome.problems.push(`${number}：${submitted.messages.join('')}`)
  return true
}

function askerOf(values: NationalRecord['values']) {
  const {
    applicantName = '',
    applicantIdNumber = '',
    contactMobile = '',
    contactName,
    postalAddress,
  } = values
  const isFirm = values['legalRepresentative'] !== undefined || !/^\d{17}[\dX]$/.test(applicantIdNumber)
  return {
    kind: isFirm ? ('2' as const) : ('1' as const),
    applicant: applicantName,
    contact: contactMobile,
    ...(applicantIdNumber === ''
      ? {}
      : isFirm
        ? { creditCode: applicantIdNumber }
        : { idNumber: applicantIdNumber }),
    ...(contactName === undefined || contactName === applicantName ? {} : { agent: contactName }),
    ...(postalAddress === undefined ? {} : { address: postalAddress }),
  }
}

function channelOf(code: string | undefined): Application['channel'] {
  return code === '1' || code === '2' || code === '3' || code === '4' ? code : '9'
}

/** Keeps a case of another platform, or what was sent of it since. */
async function keepForeign(
  { services, counties }: Exchange,
  officer: Officer,
  { number, records }: SentCase,
  before: StoredCase | null,
  outcome: Outcome,
): Promise<void> {
  const { db } = services
  const { county } = officer
  const id = foreignId(number)
  const by = actorFor(officer, programme.id)
  const around = surroundingsFor(await counties.of(county), programme.id, services)
  const request = { county, case: id, requestKey: null }
  if (before === null) {
    const action = { by, input: foreignFromNational(id, number, records) }
    const opening = { procedure: 'foreign-cases', unit: by.posts[0]?.unit ?? '', owner: null, action }
    const opened = await open(db, programme, request, opening, around)
    if (opened.kind === 'done') outcome.count('已存外来办件')
    else outcome.problems.push(`${number}：${sentencesOf(opened).join('')}`)
    return
  }
  const asked = { county, cases: [id], by, reason: '与新收到的数据合并' }
  const shown = await reveal(db, programme, asked, around)
  if (shown.kind !== 'revealed') {
    outcome.problems.push(`${number}：原有的数据无权读取，没有改动。`)
    return
  }
  const known = foreignToNational({ ...before.case.data, ...shown.cases[0]?.data } as ForeignCase)
  const { number: _number, ...changed } = foreignFromNational(id, number, mergedRecords(known, records))
  const change = { name: 'change', by, input: changed }
  const acted = await act(db, programme, { ...request, expectedVersion: before.version }, change, around)
  if (acted.kind === 'done') outcome.count('已更新外来办件')
  else outcome.problems.push(`${number}：${sentencesOf(acted).join('')}`)
}

async function importComplaint(
  { services, counties }: Exchange,
  officer: Officer,
  record: NationalRecord,
  outcome: Outcome,
): Promise<void> {
  const { county } = officer
  const complaint = complaintFromNational(record, `JR-${crypto.randomUUID()}`)
  if (complaint === null) {
    const isAsked = record.values['consultationContent'] !== undefined
    outcome.problems.push(isAsked ? '咨询没有收：本系统只收投诉。' : '投诉没有标题或者时间，没有收。')
    return
  }
  const { matter } = complaint
  if ((await findCase(services.db, county, matter.number)) !== null) {
    outcome.warnings.add(`${matter.number}是本系统的投诉，没有改动。`)
    return
  }
  const by = actorFor(officer, programme.id)
  const around = surroundingsFor(await counties.of(county), programme.id, services)
  const request = { county, case: matter.number, requestKey: null }
  const unit = matter.respondent ?? by.posts[0]?.unit ?? ''
  const opening = { procedure: 'settling', unit, owner: null, action: { by, input: matter } }
  const opened = await open(services.db, programme, request, opening, around)
  if (opened.kind === 'done') outcome.count('已登记投诉')
  else outcome.problems.push(`${matter.title}：${sentencesOf(opened).join('')}`)
}

function foreignId(number: string): string {
  return `WL-${number}`
}

type Written = Readonly<Record<string, unknown>>

/** Records by table; `records` alone are items. Null for what is no file of the standard. */
function tablesIn(text: string): ReadonlyMap<string, readonly Written[]> | null {
  try {
    const parsed = JSON.parse(text) as unknown
    if (!isWritten(parsed)) return null
    const { records, standard: _standard, table: _table, ...tables } = parsed
    const all = Object.entries(records === undefined ? tables : { ...tables, item: records })
    if (all.length === 0) return null
    return all.every(
      (entry): entry is [string, Written[]] => Array.isArray(entry[1]) && entry[1].every(isWritten),
    )
      ? new Map(all)
      : null
  } catch {
    return null
  }
}

function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
