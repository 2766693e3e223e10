import {
  ACTOR,
  choice,
  date,
  dateOf,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  deviceTime,
  fields,
  files,
  listOf,
  longText,
  personalText,
  place,
  reference,
  signature,
  TODAY,
  text,
} from '@luoshi/kernel'
import { caseReaders, officer } from './access.ts'
import { penalty, validity } from './notices.ts'
import { officerLookups, officersNamed, officersOfCase } from './officers.ts'
import { wholeRecord } from './parameters.ts'
import { recorders } from './recorders.ts'

const evidenceKinds = {
  document: '书证',
  object: '物证',
  audiovisual: '视听资料',
  electronic: '电子数据',
  testimony: '证人证言',
  statement: '当事人的陈述',
  appraisal: '鉴定意见',
  inspection: '勘验笔录、现场笔录',
} as const

/** The case that evidence or a record names, with who handles it. */
const ownCaseLookup = {
  ownCase: {
    title: '所属案件',
    register: 'cases',
    where: { number: 'case' },
    gives: { kind: 'records', fields: ['officer1', 'officer2'] },
  },
} as const

/** Evidence of cases: files by their SM3 digest, with the time of the device that took them. */
export const evidence = defineRegister({
  id: 'evidence',
  title: '证据台账',
  basis: penalty('第四十六条'),
  fields: fields({
    number: text('证据编号'),
    case: reference('案件', 'cases'),
    kind: choice('证据种类', evidenceKinds),
    name: text('证据名称'),
    proves: text('证明什么'),
    files: files('原件', { help: '登记时取国密SM3摘要，以后改动一个字节都对不上' }),
    takenAt: dateTime('取得时间'),
    takenFrom: text('来源'),
    spot: place('坐标').optional(),
    recorder: reference('执法记录仪', recorders.id).optional(),
    deviceTime: deviceTime('移动终端时间').optional(),
  }),
  key: ['number'],
  access: { read: caseReaders, write: [officer] },
  entry: { lookups: ownCaseLookup, gates: ['officer-of-case'] },
})

const recordKinds = { inquiry: '询问笔录', site: '现场检查（勘验）笔录' } as const

/** Records of inquiries and of sites, with who signed them and where the recording is. */
export const records = defineRegister({
  id: 'records',
  title: '笔录台账',
  basis: penalty('第五十五条'),
  fields: fields({
    number: text('笔录编号'),
    case: reference('案件', 'cases'),
    kind: choice('笔录种类', recordKinds),
    from: dateTime('开始时间'),
    until: dateTime('结束时间'),
    scene: text('地点'),
    ...officersOfCase,
    asked: personalText('被询问人、被检查人', 'name'),
    content: longText('笔录内容'),
    recorder: reference('执法记录仪', recorders.id).optional(),
    recording: files('全过程音像记录').optional(),
    deviceTime: deviceTime('移动终端时间').optional(),
    officersNamed,
  }),
  key: ['number'],
  access: { read: caseReaders, write: [officer] },
})

const signed = fields({
  askedSignature: signature('被询问人、被检查人签名').optional(),
  refusal: text('拒绝签名的，注明情况').optional(),
  officerSignature: signature('主办执法人员签名').optional(),
  secondSignature: signature('协办执法人员签名').optional(),
  signedAt: deviceTime('签名时的移动终端时间').optional(),
})

/** A record is taken, read out and signed; then it stands. */
export const record = defineProcedure({
  id: 'record',
  title: '笔录',
  basis: penalty('第五十五条'),
  ...validity,
  register: records.id,
  subject: records.fields,
  access: { read: caseReaders },
  lookups: { ...officerLookups, ...ownCaseLookup },
  opening: {
    title: '制作笔录',
    by: [officer],
    basis: penalty('第五十五条'),
    computes: { officersNamed: 'officers-named' },
    gates: ['record-in-order', 'officers-qualified', 'officer-of-case'],
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待签名',
      on: {
        signInquiry: {
          title: '询问笔录核对签名',
          to: 'signed',
          by: [officer],
          basis: penalty('第五十五条'),
          input: signed,
          gates: ['is-inquiry', 'signed-or-noted'],
          papers: ['inquiry-record'],
        },
        signSite: {
          title: '现场笔录核对签名',
          to: 'signed',
          by: [officer],
          basis: penalty('第五十五条'),
          input: signed,
          gates: ['is-site', 'signed-or-noted'],
          papers: ['site-record'],
        },
        discard: {
          title: '作废',
          to: 'discarded',
          by: [officer],
          basis: penalty('第五十五条'),
          needsReason: true,
        },
      },
    },
    signed: { title: '已签名', final: 'completed', on: {} },
    discarded: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})

const ofKind = (id: string, kind: keyof typeof recordKinds) =>
  defineRule({
    id,
    title: recordKinds[kind],
    basis: penalty('第五十五条'),
    inputs: { kind: records.fields.shape.kind },
    parameters: {},
    decide: (input) => ({
      isMet: input.kind === kind,
      wanted: recordKinds[kind],
      found: recordKinds[input.kind],
    }),
  })

const handler = fields({ officer1: text('主办执法人员'), officer2: text('协办执法人员').optional() })

/** Evidence and records are of those who handle the case: no other officer fills another's file. */
const officerOfCase = defineRule({
  id: 'officer-of-case',
  title: '本案的执法人员',
  basis: penalty('第四十二条'),
  inputs: { ownCase: listOf('所属案件', handler), [ACTOR]: text('办理人') },
  parameters: {},
  decide: (input) => ({
    isMet: input.ownCase.some(({ officer1, officer2 }) =>
      [officer1, officer2].includes(String(input[ACTOR])),
    ),
    wanted: '由本案的主办或者协办执法人员登记',
    found: input.ownCase.length === 0 ? '没有这一编号的案件' : '不是本案的执法人员',
  }),
})

/** A record ends after it began, and not in the future. */
const recordInOrder = defineRule({
  id: 'record-in-order',
  title: '笔录时间',
  basis: penalty('第五十五条'),
  inputs: {
    from: records.fields.shape.from,
    until: records.fields.shape.until,
    [TODAY]: date('今天'),
  },
  parameters: {},
  decide: ({ from, until, [TODAY]: today }) => ({
    isMet: Date.parse(from) < Date.parse(until) && dateOf(until) <= String(today),
    wanted: `结束时间晚于开始时间，不晚于今天（${today}）`,
    found: `${from}至${until}`,
  }),
})

/** Who was asked has signed, or it is noted why not. */
const signedOrNoted = defineRule({
  id: 'signed-or-noted',
  title: '签名',
  basis: penalty('第五十五条'),
  inputs: { askedSignature: signed.shape.askedSignature, refusal: signed.shape.refusal },
  parameters: {},
  decide: ({ askedSignature, refusal }) => ({
    isMet: askedSignature !== undefined || refusal !== undefined,
    wanted: '被询问人核对后签名，拒绝签名的注明情况',
    found: askedSignature !== undefined ? '已签名' : refusal !== undefined ? '已注明拒绝签名' : '没有签名',
  }),
})

const evidenceEntry = fields({ number: text('证据编号'), name: text('证据名称') })
const recordEntry = fields({ number: text('笔录编号'), kind: choice('笔录种类', recordKinds) })

/** What is on the record of a case. */
export const recordLookups = {
  evidenceEntries: {
    title: '本案证据',
    register: evidence.id,
    where: { case: 'number' },
    gives: { kind: 'records', fields: ['number', 'name'] },
  },
  recordEntries: {
    title: '本案已签名的笔录',
    register: records.id,
    where: { case: 'number' },
    states: ['signed'],
    gives: { kind: 'records', fields: ['number', 'kind'] },
  },
} as const

/** An investigation ends only with evidence and at least one signed record. */
export const recordedThroughout = defineRule({
  id: 'recorded-throughout',
  title: '全过程记录',
  basis: wholeRecord,
  inputs: {
    evidenceEntries: listOf('本案证据', evidenceEntry),
    recordEntries: listOf('本案已签名的笔录', recordEntry),
  },
  parameters: {},
  decide: ({ evidenceEntries, recordEntries }) => ({
    isMet: evidenceEntries.length > 0 && recordEntries.length > 0,
    wanted: '有证据，并有已签名的询问笔录或者现场笔录',
    found: `证据${evidenceEntries.length}件，已签名的笔录${recordEntries.length}份`,
  }),
})

export const recordRules = [
  officerOfCase,
  recordedThroughout,
  ofKind('is-inquiry', 'inquiry'),
  ofKind('is-site', 'site'),
  recordInOrder,
  signedOrNoted,
]
