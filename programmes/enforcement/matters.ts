import {
  date,
  defineProcedure,
  defineRegister,
  fields,
  longText,
  personalText,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { caseReaders, head, officer } from './access.ts'
import { powerList, validity } from './notices.ts'
import { isPoor, powerLookups, powerOfCase } from './power-rules.ts'
import { powers } from './powers.ts'

/** Matters of a township that rest on an item of its list, but for penalties. */
export const matters = defineRegister({
  id: 'matters',
  title: '乡（镇）职权事项台账',
  basis: powerList.lines(1202, 1391),
  fields: fields({
    number: text('编号'),
    power: reference('职权事项', powers.id),
    placeUnit: powerOfCase.placeUnit,
    entrustment: powerOfCase.entrustment,
    jurisdiction: powerOfCase.jurisdiction,
    person: personalText('当事人', 'name'),
    isPoor,
    matter: longText('事项'),
  }),
  key: ['number'],
  access: { read: caseReaders, write: [officer] },
})

/** A matter on an item of the list: settled here, or examined and reported to a department that the clerk names. */
export const matter = defineProcedure({
  id: 'matter',
  title: '乡（镇）职权事项',
  basis: powerList.lines(1202, 1391),
  ...validity,
  register: matters.id,
  subject: matters.fields,
  access: { read: caseReaders },
  lookups: powerLookups,
  opening: {
    title: '受理事项',
    by: [officer, head],
    basis: powerList.lines(1205, 1391),
    gates: ['power-held', 'is-other-power', 'not-excluded'],
  },
  initial: 'accepted',
  states: {
    accepted: {
      title: '办理中',
      on: {
        settle: {
          title: '办结',
          to: 'settled',
          by: [officer, head],
          basis: powerList.lines(1205, 1391),
          input: fields({ result: longText('办理结果') }),
          gates: ['settled-here'],
        },
        reportUp: {
          title: '转报',
          to: 'reported',
          by: [officer, head],
          basis: powerList.lines(1237, 1272),
          input: fields({ reportedTo: unit('报送部门'), opinion: longText('审核（初审）意见') }),
          gates: ['reported-up'],
        },
        decline: {
          title: '不予办理',
          to: 'declined',
          by: [officer, head],
          basis: powerList.lines(1205, 1391),
          needsReason: true,
        },
      },
    },
    reported: {
      title: '已转报，待部门答复',
      on: {
        answer: {
          title: '登记部门答复',
          to: 'settled',
          by: [officer, head],
          basis: powerList.lines(1237, 1272),
          input: fields({ answeredOn: date('答复日期'), result: longText('办理结果') }),
        },
      },
    },
    settled: { title: '已办结', final: 'completed', on: {} },
    declined: { title: '不予办理', final: 'refused', on: {} },
  },
  limits: {},
})
