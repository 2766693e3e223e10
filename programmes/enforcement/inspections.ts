import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  deviceTime,
  fields,
  files,
  longText,
  reference,
  text,
} from '@luoshi/kernel'
import { caseReaders, head, officer } from './access.ts'
import { openness, platform, rivers, validity } from './notices.ts'
import { hasInterest } from './officer-rules.ts'
import { officerLookups, officersOfCase } from './officers.ts'
import { checkDraws } from './random-checks.ts'

/** What was seen at an object that was drawn, or looked at for another reason. */
export const inspections = defineRegister({
  id: 'inspections',
  title: '行政检查台账',
  basis: openness.lines(2273, 2275),
  fields: fields({
    number: text('检查编号'),
    draw: reference('双随机抽取', checkDraws.id).optional(),
    object: text('检查对象'),
    inspectedOn: date('检查日期'),
    ...officersOfCase,
    hasInterest,
    finding: choice('检查结果', {
      none: '未发现问题',
      hazard: '发现隐患，责令改正',
      violation: '发现违法行为，立案',
    }),
    notes: longText('检查记录'),
    photos: files('照片', { mediaTypes: ['image/jpeg', 'image/png'] }).optional(),
    deviceTime: deviceTime('移动终端时间').optional(),
  }),
  key: ['number'],
  access: { read: caseReaders, write: [officer] },
})

/** A check: nothing found, a hazard to be mended by a day, or a case that it opens. */
export const inspection = defineProcedure({
  id: 'inspection',
  title: '行政检查',
  basis: openness.lines(2273, 2275),
  ...validity,
  register: inspections.id,
  subject: inspections.fields,
  access: { read: caseReaders },
  lookups: officerLookups,
  opening: {
    title: '登记检查',
    by: [officer],
    basis: openness.lines(2273, 2275),
    gates: ['officers-qualified', 'no-interest'],
  },
  initial: 'recorded',
  states: {
    recorded: {
      title: '已检查',
      on: {
        clear: { title: '未发现问题，办结', to: 'cleared', by: [officer], basis: openness.lines(2275) },
        openHazard: {
          title: '责令改正隐患',
          to: 'hazard',
          by: [officer],
          basis: platform.lines(655),
          input: fields({ hazard: longText('隐患'), mendBy: date('改正期限') }),
        },
        openCase: {
          title: '转立案',
          to: 'prosecuted',
          by: [officer],
          basis: rivers.lines(505),
          links: [{ kind: 'case', isRequired: true }],
        },
      },
    },
    hazard: {
      title: '隐患整改中',
      on: {
        mend: {
          title: '复查，已改正',
          to: 'cleared',
          by: [officer],
          basis: platform.lines(655),
          input: fields({ mendedOn: date('复查日期'), after: longText('复查情况') }),
        },
        prosecute: {
          title: '逾期未改正，转立案',
          to: 'prosecuted',
          by: [officer, head],
          basis: rivers.lines(505),
          links: [{ kind: 'case', isRequired: true }],
        },
      },
    },
    cleared: { title: '已办结', final: 'completed', on: {} },
    prosecuted: { title: '已转立案', final: 'completed', on: {} },
  },
  limits: {
    mend: {
      title: '隐患改正期限',
      starts: 'openHazard',
      ends: ['mend', 'prosecute'],
      legal: { field: 'mendBy', basis: platform.lines(655) },
      reminderDays: 2,
      missed: { kind: 'escalate', role: 'enforcement-head' },
    },
  },
  links: {
    case: { title: '由检查产生的案件', procedure: 'ordinary', basis: rivers.lines(505) },
  },
})
