import { defineProcedure, defineRegister, defineRule, fields, gap, money, text, yesNo } from '@luoshi/kernel'
import { notice, office, readers, settlers, validity } from './notice.ts'

const basis = notice.lines(754)

const shape = {
  fundSource: text('资金来源', { help: '如上级专项、本级预算、专项债券' }).optional(),
  isFunded: yesNo('资金来源已落实'),
  isEstablished: yesNo('已立项'),
  approval: text('批准文号').optional(),
  isAdvanced: yesNo('由施工单位垫资'),
}

/** Government projects before they begin. */
export const starts = defineRegister({
  id: 'starts',
  title: '政府投资项目开工核查台账',
  basis,
  fields: fields({
    number: text('项目编号'),
    name: text('项目名称'),
    owner: text('项目单位'),
    investment: money('总投资'),
    ...shape,
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: settlers },
})

/** Without money nothing is begun. */
export const funded = defineRule({
  id: 'funded',
  title: '资金来源落实',
  basis,
  inputs: { fundSource: shape.fundSource, isFunded: shape.isFunded },
  parameters: {},
  decide: ({ fundSource, isFunded }) => ({
    isMet: isFunded && fundSource !== undefined,
    wanted: '写明资金来源并且已经落实',
    found: fundSource === undefined ? '没有写明资金来源' : isFunded ? '已落实' : `${fundSource}没有落实`,
  }),
})

export const approvedFirst = defineRule({
  id: 'approved-first',
  title: '先立项批准后开工',
  basis,
  inputs: { isEstablished: shape.isEstablished, approval: shape.approval },
  parameters: {},
  decide: ({ isEstablished, approval }) => {
    const missing = [...(isEstablished ? [] : ['没有立项']), ...(approval === undefined ? ['没有批准'] : [])]
    return {
      isMet: missing.length === 0,
      wanted: '已立项并经批准',
      found: missing.length === 0 ? '已立项并经批准' : missing.join('、'),
    }
  },
})

export const notAdvanced = defineRule({
  id: 'not-advanced',
  title: '施工单位不垫资',
  basis,
  inputs: { isAdvanced: shape.isAdvanced },
  parameters: {},
  decide: ({ isAdvanced }) => ({
    isMet: !isAdvanced,
    wanted: '不要求施工单位垫资建设',
    found: isAdvanced ? '由施工单位垫资' : '不垫资',
  }),
})

export const starting = defineProcedure({
  id: 'starting',
  title: '政府投资项目开工核查',
  basis,
  ...validity,
  register: starts.id,
  subject: starts.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记拟开工项目', by: settlers, basis },
  initial: 'checking',
  states: {
    checking: {
      title: '待核查',
      on: {
        complete: {
          title: '补充情况',
          to: 'checking',
          by: settlers,
          basis,
          input: fields({
            fundSource: shape.fundSource,
            isFunded: shape.isFunded.optional(),
            isEstablished: shape.isEstablished.optional(),
            approval: shape.approval,
            isAdvanced: shape.isAdvanced.optional(),
          }),
        },
        start: {
          title: '开工',
          to: 'started',
          by: settlers,
          basis,
          gates: ['funded', 'approved-first', 'not-advanced'],
        },
        drop: { title: '不再开工', to: 'dropped', by: [office, ...settlers], basis, needsReason: true },
      },
    },
    started: { title: '已开工', final: 'completed', on: {} },
    dropped: { title: '不再开工', final: 'withdrawn', on: {} },
  },
  limits: {},
  open: [gap('资金落实到多少算落实没有写明，由项目单位说明并负责', basis)],
})
