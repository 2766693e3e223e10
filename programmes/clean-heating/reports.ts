import {
  type Answer,
  date,
  defineProcedure,
  defineRegister,
  defineReport,
  defineRule,
  defineTextPaper,
  defineValueRule,
  fields,
  gap,
  longText,
  periodOf,
  reportParts,
  text,
} from '@luoshi/kernel'
import { headquarters, leader, notice, office, readers, validity } from './notice.ts'
import { drawn, kept, keptLookups, progressText } from './progress.ts'

/** What every member and firm reports every ten days. */
export const tenDays = defineReport({
  id: 'ten-days',
  title: '清洁取暖旬报',
  basis: notice.lines(1355),
  owedBy: 'member',
  owedTo: 'group-office',
  fields: fields({
    liaison: text('联络员岗位'),
    progress: longText('工作推进情况'),
    problems: longText('存在问题').optional(),
  }),
  due: {
    turn: { kind: 'ten-days' },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('旬报在旬末后几日内报没有写明，按旬末当日', notice.lines(1355)),
  },
  from: '2021-07-31',
  until: null,
  open: [gap('旬报报到什么时候为止没有写明', notice.lines(1355))],
})

export const tenDaysParts = reportParts(tenDays, validity, [leader, ...headquarters])

const endsOn = date('旬末日期', { help: '10日、20日或月末' })

/** The sheet that is drawn from the ledger every ten days. */
export const digests = defineRegister({
  id: 'digests',
  title: '清洁取暖旬报汇总台账',
  basis: notice.lines(1355),
  fields: fields({ endsOn, drawn: drawn.optional(), notes: longText('存在问题和下一步').optional() }),
  key: ['endsOn'],
  access: { read: readers, write: [office] },
})

export const tenDaysEnd = defineRule({
  id: 'ten-days-end',
  title: '旬末日期',
  basis: notice.lines(1355),
  inputs: { endsOn },
  parameters: {},
  decide: (input) => {
    const { until } = periodOf('ten-days', input.endsOn)
    return { isMet: until === input.endsOn, wanted: `旬末的${until}`, found: input.endsOn }
  },
})

export const digestRule = defineValueRule({
  id: 'digest-progress',
  title: '旬报的工程进展情况',
  basis: notice.lines(1355),
  gives: drawn,
  inputs: kept,
  parameters: {},
  decide: (input): Answer<string> => ({
    value: `${progressText('electric', input)}；${progressText('gas', input)}。`,
    because: '按改造台账汇总',
  }),
})

export const digestPaper = defineTextPaper({
  id: 'digest-paper',
  title: '清洁取暖工作旬报',
  basis: notice.lines(1355),
  register: digests.id,
  head: 'plain',
  issuer: '{@county}清洁取暖工作领导小组办公室',
  addressee: '{@county}清洁取暖工作领导小组',
  body: [
    { text: '截至{endsOn}，{drawn}' },
    { level: 1, text: '存在问题和下一步：{notes}', when: { field: 'notes' } },
  ],
  annexes: [],
  copies: [],
})

export const digesting = defineProcedure({
  id: 'digesting',
  title: '旬报汇总',
  basis: notice.lines(1355),
  ...validity,
  register: digests.id,
  subject: digests.fields,
  access: { read: readers },
  lookups: keptLookups,
  opening: {
    title: '生成旬报',
    by: [office],
    basis: notice.lines(1355),
    gates: [tenDaysEnd.id],
    computes: { drawn: digestRule.id },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待报送',
      on: {
        renew: {
          title: '按台账重新生成',
          to: 'drafted',
          by: [office],
          basis: notice.lines(1355),
          computes: { drawn: digestRule.id },
        },
        send: {
          title: '报送',
          to: 'sent',
          by: [office],
          basis: notice.lines(1355),
          papers: [digestPaper.id],
        },
      },
    },
    sent: { title: '已报送', final: 'completed', on: {} },
  },
  limits: {},
})
