import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineTally,
  fields,
  files,
  gap,
  longText,
  text,
} from '@luoshi/kernel'
import { notice, readers, township, validity } from './notice.ts'

const basis = notice.lines(1361)

const ways = {
  board: '公开栏张贴',
  household: '入户告知',
  meeting: '村民会议',
  broadcast: '广播、微信群',
  site: '政府网站',
} as const

/** What people are told of the policy and of who is changed over, and what they think of it. */
export const notices = defineRegister({
  id: 'notices',
  title: '告知公示台账',
  basis,
  fields: fields({
    number: text('公示编号'),
    township: text('乡（镇）'),
    village: text('村、小区'),
    kind: choice('种类', { policy: '政策告知', list: '改造户公示', subsidy: '补贴公示', other: '其他' }),
    way: choice('方式', ways),
    content: longText('内容'),
    photos: files('张贴照片').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [township] },
})

/** Shown, opinions taken and answered, taken down. */
export const informing = defineProcedure({
  id: 'informing',
  title: '清洁取暖告知公示',
  basis,
  ...validity,
  register: notices.id,
  subject: notices.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记告知、公示', by: [township], basis },
  initial: 'prepared',
  states: {
    prepared: {
      title: '待公示',
      on: {
        show: {
          title: '公示',
          to: 'shown',
          by: [township],
          basis,
          input: fields({ shownOn: date('公示日期') }),
        },
        void: { title: '作废', to: 'voided', by: [township], basis, needsReason: true },
      },
    },
    shown: {
      title: '公示中',
      disclosure: {
        title: '清洁取暖告知公示',
        basis,
        duration: gap('公示多久没有写明', basis),
        places: ['村（社区）公开栏'],
        shows: ['township', 'village', 'kind', 'content', 'shownOn'],
        clear: [],
        after: [],
      },
      on: {
        hear: {
          title: '登记群众意见和答复',
          to: 'shown',
          by: [township],
          basis,
          input: fields({
            opinions: count('收到意见', '条'),
            opinion: longText('群众意见'),
            answer: longText('答复和采纳情况'),
          }),
        },
        end: {
          title: '公示结束',
          to: 'ended',
          by: [township],
          basis,
          input: fields({ endedOn: date('结束日期'), result: longText('公示结果') }),
        },
      },
    },
    ended: { title: '已公示', final: 'completed', on: {} },
    voided: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** Where people were told, and how often. */
export const noticesByTownship = defineTally({
  id: 'notices-by-township',
  title: '告知公示统计',
  basis,
  register: notices.id,
  by: [
    { kind: 'field', field: 'township' },
    { kind: 'field', field: 'kind' },
  ],
  columns: [
    { id: 'notices', title: '告知、公示' },
    { id: 'ended', title: '已公示', states: ['ended'] },
  ],
})
