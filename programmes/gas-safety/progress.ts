import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineReport,
  defineRule,
  defineTextPaper,
  fields,
  gap,
  listOf,
  longText,
  may,
  reportParts,
  text,
} from '@luoshi/kernel'
import { leader, notice, office, readers, validity } from './notice.ts'

/** What every unit of the team reports, month by month from October 2021. */
export const monthly = defineReport({
  id: 'monthly',
  title: '燃气安全专项整治工作进展月报',
  basis: notice.lines(925),
  owedBy: 'member',
  owedTo: 'group-office',
  fields: fields({
    found: count('本月发现隐患', '条'),
    struck: count('本月销号隐患', '条'),
    progress: longText('工作进展情况'),
  }),
  due: {
    turn: { kind: 'monthly', days: [18] },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('“18日前”是否含18日没有写明，按含当日', notice.lines(925)),
  },
  from: '2021-10-18',
  until: null,
  open: [gap('月报报到哪个月为止没有写明', notice.lines(859, 925))],
})

export const monthlyParts = reportParts(monthly, validity, [may('county-leader', 'county')])

const receivers = { committee: '县委', government: '县政府', city: '市专班办公室' } as const

const sentTo = listOf('上报对象', choice('上报对象', receivers))

/** What the office makes of the reports of a month. */
export const summaries = defineRegister({
  id: 'summaries',
  title: '进展汇总台账',
  basis: notice.lines(925),
  fields: fields({
    month: text('月份', { help: '如2021-10' }),
    found: count('本月发现隐患', '条'),
    struck: count('本月销号隐患', '条'),
    missing: text('未按期报送的单位', { help: '没有的写“无”' }),
    summary: longText('汇总情况'),
  }),
  key: ['month'],
  access: { read: readers, write: [office] },
})

/** It goes to all three. */
export const sentToAll = defineRule({
  id: 'sent-to-all',
  title: '上报县委、县政府和市专班办公室',
  basis: notice.lines(925),
  inputs: { sentTo },
  parameters: {},
  decide: ({ sentTo: given }) => {
    const missing = Object.entries(receivers).flatMap(([id, title]) =>
      given.some((one) => one === id) ? [] : [title],
    )
    return {
      isMet: missing.length === 0,
      wanted: `上报${Object.values(receivers).join('、')}`,
      found: missing.length === 0 ? '都已上报' : `没有报${missing.join('、')}`,
    }
  },
})

export const summaryPaper = defineTextPaper({
  id: 'summary-paper',
  title: '燃气行业安全专项整治工作进展情况汇总',
  basis: notice.lines(925),
  register: summaries.id,
  head: 'plain',
  issuer: '县燃气安全专项整治工作专班办公室',
  addressee: '县委、县政府、市专班办公室',
  body: [
    { text: '现将{month}燃气行业安全专项整治工作进展情况汇总如下：' },
    { level: 1, text: '全县发现隐患{found}条，销号{struck}条。' },
    { level: 1, text: '{summary}' },
    { level: 1, text: '未按期报送的单位：{missing}。' },
  ],
  annexes: [],
  copies: [],
})

/** Drafted from the reports and sent up. */
export const summing = defineProcedure({
  id: 'summing',
  title: '月度汇总上报',
  basis: notice.lines(925),
  ...validity,
  register: summaries.id,
  subject: summaries.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '起草汇总', by: [office], basis: notice.lines(925) },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待上报',
      on: {
        send: {
          title: '上报',
          to: 'sent',
          by: [office],
          basis: notice.lines(925),
          input: fields({ sentTo, sentOn: date('上报日期') }),
          gates: [sentToAll.id],
          papers: [summaryPaper.id],
        },
        return: {
          title: '退回修改',
          to: 'drafted',
          by: [leader],
          basis: notice.lines(915, 925),
          needsReason: true,
        },
      },
    },
    sent: { title: '已上报', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('汇总在哪一天前上报没有写明', notice.lines(925))],
})
