import { defineProcedure, defineTextPaper, fields, OPENING } from '@luoshi/kernel'
import { rule13710 as basis } from './notices.ts'
import { chief, circulars, clerk } from './registers.ts'

const { number: _number, subject: _subject, ...texts } = circulars.fields.shape

/** A circular: drafted from the data, edited by the clerk, issued by another. */
export const circular = defineProcedure({
  id: 'circular',
  title: '督办通报',
  basis,
  version: 1,
  validFrom: '2022-09-21',
  validTo: null,
  register: circulars.id,
  subject: circulars.fields,
  access: { read: circulars.access.read },
  lookups: {},
  opening: { title: '起草', by: [clerk], basis, gates: ['circular-in-order'] },
  initial: 'drafted',
  states: {
    drafted: {
      title: '起草中',
      on: {
        edit: {
          title: '修改',
          to: 'drafted',
          by: [clerk],
          basis,
          input: fields({
            overview: texts.overview.optional(),
            praised: texts.praised,
            late: texts.late,
            ranking: texts.ranking.optional(),
            demand: texts.demand,
          }),
        },
        submit: { title: '送审', to: 'submitted', by: [clerk], basis },
        drop: { title: '作废', to: 'dropped', by: [clerk], basis, needsReason: true },
      },
    },
    submitted: {
      title: '待签发',
      on: {
        issue: {
          title: '签发',
          to: 'issued',
          by: [chief],
          basis,
          notByWhoDid: [OPENING, 'edit', 'submit'],
          papers: ['circular'],
        },
        sendBack: { title: '退回修改', to: 'drafted', by: [chief], basis, needsReason: true },
      },
    },
    issued: { title: '已印发', final: 'completed', on: {} },
    dropped: { title: '已作废', final: 'withdrawn', on: {} },
  },
  limits: {},
})

export const circularPaper = defineTextPaper({
  id: 'circular',
  title: '督办情况通报',
  basis,
  register: circulars.id,
  head: 'red',
  issuer: '{@county}人民政府办公室',
  addressee: '各乡（镇）人民政府，县直各有关单位',
  body: [
    { text: '现将{from}至{until}{subject}督办情况通报如下：' },
    { level: 1, text: '总体情况' },
    { text: '{overview}' },
    { level: 1, text: '各单位排名' },
    { text: '{ranking}' },
    { level: 1, text: '表扬', when: { field: 'praised' } },
    { text: '{praised}', when: { field: 'praised' } },
    { level: 1, text: '超期任务', when: { field: 'late' } },
    { text: '{late}', when: { field: 'late' } },
    { level: 1, text: '下一步要求', when: { field: 'demand' } },
    { text: '{demand}', when: { field: 'demand' } },
  ],
  annexes: [],
  copies: ['{@county}委办公室'],
})
