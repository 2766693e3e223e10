import {
  choice,
  type Disclosure,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  duration,
  fields,
  listOf,
  longText,
  personalText,
  reference,
  type TimeUnit,
  TODAY,
  text,
} from '@luoshi/kernel'
import { anyone, caseReaders, head, officer, overseer } from './access.ts'
import { ages, cases, publicParty } from './case-register.ts'
import { penalty, platform, threeSystems, validity } from './notices.ts'

/** What the public sees of decisions. */
export const publications = defineRegister({
  id: 'publications',
  title: '行政执法决定公示台账',
  basis: platform.lines(633, 651),
  fields: fields({
    number: text('公示编号'),
    case: reference('案件', cases.id),
    document: text('决定书文号'),
    body: text('执法机关'),
    party: publicParty,
    summary: longText('违法事实', { help: '不写公民姓名和其他个人信息' }),
    ground: longText('处罚依据'),
    result: longText('处罚结果'),
    decidedOn: date('决定日期'),
  }),
  key: ['number'],
  calledBy: ['document'],
  access: { read: [...caseReaders, anyone], write: [officer] },
})

/** What a publication takes over from the case that it shows; it is on show, and of that case, when the case names it. */
export const publicationOnShow = {
  fills: {
    case: 'number',
    party: 'publicParty',
    summary: 'act',
    ground: 'legalGround',
    result: 'decisionText',
    decidedOn: 'decidedOn',
  },
  states: ['slight', 'ordinary', 'serious'],
  agrees: { case: 'number' },
} as const

/** How long a decision is shown, by how grave it is: the longest that 信用修复 lets it. */
const shown = (count: number, unit: TimeUnit): Disclosure => ({
  title: '行政处罚决定公示',
  basis: platform.lines(651),
  duration: { ...duration(count, unit, threeSystems), movesToWorkday: false },
  places: ['山西政务服务网', '微信公众号', '移动客户端', '小程序'],
  shows: ['document', 'body', 'party', 'summary', 'ground', 'result', 'decidedOn'],
  clear: [],
  objection: 'complain',
  after: ['expire'],
})

/** What the public is told when a publication is withdrawn. */
const withdrawn = fields({
  changedBy: text('变更、撤销、确认违法或者无效的决定文号'),
  withdrawalReason: longText('向社会公开说明的理由'),
})

const onShow = <const State extends string>(to: State) =>
  ({
    complain: {
      title: '投诉举报',
      to,
      by: [anyone],
      basis: platform.lines(633),
      needsReason: true,
    },
    expire: {
      title: '公示期满',
      to: 'over',
      by: [officer, head],
      basis: platform.lines(651),
    },
    withdraw: {
      title: '撤回公示',
      to: 'withdrawn',
      by: [officer, head, overseer],
      basis: penalty('第四十八条'),
      input: withdrawn,
      gates: ['no-name-in-withdrawal'],
    },
  }) as const

/** Prepared, shown as long as its grade lets it, withdrawn with a public reason when the decision falls. */
export const publication = defineProcedure({
  id: 'publication',
  title: '行政执法决定公示',
  basis: platform.lines(633, 651),
  ...validity,
  register: publications.id,
  subject: publications.fields,
  access: { read: [...caseReaders, anyone] },
  lookups: {
    caseEntries: {
      title: '所公示的案件',
      register: cases.id,
      where: { number: 'case' },
      gives: {
        kind: 'records',
        fields: ['person', 'organisation', 'age', 'publicParty', 'decidedOn'],
      },
    },
  },
  opening: {
    title: '拟公示',
    by: [officer],
    basis: platform.lines(651),
    gates: ['published-as-decided', 'no-name-in-text'],
  },
  initial: 'prepared',
  states: {
    prepared: {
      title: '待公示',
      on: {
        showSlight: {
          title: '公示（轻微，至多3个月）',
          to: 'slight',
          by: [officer, head],
          basis: platform.lines(651),
        },
        showOrdinary: {
          title: '公示（一般，至多1年）',
          to: 'ordinary',
          by: [officer, head],
          basis: platform.lines(651),
        },
        showSerious: {
          title: '公示（严重，至多3年）',
          to: 'serious',
          by: [officer, head],
          basis: platform.lines(651),
        },
        drop: {
          title: '不公示',
          to: 'dropped',
          by: [head],
          basis: penalty('第四十八条'),
          needsReason: true,
        },
      },
    },
    slight: { title: '公示中', disclosure: shown(3, 'month'), on: onShow('slight') },
    ordinary: { title: '公示中', disclosure: shown(1, 'year'), on: onShow('ordinary') },
    serious: { title: '公示中', disclosure: shown(3, 'year'), on: onShow('serious') },
    withdrawn: { title: '已撤回', final: 'withdrawn', on: {} },
    dropped: { title: '不公示', final: 'refused', on: {} },
    over: { title: '公示期满', final: 'completed', on: {} },
  },
  limits: {},
})

const { shape } = publications.fields

const caseEntries = listOf(
  '所公示的案件',
  fields({
    person: personalText('当事人姓名', 'name').nullish(),
    organisation: text('当事人名称').nullish(),
    age: choice('当事人年龄', ages).nullish(),
    publicParty: publicParty.nullish(),
    decidedOn: date('决定日期').nullish(),
  }),
)

/** What is shown is what was decided. */
const publishedAsDecided = defineRule({
  id: 'published-as-decided',
  title: '公示与决定一致',
  basis: threeSystems,
  inputs: { party: shape.party, decidedOn: shape.decidedOn, caseEntries, [TODAY]: date('今天') },
  parameters: {},
  decide: ({ party, decidedOn, caseEntries: [entry] }) => {
    if (entry === undefined || !entry.publicParty || !entry.decidedOn) {
      return { isMet: false, wanted: '案件已作出决定', found: '没有找到已作出决定的案件' }
    }
    return {
      isMet: party === entry.publicParty && decidedOn === entry.decidedOn,
      wanted: `公示的当事人写“${entry.publicParty}”，决定日期写${entry.decidedOn}`,
      found: `“${party}”，${decidedOn}`,
    }
  },
})

/** The name of a citizen, above all of a minor, stands in none of the texts that are shown. */
const noNameInText = defineRule({
  id: 'no-name-in-text',
  title: '公示内容不写公民姓名',
  basis: penalty('第四十八条'),
  inputs: {
    document: shape.document,
    body: shape.body,
    party: shape.party,
    summary: shape.summary,
    ground: shape.ground,
    result: shape.result,
    caseEntries,
  },
  parameters: {},
  decide: ({ caseEntries: entries, ...texts }) => withoutNames(entries, Object.values(texts)),
})

/** Nor does it stand in what is told when a publication is withdrawn. */
const noNameInWithdrawal = defineRule({
  id: 'no-name-in-withdrawal',
  title: '撤回理由不写公民姓名',
  basis: penalty('第四十八条'),
  inputs: { ...withdrawn.shape, caseEntries },
  parameters: {},
  decide: ({ caseEntries: entries, ...texts }) => withoutNames(entries, Object.values(texts)),
})

/** A name is one however it is spaced. */
function withoutNames(
  entries: readonly {
    readonly person?: string | null | undefined
    readonly age?: string | null | undefined
  }[],
  texts: readonly unknown[],
) {
  const plain = (text: unknown) => String(text).replaceAll(/[\s\p{Cf}\p{P}]/gu, '')
  const names = entries.flatMap(({ person }) => (person ? [plain(person)] : []))
  const isShown = names.some((name) => texts.some((text) => plain(text).includes(name)))
  const isMinor = entries.some(({ age }) => age === 'minor' || age === 'child')
  return {
    isMet: !isShown,
    wanted: isMinor ? '任何内容不写未成年人的姓名' : '内容里不写公民姓名',
    found: isShown ? '内容里写了当事人的姓名' : '没有写姓名',
  }
}

export const publicationRules = [publishedAsDecided, noNameInText, noNameInWithdrawal]
