import {
  choice,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  longText,
  personalText,
  reference,
  text,
} from '@luoshi/kernel'
import { aboveVillages, buildingReaders, village } from '../access.ts'
import { buildingValidity, buildingNotice as notice } from '../notices.ts'
import { houses } from './house-register.ts'

const results = { fit: '适合改变后的用途', unfit: '不适合改变后的用途' } as const
const result = choice('技术鉴定结论', results)

/** Houses whose use is to change. */
export const useChanges = defineRegister({
  id: 'use-changes',
  title: '农村房屋改变用途台账',
  basis: notice.lines(1159),
  fields: fields({
    number: text('申请编号'),
    house: reference('房屋', houses.id, { help: '以前建的、没有登记的不填' }).optional(),
    owner: personalText('房屋所有权人', 'name'),
    place: text('房屋地点'),
    from: text('原用途'),
    to: text('改变后的用途'),
  }),
  key: ['number'],
  access: { read: buildingReaders, write: [aboveVillages, village] },
})

/** The owner has the house appraised before its use changes. */
export const appraisedFirst = defineRule({
  id: 'appraised-first',
  title: '改变用途前经技术鉴定',
  basis: notice.lines(1159, 1231),
  inputs: { result: result.optional() },
  parameters: {},
  decide: (change) => ({
    isMet: change.result === 'fit',
    wanted: '改变用途先由房屋所有权人组织技术鉴定，结论适合的才审核同意',
    found: change.result === undefined ? '没有技术鉴定' : results[change.result],
  }),
})

/** Appraised, agreed to by the township, and asked for where the power to allow it lies. */
export const changingUse = defineProcedure({
  id: 'use-change',
  title: '农村房屋改变用途',
  basis: notice.lines(1159),
  ...buildingValidity,
  register: useChanges.id,
  subject: useChanges.fields,
  access: { read: buildingReaders },
  lookups: {},
  opening: { title: '提出改变用途', by: [aboveVillages, village], basis: notice.lines(1159) },
  initial: 'proposed',
  states: {
    proposed: {
      title: '待审核',
      on: {
        appraise: {
          title: '登记技术鉴定',
          to: 'proposed',
          by: [aboveVillages],
          basis: notice.lines(1159),
          input: fields({
            institute: text('鉴定单位'),
            report: text('鉴定报告编号'),
            appraisedOn: date('鉴定日期'),
            result,
          }),
        },
        agree: {
          title: '审核同意',
          to: 'agreed',
          by: [aboveVillages],
          basis: notice.lines(1159),
          input: fields({ opinion: longText('审核意见') }),
          gates: ['appraised-first'],
        },
        refuse: {
          title: '审核不同意',
          to: 'refused',
          by: [aboveVillages],
          basis: notice.lines(1159),
          needsReason: true,
        },
      },
    },
    agreed: {
      title: '待向有权机关申请',
      on: {
        apply: {
          title: '已向有权机关提出申请',
          to: 'applied',
          by: [aboveVillages],
          basis: notice.lines(1159),
          input: fields({ authority: text('有权机关'), appliedOn: date('申请日期') }),
        },
      },
    },
    applied: { title: '已提出申请', final: 'completed', on: {} },
    refused: { title: '不同意', final: 'refused', on: {} },
  },
  limits: {},
  open: [
    gap('由谁作技术鉴定没有写明', notice.lines(1159)),
    gap('“有权机关”是哪个机关没有写明', notice.lines(1159)),
  ],
})
