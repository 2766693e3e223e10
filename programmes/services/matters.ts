import {
  choice,
  defineProcedure,
  defineRegister,
  duration,
  fields,
  files,
  gap,
  longText,
  personalText,
  phone,
  place,
  type RecordOf,
  text,
  unit,
  yesNo,
} from '@luoshi/kernel'
import { applicant, bureau, examiner, hotline, officers, window } from './access.ts'
import { crossRegion, wutaiPackage } from './bases.ts'
import { matterDays } from './parameters.ts'

const basis = crossRegion.lines(815, 831)

/** Whence a matter comes. */
export const origins = {
  rating: '差评',
  hotline: '12345热线',
  system: '其他系统转来',
  window: '窗口投诉',
} as const

/** What is complained of or asked, and at which level it is handled. */
export const matters = defineRegister({
  id: 'matters',
  title: '差评和投诉台账',
  basis,
  fields: fields({
    number: text('编号'),
    origin: choice('来源', origins),
    level: choice('办理层级', { county: '县', township: '乡', village: '村' }),
    service: text('诉求类别'),
    title: text('标题'),
    content: longText('内容'),
    application: text('办件编号').optional(),
    rating: text('评价编号').optional(),
    respondent: unit('被投诉机构').optional(),
    complainant: personalText('诉求人', 'name').optional(),
    contact: phone('联系电话').optional(),
    where: place('位置').optional(),
    address: personalText('地址', 'address').optional(),
    photos: files('照片').optional(),
  }),
  key: ['number'],
  calledBy: ['title', 'number'],
  access: { read: [...officers, hotline, applicant], write: [hotline, bureau, window, applicant] },
})

export type Matter = RecordOf<typeof matters.fields>

/** A matter of supervision: given to the unit that answers for it, settled in time, asked after, told of where late. */
export const settling = defineProcedure({
  id: 'settling',
  title: '差评和投诉督办',
  basis,
  version: 1,
  validFrom: '2021-09-22',
  validTo: null,
  register: matters.id,
  subject: matters.fields,
  access: { read: matters.access.read },
  lookups: {},
  opening: { title: '登记', by: [hotline, bureau, window, applicant], basis },
  initial: 'registered',
  states: {
    registered: {
      title: '待交办',
      on: {
        undertake: { title: '承办', to: 'handled', by: [examiner], basis },
        dispatch: {
          title: '交办',
          to: 'handled',
          by: [bureau, hotline],
          basis,
          input: fields({ receiver: unit('承办机构') }),
          transfer: { to: 'chosen', field: 'receiver', among: 'county', basis },
          needsReason: true,
        },
        redirect: {
          title: '不属受理范围，告知途径',
          to: 'redirected',
          by: [bureau, hotline],
          basis: gap('诉讼、复议、信访等事项告知途径，县里的文件没有写明', basis),
          needsReason: true,
        },
      },
    },
    handled: {
      title: '办理中',
      on: {
        settle: {
          title: '办理完毕并回访',
          to: 'settled',
          by: [examiner],
          basis,
          input: fields({
            reply: longText('办理结果'),
            isReasonable: yesNo('诉求有法定依据且合理'),
            hasCalledBack: yesNo('已联系诉求人'),
          }),
        },
        giveBack: {
          title: '不属本机构，退回',
          to: 'registered',
          by: [examiner],
          basis,
          needsReason: true,
        },
        appeal: {
          title: '申诉：误评或恶意差评',
          to: 'appealed',
          by: [examiner],
          basis: gap('误评和恶意差评怎样申诉没有写明', wutaiPackage.lines(787)),
          needsReason: true,
        },
        circulate: { title: '通报', to: 'handled', by: [bureau], basis, needsReason: true },
      },
    },
    appealed: {
      title: '申诉待认定',
      on: {
        void: { title: '认定误评或恶意，不计', to: 'voided', by: [bureau], basis, needsReason: true },
        sustain: { title: '不支持申诉', to: 'handled', by: [bureau], basis, needsReason: true },
      },
    },
    settled: {
      title: '待核实',
      on: {
        confirm: {
          title: '核实办结',
          to: 'closed',
          by: [bureau, hotline],
          basis,
          notByWhoDid: ['settle'],
          input: fields({ isSatisfied: yesNo('诉求人满意') }),
        },
        reopen: { title: '退回重办', to: 'handled', by: [bureau, hotline], basis, needsReason: true },
      },
    },
    closed: { title: '已办结', final: 'completed', on: {} },
    voided: { title: '不计差评', final: 'withdrawn', on: {} },
    redirected: { title: '已告知途径', final: 'refused', on: {} },
  },
  limits: {
    settle: {
      title: '差评和投诉办理期限',
      starts: 'opening',
      ends: ['settle', 'void', 'redirect'],
      legal: { ...duration(1, 'workday', basis), setBy: { count: matterDays } },
      reminderDays: 2,
      missed: { kind: 'escalate', role: 'approval-bureau' },
    },
  },
})

/** 办结率 and 满意率 of one level: 县、乡、村. */
export interface LevelRates {
  readonly level: Matter['level']
  readonly received: number
  readonly closed: number
  /** In per cent to one place, rounded down; null where there is nothing to divide by. */
  readonly closedRate: string | null
  readonly satisfiedRate: string | null
}

/** A matter as far as the rates need it. */
export interface CountedMatter {
  readonly level: Matter['level']
  readonly isClosed: boolean
  /** Undefined where nobody was asked. */
  readonly isSatisfied?: boolean | undefined
}

/** Rates by level, all three in their order. */
export function ratesByLevel(all: readonly CountedMatter[]): readonly LevelRates[] {
  return (['county', 'township', 'village'] as const).map((level) => {
    const own = all.filter((matter) => matter.level === level)
    const closed = own.filter(({ isClosed }) => isClosed)
    const asked = closed.filter(({ isSatisfied }) => isSatisfied !== undefined)
    return {
      level,
      received: own.length,
      closed: closed.length,
      closedRate: percent(closed.length, own.length),
      satisfiedRate: percent(asked.filter(({ isSatisfied }) => isSatisfied).length, asked.length),
    }
  })
}

/** A share in per cent to one place, rounded down; null of nothing. */
export function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : (Math.floor((part * 1000) / whole) / 10).toFixed(1)
}
