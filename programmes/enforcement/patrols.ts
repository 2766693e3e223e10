import {
  choice,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  deviceTime,
  fields,
  files,
  longText,
  may,
  place,
  reference,
  TIMER_ROLE,
  text,
} from '@luoshi/kernel'
import { caseReaders, head, officer } from './access.ts'
import { townships, validity } from './notices.ts'
import { officers } from './officers.ts'

/** Patrols of a grid: zone by slot by person, one entry for each that is planned. */
export const patrols = defineRegister({
  id: 'patrols',
  title: '网格巡查台账',
  basis: townships.lines(402),
  fields: fields({
    number: text('巡查编号'),
    zone: text('责任区域'),
    day: date('巡查日期'),
    slot: text('巡查时段', { help: '如08:00—10:00' }),
    person: reference('巡查人员', officers.id),
    companion: text('村（社区）工作人员').optional(),
  }),
  key: ['number'],
  access: { read: caseReaders, write: [head] },
})

/** Planned for a day, recorded on that day, or missed: by itself when the day is over. */
export const patrol = defineProcedure({
  id: 'patrol',
  title: '网格巡查',
  basis: townships.lines(402),
  ...validity,
  register: patrols.id,
  subject: patrols.fields,
  access: { read: caseReaders },
  lookups: {},
  opening: { title: '安排巡查', by: [head], basis: townships.lines(402) },
  initial: 'planned',
  states: {
    planned: {
      title: '待巡查',
      on: {
        record: {
          title: '填写巡查记录',
          to: 'done',
          by: [officer],
          basis: townships.lines(402),
          withinLimit: 'patrol',
          input: fields({
            patrolledAt: dateTime('巡查时间'),
            spot: place('坐标').optional(),
            found: choice('发现问题', { none: '未发现问题', problem: '发现问题' }),
            notes: longText('巡查记录'),
            photos: files('照片', { mediaTypes: ['image/jpeg', 'image/png'] }).optional(),
            deviceTime: deviceTime('移动终端时间').optional(),
          }),
          links: [
            { kind: 'whistle', isRequired: false },
            { kind: 'case', isRequired: false },
          ],
        },
        miss: {
          title: '漏巡',
          to: 'missed',
          by: [may(TIMER_ROLE, 'county'), head],
          basis: townships.lines(402),
          afterLimit: 'patrol',
        },
        cancel: {
          title: '取消安排',
          to: 'cancelled',
          by: [head],
          basis: townships.lines(402),
          needsReason: true,
        },
      },
    },
    missed: {
      title: '漏巡',
      on: {
        explain: {
          title: '说明漏巡原因',
          to: 'explained',
          by: [officer, head],
          basis: townships.lines(402),
          needsReason: true,
        },
      },
    },
    done: { title: '已巡查', final: 'completed', on: {} },
    explained: { title: '漏巡，已说明', final: 'completed', on: {} },
    cancelled: { title: '已取消', final: 'withdrawn', on: {} },
  },
  limits: {
    patrol: {
      title: '当日巡查',
      starts: 'opening',
      ends: ['record'],
      legal: { field: 'day', basis: townships.lines(402) },
      missed: { kind: 'act', action: 'miss' },
    },
  },
  links: {
    whistle: { title: '巡查发现的线索', procedure: 'whistle', basis: townships.lines(402) },
    case: { title: '巡查发现的案件', procedure: 'ordinary', basis: townships.lines(402) },
  },
})

/** A schedule of patrols: every zone in every slot on every day, people taking turns. */
export interface PatrolSchedule {
  readonly prefix: string
  readonly zones: readonly string[]
  readonly slots: readonly string[]
  readonly days: readonly string[]
  readonly people: readonly string[]
}

/** The entries of a schedule, to be imported as they are. */
export function patrolsOf({ prefix, zones, slots, days, people }: PatrolSchedule) {
  const turns = days.flatMap((day) => slots.flatMap((slot) => zones.map((zone) => ({ day, slot, zone }))))
  return turns.flatMap(({ day, slot, zone }, turn) => {
    const person = people[turn % people.length]
    return person === undefined ? [] : [{ number: `${prefix}-${turn + 1}`, zone, day, slot, person }]
  })
}
