import {
  date,
  defineParameter,
  defineProcedure,
  defineRegister,
  defineTally,
  fields,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { commonReaders, head, overseer } from './access.ts'
import { platform, validity } from './notices.ts'
import { officers } from './officers.ts'

/** How many recorders came to the county. */
export const recordersArrived = defineParameter({
  id: 'recorders-arrived',
  title: '已到位的执法记录仪',
  unit: '台',
  values: [{ from: '2021-09-22', value: 115, basis: platform.lines(643) }],
})

/** Recorders: from arrival to use. */
export const recorders = defineRegister({
  id: 'recorders',
  title: '执法记录仪台账',
  basis: platform.lines(643),
  fields: fields({
    number: text('设备编号'),
    model: text('型号').optional(),
    arrivedOn: date('到货日期').optional(),
    unit: unit('使用机构').optional(),
    officer: reference('使用人', officers.id).optional(),
  }),
  key: ['number'],
  access: { read: commonReaders, write: [overseer] },
})

/** 设备调配、系统录入、培训应用, one after the other. */
export const recorder = defineProcedure({
  id: 'recorder',
  title: '执法记录仪配发',
  basis: platform.lines(643),
  ...validity,
  register: recorders.id,
  subject: recorders.fields,
  access: { read: commonReaders },
  lookups: {},
  opening: { title: '登记到货', by: [overseer], basis: platform.lines(643) },
  initial: 'arrived',
  states: {
    arrived: {
      title: '已到货',
      on: {
        allocate: {
          title: '设备调配',
          to: 'allocated',
          by: [overseer],
          basis: platform.lines(643),
          input: fields({
            unit: unit('使用机构'),
            officer: reference('使用人', officers.id),
            allocatedOn: date('调配日期'),
          }),
        },
      },
    },
    allocated: {
      title: '已调配',
      on: {
        enter: {
          title: '系统录入',
          to: 'entered',
          by: [overseer, head],
          basis: platform.lines(643),
          input: fields({ enteredOn: date('录入日期') }),
        },
      },
    },
    entered: {
      title: '已录入',
      on: {
        train: {
          title: '培训应用',
          to: 'trained',
          by: [overseer, head],
          basis: platform.lines(643),
          input: fields({ trainedOn: date('培训日期') }),
        },
      },
    },
    trained: {
      title: '已培训应用',
      on: {
        reallocate: {
          title: '重新调配',
          to: 'allocated',
          by: [overseer],
          basis: platform.lines(643),
          input: fields({ unit: unit('使用机构'), officer: reference('使用人', officers.id) }),
          needsReason: true,
        },
        retire: {
          title: '报废',
          to: 'retired',
          by: [overseer],
          basis: platform.lines(643),
          needsReason: true,
        },
      },
    },
    retired: { title: '已报废', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** How far the recorders of each unit are; what is further is also what was before. */
export const recordersByUnit = defineTally({
  id: 'recorders-by-unit',
  title: '执法记录仪配发进度',
  basis: platform.lines(643),
  register: recorders.id,
  by: [{ kind: 'field', field: 'unit' }],
  columns: [
    { id: 'arrived', title: '到货', states: ['arrived', 'allocated', 'entered', 'trained'] },
    { id: 'allocated', title: '调配', states: ['allocated', 'entered', 'trained'] },
    { id: 'entered', title: '录入', states: ['entered', 'trained'] },
    { id: 'trained', title: '培训应用', states: ['trained'] },
  ],
})

/** Whether all the recorders that came are on the register. */
export interface RecorderCount {
  readonly wanted: number
  readonly found: number
  /** What is wrong, for the user; null where nothing is. */
  readonly finding: string | null
}

/** Compares the register, without what was retired, with what the county received. */
export function recorderCount(found: number, wanted: number): RecorderCount {
  if (found === wanted) return { wanted, found, finding: null }
  const [many, word] = found < wanted ? [wanted - found, '缺'] : [found - wanted, '多']
  return { wanted, found, finding: `执法记录仪应有${wanted}台，登记${found}台，${word}${many}台，请核对。` }
}
