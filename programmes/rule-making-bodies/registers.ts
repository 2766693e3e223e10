import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  instrument,
  listOf,
  may,
  text,
  yesNo,
} from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2023〕23号')

/** The county government's office, which keeps the list and the filings. */
export const office = may('office', 'county')
/** A body that issues normative documents. */
export const body = may('body', 'unit')
const readers = [office, may('body', 'county')]

const validity = { version: 1, validFrom: '2023-06-29', validTo: null }

/** Bodies added to the list or taken off it, each with its day and reason. */
export const changes = defineRegister({
  id: 'body-changes',
  title: '制定主体增减台账',
  basis: notice.lines(1090),
  fields: fields({
    number: text('变动编号'),
    body: text('制定主体'),
    kind: choice('变动', { added: '增加', removed: '减少' }),
    from: date('变动日期'),
    reason: text('理由', { help: '机构设立、撤销、职能调整等，写明依据' }),
    group: text('类别').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [office] },
})

/** Documents that must be filed, and with whom. */
export const filings = defineRegister({
  id: 'filings',
  title: '规范性文件备案台账',
  basis: notice.lines(1084, 1088),
  fields: fields({
    number: text('文号'),
    title: text('文件名称'),
    issuer: text('制定主体'),
    isVertical: yesNo('实行垂直管理', { help: '原文没有写明哪些部门实行垂直管理，由经办人标明' }),
    issuedOn: date('印发日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [body, office] },
})

/** A body of vertical administration files with its superior and with the county at once; others with the county. */
export const bothFiled = defineRule({
  id: 'both-filed',
  title: '垂直管理部门两处备案',
  basis: notice.lines(1086, 1088),
  inputs: {
    isVertical: yesNo('实行垂直管理'),
    superiorFiledOn: date('报上一级主管部门备案日期').optional(),
    countyFiledOn: date('报县政府备案日期').optional(),
  },
  parameters: {},
  decide: ({ isVertical, superiorFiledOn, countyFiledOn }) => {
    const missing = [
      ...(isVertical && superiorFiledOn === undefined ? ['上一级主管部门'] : []),
      ...(countyFiledOn === undefined ? ['县政府'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: isVertical ? '同时向上一级主管部门和县政府备案' : '向县政府备案',
      found: missing.length === 0 ? '都已备案' : `还没有向${missing.join('、')}备案`,
    }
  },
})

/** From issued to filed everywhere. */
export const filing = defineProcedure({
  id: 'filing',
  title: '规范性文件备案',
  basis: notice.lines(1084, 1088),
  ...validity,
  register: filings.id,
  subject: filings.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记待备案文件', by: [body, office], basis: notice.lines(1084, 1088) },
  initial: 'open',
  states: {
    open: {
      title: '待备案',
      on: {
        fileWithSuperior: {
          title: '报上一级主管部门备案',
          to: 'open',
          by: [body],
          basis: notice.lines(1086, 1088),
          input: fields({ superiorFiledOn: date('报上一级主管部门备案日期') }),
        },
        fileWithCounty: {
          title: '报县政府备案',
          to: 'open',
          by: [body],
          basis: notice.lines(1088),
          input: fields({ countyFiledOn: date('报县政府备案日期') }),
        },
        close: {
          title: '备案办结',
          to: 'filed',
          by: [office],
          basis: notice.lines(1086, 1088),
          gates: ['both-filed'],
        },
      },
    },
    filed: { title: '已备案', final: 'completed', on: {} },
  },
  limits: {},
})

/** One change of the list, as its record has it. */
export interface BodyChange {
  readonly body: string
  readonly kind: 'added' | 'removed'
  /** First day on which it holds. */
  readonly from: string
  readonly reason: string
}

/** The bodies that could issue on a day: those of the published list, and what was added and removed until then. */
export function bodiesOn(
  published: readonly string[],
  since: readonly BodyChange[],
  on: string,
): readonly string[] {
  const standing = new Set(published)
  const due = since.filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const change of due) {
    if (change.kind === 'added') standing.add(change.body)
    else standing.delete(change.body)
  }
  return [...standing]
}

/** A change that says the list what it already has, or takes off what is not there. */
export const changesList = defineRule({
  id: 'changes-the-list',
  title: '增减与清单相符',
  basis: notice.lines(1090),
  inputs: {
    kind: choice('变动', { added: '增加', removed: '减少' }),
    from: date('变动日期'),
    earlierChanges: listOf(
      '该主体以前的变动',
      fields({ kind: choice('变动', { added: '增加', removed: '减少' }), from: date('变动日期') }),
    ),
  },
  parameters: {},
  decide: ({ kind, from, earlierChanges }) => {
    const last = [...earlierChanges].sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
    const isRepeated = last?.kind === kind
    const isBackdated = last !== undefined && from < last.from
    return {
      isMet: !isRepeated && !isBackdated,
      wanted: '与上一次变动不同，日期不早于上一次变动',
      found:
        last === undefined
          ? '以前没有变动'
          : `上一次是${last.from}${last.kind === 'added' ? '增加' : '减少'}，这一次是${from}${kind === 'added' ? '增加' : '减少'}`,
    }
  },
})

/** A body is added or removed, with its day and reason. */
export const changing = defineProcedure({
  id: 'changing',
  title: '核实增减制定主体',
  basis: notice.lines(1090),
  ...validity,
  register: changes.id,
  subject: changes.fields,
  access: { read: readers },
  lookups: {
    earlierChanges: {
      title: '该主体以前的变动',
      register: changes.id,
      where: { body: 'body' },
      states: ['published'],
      gives: { kind: 'records', fields: ['kind', 'from'] },
    },
  },
  opening: { title: '提出增减', by: [office], basis: notice.lines(1090), gates: ['changes-the-list'] },
  initial: 'verified',
  states: {
    verified: {
      title: '已核实',
      on: {
        publish: { title: '向社会公布', to: 'published', by: [office], basis: notice.lines(1090) },
        drop: { title: '撤回', to: 'dropped', by: [office], basis: notice.lines(1090), needsReason: true },
      },
    },
    published: { title: '已公布', final: 'completed', on: {} },
    dropped: { title: '已撤回', final: 'withdrawn', on: {} },
  },
  limits: {},
})
