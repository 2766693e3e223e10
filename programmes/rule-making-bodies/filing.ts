import { date, defineProcedure, defineRegister, defineRule, fields, text, yesNo } from '@luoshi/kernel'
import { body, notice, office, readers, validity } from './notice.ts'

/** Documents that must be filed, and with whom. */
export const filings = defineRegister({
  id: 'filings',
  title: '规范性文件备案台账',
  basis: notice.lines(1084, 1088),
  fields: fields({
    number: text('文号'),
    title: text('文件名称'),
    issuer: text('制定主体'),
    isVertical: yesNo('实行垂直管理', { help: '原文没有写明哪些部门实行垂直管理，由经办人标明' }),
    issuedOn: date('印发日期'),
  }),
  key: ['number'],
  access: { read: readers, write: [body, office] },
})

/** A body of vertical administration files with its superior and with the county at once; others with the county. */
export const bothFiled = defineRule({
  id: 'both-filed',
  title: '垂直管理部门两处备案',
  basis: notice.lines(1086, 1088),
  inputs: {
    isVertical: yesNo('实行垂直管理'),
    superiorFiledOn: date('报上一级主管部门备案日期').optional(),
    countyFiledOn: date('报县政府备案日期').optional(),
  },
  parameters: {},
  decide: ({ isVertical, superiorFiledOn, countyFiledOn }) => {
    const missing = [
      ...(isVertical && superiorFiledOn === undefined ? ['上一级主管部门'] : []),
      ...(countyFiledOn === undefined ? ['县政府'] : []),
    ]
    return {
      isMet: missing.length === 0,
      wanted: isVertical ? '同时向上一级主管部门和县政府备案' : '向县政府备案',
      found: missing.length === 0 ? '都已备案' : `还没有向${missing.join('、')}备案`,
    }
  },
})

/** From issued to filed everywhere. */
export const filing = defineProcedure({
  id: 'filing',
  title: '规范性文件备案',
  basis: notice.lines(1084, 1088),
  ...validity,
  register: filings.id,
  subject: filings.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记待备案文件', by: [body, office], basis: notice.lines(1084, 1088) },
  initial: 'open',
  states: {
    open: {
      title: '待备案',
      on: {
        fileWithSuperior: {
          title: '报上一级主管部门备案',
          to: 'open',
          by: [body],
          basis: notice.lines(1086, 1088),
          input: fields({ superiorFiledOn: date('报上一级主管部门备案日期') }),
        },
        fileWithCounty: {
          title: '报县政府备案',
          to: 'open',
          by: [body],
          basis: notice.lines(1088),
          input: fields({ countyFiledOn: date('报县政府备案日期') }),
        },
        close: {
          title: '备案办结',
          to: 'filed',
          by: [office],
          basis: notice.lines(1086, 1088),
          gates: ['both-filed'],
        },
      },
    },
    filed: { title: '已备案', final: 'completed', on: {} },
  },
  limits: {},
})
