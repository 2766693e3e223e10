import type { Outcome } from '@luoshi/kernel'
import { dumped, people, said, settled, type World } from './world.test-support.ts'

/** A file as a record keeps it. */
export const photo = (name: string, fill = 'a') => [
  { digest: fill.repeat(64), name, mediaType: 'image/jpeg', bytes: 2048 },
]

export const plain = {
  isFirst: true,
  isHarmless: false,
  isMended: false,
  isCoerced: false,
  isWithoutFault: false,
  isResisting: false,
  isRepeated: false,
  isEmergency: false,
}

/** What an officer proposes: an ordinary fine. */
export const proposal = {
  ...plain,
  penaltyKinds: ['fine'],
  fine: '1000',
  confiscated: '0',
  legalGround: '《城市市容和环境卫生管理条例》第三十四条',
  reasoning: '初次违法，已造成污染',
  departs: false,
  touchesPublicInterest: false,
  isComplicated: false,
  isReviewNamedByLaw: false,
  isMajor: false,
}

export const told = { toldOn: '2023-05-15', toldFacts: true, toldRights: true, toldHearing: true }

export const decision = {
  finalFine: '1000',
  decidedOn: '2023-05-24',
  decisionText: '罚款1000元。',
}

/** Evidence and a signed record of a case. */
export function documented(county: World, id: string, number: string) {
  const { wu } = people
  must(
    county.open('evidence', `${id}-e`, wu, {
      number: `${number}-证1`,
      case: number,
      kind: 'audiovisual',
      name: '现场照片',
      proves: '倾倒的地点和数量',
      files: photo('现场.jpg'),
      takenAt: '2023-05-08T09:10:00+08:00',
      takenFrom: '现场拍摄',
    }),
  )
  must(
    county.open('record', `${id}-r`, wu, {
      number: `${number}-笔1`,
      case: number,
      kind: 'site',
      from: '2023-05-08T09:00:00+08:00',
      until: '2023-05-08T09:40:00+08:00',
      scene: '上河村口',
      officer1: 'wu',
      officer2: 'he',
      asked: '苗得雨',
      content: '现场有生活垃圾约两立方米。',
    }),
  )
  must(county.act(`${id}-r`, 'signSite', wu, { input: { refusal: '当事人不在场' } }))
}

/** A step that must not be refused. */
export function must(outcome: Outcome) {
  if (outcome.kind === 'refused') throw new Error(said(outcome))
  return outcome
}

/** Moves a county's clock to nine o'clock of a day. */
export function day(county: World, date: string, time = '09:00') {
  county.now = `${date}T${time}:00+08:00`
}

/** An ordinary case as far as its proposal. */
export function proposed(change: Readonly<Record<string, unknown>> = {}, party = {}): World {
  const { wu, head } = people
  const county = settled('2023-05-08T10:00:00+08:00')
  must(county.open('ordinary', 'c', wu, { ...dumped, ...party }))
  day(county, '2023-05-09')
  must(county.act('c', 'approve', head))
  documented(county, 'c', dumped.number)
  day(county, '2023-05-12')
  must(county.act('c', 'conclude', wu))
  must(county.act('c', 'propose', wu, { input: { ...proposal, ...change } }))
  return county
}

/** An ordinary case that is ready to be decided: the hearing was not asked for in five working days. */
export function decidable(change: Readonly<Record<string, unknown>> = {}, party = {}): World {
  const { wu } = people
  const county = proposed(change, party)
  day(county, '2023-05-15')
  must(county.act('c', 'tell', wu, { input: told }))
  day(county, '2023-05-23')
  must(county.act('c', 'lapse', wu))
  day(county, '2023-05-24')
  return county
}

/** An ordinary case that was decided and served. */
export function served(party = {}, change: Readonly<Record<string, unknown>> = {}): World {
  const { wu, head } = people
  const county = decidable(change, party)
  const finalFine = change['fine'] ?? decision.finalFine
  must(county.act('c', 'decide', head, { input: { ...decision, finalFine } }))
  day(county, '2023-05-25')
  const service = { servedOn: '2023-05-25', serviceWay: 'direct', receiver: '本人' }
  must(county.act('c', 'serve', wu, { input: service }))
  return county
}
