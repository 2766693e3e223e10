import type { ActBody, Answer, Client, DoneView, FileView } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import type { Database } from '@luoshi/store'
import { startTestServer } from '../../../../packages/store/src/test-database.ts'
import { seededUnitCode } from '../surroundings/seed-county.ts'
import { makeOfficer, startSite, type TestSite, type TestSiteOptions } from '../test-support/api.ts'

export const county = 'qingyuan'

const known = countyBySlug.get(county)
if (known === undefined) throw new Error('the county is gone')

/** Codes of two townships and a department. */
export const township = seededUnitCode(known, '龙泉镇人民政府')
export const other = seededUnitCode(known, '石桥镇人民政府')
export const market = seededUnitCode(known, '县市场监督管理局')

export const of = (procedure: string, programme = 'enforcement') => ({ county, programme, procedure })

/** A power of the townships, taken from a department. */
export const littering = {
  code: '清单-110',
  list: '清单第110项',
  kind: 'penalty',
  name: '对随地倾倒生活垃圾的处罚',
  source: '《城市市容和环境卫生管理条例》第三十四条',
  holders: [township, other],
  isTownship: true,
  formerHolders: [market],
  isSimpleOnly: false,
  excludesPoor: false,
  isReportedUp: false,
  from: '2024-01-01',
}

/** What opens an ordinary case. */
export const dumped = {
  number: '龙罚-1',
  power: littering.code,
  placeUnit: township,
  partyKind: 'citizen',
  person: '苗得雨',
  idNumber: '140922198603121237',
  actOn: '2026-03-01',
  foundOn: '2026-03-02',
  touchesLife: false,
  scene: '龙泉镇上河村口',
  act: '向河道倾倒生活垃圾约两立方米。',
  officer1: 'wu',
  officer2: 'he',
  hasInterest: false,
}

/** A minor of fifteen. */
export const minorsNumber = '140922201008121237'

/** What an officer proposes: an ordinary fine in the band. */
export const proposal = {
  isFirst: false,
  isHarmless: false,
  isMended: false,
  isCoerced: false,
  isWithoutFault: false,
  isResisting: false,
  isRepeated: false,
  isEmergency: false,
  penaltyKinds: ['fine'],
  fine: '1000',
  confiscated: '0',
  legalGround: '《城市市容和环境卫生管理条例》第三十四条',
  reasoning: '倾倒数量较大，已造成污染。',
  departs: false,
  touchesPublicInterest: false,
  isComplicated: true,
  isReviewNamedByLaw: false,
  isMajor: false,
}

export const told = (toldOn: string) => ({ toldOn, toldFacts: true, toldRights: true, toldHearing: true })

/** A county with officers, powers and bands, and people who are signed in. */
export class EnforcementCounty {
  readonly site: TestSite
  readonly #clients = new Map<string, Promise<Client>>()
  #date = ''
  #stops: readonly (() => Promise<void>)[] = []

  private constructor(site: TestSite) {
    this.site = site
  }

  /** One with a database of its own, until it is stopped. */
  static async begin(): Promise<EnforcementCounty> {
    const server = await startTestServer()
    const stops: (() => Promise<void>)[] = []
    const made = await EnforcementCounty.start(await server.database(), (stop) => stops.push(stop))
    made.#stops = [...stops, () => server.stop()]
    return made
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops) await stop()
  }

  static async start(
    db: Database,
    atEnd: (stop: () => Promise<void>) => void,
    options: Pick<TestSiteOptions, 'deskFolder'> = {},
  ): Promise<EnforcementCounty> {
    const now = '2026-03-02T08:30:00.000+08:00'
    const units = ['龙泉镇人民政府', '石桥镇人民政府', '县市场监督管理局', '县司法局']
    const api = { perOfficer: 1e9, perAddress: 1e9 }
    const site = await startSite(db, { county, now, units, api, ...options }, atEnd)
    const made = new EnforcementCounty(site)
    await made.#admit()
    return made
  }

  async #admit(): Promise<void> {
    const role = (name: string, unit?: string): readonly [string, string?] =>
      unit === undefined ? [`enforcement/${name}`] : [`enforcement/${name}`, unit]
    const people: readonly (readonly [string, readonly (readonly [string, string?])[]])[] = [
      ['wu', [role('officer', township), ['crime-transfer/officer', township]]],
      ['he', [role('officer', township)]],
      ['gu', [role('officer', township)]],
      ['ma', [role('enforcement-head', township), ['crime-transfer/head', township]]],
      ['shen', [role('legal-reviewer', township)]],
      ['lin', [role('officer', other)]],
      ['qin', [role('officer', market)]],
      ['tang', [role('officer', market)]],
      ['wang', [role('government')]],
      ['zheng', [role('overseer')]],
      ['police', [['crime-transfer/police']]],
    ]
    for (const [id, posts] of people) await makeOfficer(this.site.services, county, id, posts)
    const certificate = (number: string, name: string, unit: string, certificateUntil = '2027-12-31') => ({
      number,
      name,
      unit,
      examPassedOn: '2024-11-01',
      certificate: `晋执-${number}`,
      certificateFrom: '2025-01-01',
      certificateUntil,
    })
    await this.opens('zheng', 'officer', certificate('wu', '吴明察', township))
    await this.opens('zheng', 'officer', certificate('he', '何守正', township))
    await this.opens('zheng', 'officer', certificate('gu', '顾期满', township, '2026-02-28'))
    await this.opens('zheng', 'officer', certificate('lin', '林致远', other))
    await this.opens('zheng', 'officer', certificate('qin', '秦实', market))
    await this.opens('zheng', 'officer', certificate('tang', '唐立', market))
    await this.opens('wang', 'power', littering)
    for (const [number, grade, least, most] of [
      ['基准-1', 'light', '0', '500'],
      ['基准-2', 'ordinary', '500', '2000'],
      ['基准-3', 'heavy', '2000', '5000'],
    ]) {
      const band = { number, power: littering.code, grade, situation: '按倾倒数量', least, most }
      await this.opens('wang', 'band', { ...band, from: '2024-01-01' })
    }
  }

  /** Moves the clock to nine o'clock of a day, or to a moment of it. */
  on(date: string, time = '09:00'): void {
    if (date !== this.#date) this.#clients.clear()
    this.#date = date
    this.site.moveTo(`${date}T${time}:00.000+08:00`)
  }

  /** Someone, signed in once a day. */
  as(who: string): Promise<Client> {
    const client = this.#clients.get(who) ?? this.site.signIn(who)
    this.#clients.set(who, client)
    return client
  }

  /** Opens a case; gives its id. */
  async opens(who: string, procedure: string, input: Readonly<Record<string, unknown>>): Promise<string> {
    return done(await this.triesToOpen(who, procedure, input)).id
  }

  async triesToOpen(
    who: string,
    procedure: string,
    input: Readonly<Record<string, unknown>>,
    programme = 'enforcement',
  ): Promise<Answer<DoneView>> {
    return (await this.as(who)).open(of(procedure, programme), { input })
  }

  /** Does an action on a case as it stands; gives the case after it. */
  async acts(
    who: string,
    procedure: string,
    id: string,
    action: string,
    input: Readonly<Record<string, unknown>> = {},
    more: Omit<ActBody, 'input'> & { readonly programme?: string } = {},
  ): Promise<DoneView['case']> {
    return done(await this.tries(who, procedure, id, action, input, more))
  }

  async tries(
    who: string,
    procedure: string,
    id: string,
    action: string,
    input: Readonly<Record<string, unknown>> = {},
    { programme = 'enforcement', ...more }: Omit<ActBody, 'input'> & { readonly programme?: string } = {},
  ): Promise<Answer<DoneView>> {
    const client = await this.as(who)
    const address = { ...of(procedure, programme), id }
    const found = await client.read(address)
    if (!found.ok) return found
    return client.act(address, action, { input, ...more }, { version: found.value.version })
  }

  /** Hands a file in. */
  async hands(
    who: string,
    procedure: string,
    name: string,
    bytes: Uint8Array,
    type: string,
  ): Promise<FileView> {
    const form = new FormData()
    form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name, { type }))
    const path = `/api/v1/${county}/programmes/enforcement/procedures/${procedure}/files`
    const answer = await (await this.as(who)).call<FileView>('POST', path, { body: form })
    if (!answer.ok) throw new Error(answer.problem.detail)
    return answer.value
  }

  /** Evidence and a signed record of a case. */
  async documents(number: string, day: string, takenAt = `${day}T09:10:00+08:00`): Promise<void> {
    const photo = await this.hands('wu', 'evidence', '现场.jpg', jpeg, 'image/jpeg')
    await this.opens('wu', 'evidence', {
      number: `${number}-证1`,
      case: number,
      kind: 'audiovisual',
      name: '现场照片',
      proves: '倾倒的地点和数量',
      files: [photo],
      takenAt,
      takenFrom: '现场拍摄',
    })
    const record = await this.opens('wu', 'record', {
      number: `${number}-笔1`,
      case: number,
      kind: 'site',
      from: `${day}T09:00:00+08:00`,
      until: `${day}T09:40:00+08:00`,
      scene: '上河村口',
      officer1: 'wu',
      officer2: 'he',
      asked: '苗得雨',
      content: '现场有生活垃圾约两立方米。',
    })
    const signature = await this.hands('wu', 'record', '签名.png', png, 'image/png')
    await this.acts('wu', 'record', record, 'signSite', { askedSignature: [signature] })
  }

  /** An ordinary case as far as its proposal, on two days. */
  async proposed(
    change: Readonly<Record<string, unknown>> = {},
    party: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const input = { ...dumped, ...party }
    this.on('2026-03-02')
    const id = await this.opens('wu', 'ordinary', input)
    await this.acts('ma', 'ordinary', id, 'approve')
    await this.documents(String(input.number), '2026-03-02', '2026-03-02T09:00:00+08:00')
    this.on('2026-03-04')
    await this.acts('wu', 'ordinary', id, 'conclude')
    await this.acts('wu', 'ordinary', id, 'propose', { ...proposal, ...change })
    return id
  }
}

/** The case as an action left it; a refusal is a slip of the test. */
export function done(answer: Answer<DoneView>): DoneView['case'] {
  if (!answer.ok) throw new Error(said(answer))
  return answer.value.case
}

/** The sentences of a refusal. */
export function said(answer: Answer<unknown>): string {
  if (answer.ok) return ''
  const { issues, detail } = answer.problem
  return issues.length === 0 ? detail : issues.map(({ message }) => message).join('\n')
}

/** A photograph, and a stroke of a pen. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
