import {
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  duration,
  fields,
  text,
  yesNo,
} from '@luoshi/kernel'
import { bureau, decider, examiner, officers, window } from '../access.ts'
import { wutaiPackage } from '../bases.ts'
import { projectDays } from './parameters.ts'

const basis = wutaiPackage.lines(805, 807)

const surveyShape = {
  hasSoilSurvey: yesNo('土壤污染调查已完成'),
  hasRelicsSurvey: yesNo('文物考古调查勘探已完成'),
  hasUnifiedServices: yesNo('其他政府统一服务事项已完成'),
}
const contractShape = { landContract: text('国有土地使用权出让合同编号') }
const promiseShape = { hasPromise: yesNo('已作告知承诺') }
const permitShape = {
  planningPermit: text('建设工程规划许可证编号'),
  fireReview: text('消防设计审查意见文号'),
}

/** Projects that start as soon as they have land. */
export const projects = defineRegister({
  id: 'land-projects',
  title: '“拿地即开工”项目台账',
  basis,
  fields: fields({
    number: text('项目编号'),
    name: text('项目名称'),
    builder: text('建设单位'),
    isGeneralIndustry: yesNo('一般性工业建设项目'),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: officers, write: [window, bureau] },
})

/** Documents that a permit waits for, and those that are still missing. */
interface Gate {
  readonly id: string
  readonly title: string
}

function missingRule<Shape extends Parameters<typeof defineRule>[0]['inputs']>(
  { id, title }: Gate,
  inputs: Shape,
  missingIn: (input: Readonly<Record<string, unknown>>) => readonly string[],
) {
  return defineRule({
    id,
    title,
    basis,
    inputs,
    parameters: {},
    decide: (input) => {
      const missing = missingIn(input)
      return {
        isMet: missing.length === 0,
        wanted: title,
        found: missing.length === 0 ? '都已具备' : `缺${missing.join('、')}`,
      }
    },
  })
}

/** What must be done before land is taken into reserve. */
export const surveysDone = missingRule(
  { id: 'surveys-done', title: '土地收储前的调查和政府统一服务已完成' },
  surveyShape,
  (input) => [
    ...(input['hasSoilSurvey'] === true ? [] : ['土壤污染调查']),
    ...(input['hasRelicsSurvey'] === true ? [] : ['文物考古调查勘探']),
    ...(input['hasUnifiedServices'] === true ? [] : ['其他政府统一服务事项']),
  ],
)

const stageShape = {
  landContract: contractShape.landContract.optional(),
  hasPromise: promiseShape.hasPromise.optional(),
}

/** Stage 1, 基坑支护和土方开挖: after the land contract, on a promise. */
export const pitReady = missingRule(
  { id: 'pit-ready', title: '具备“基坑支护和土方开挖”阶段施工许可条件' },
  stageShape,
  (input) => [
    ...(input['landContract'] === undefined ? ['国有土地使用权出让合同'] : []),
    ...(input['hasPromise'] === true ? [] : ['告知承诺']),
  ],
)

const mainShape = {
  planningPermit: permitShape.planningPermit.optional(),
  fireReview: permitShape.fireReview.optional(),
}

/** Stage 2, 主体: after the planning permit and the fire review. */
export const mainReady = missingRule(
  { id: 'main-ready', title: '具备“主体”施工许可条件' },
  mainShape,
  (input) => [
    ...(input['planningPermit'] === undefined ? ['建设工程规划许可证'] : []),
    ...(input['fireReview'] === undefined ? ['消防设计审查意见'] : []),
  ],
)

/** Which stages may be permitted with the documents at hand, and what each still lacks. */
export interface StagesPermitted {
  readonly pit: { readonly isAllowed: boolean; readonly says: string }
  readonly main: { readonly isAllowed: boolean; readonly says: string }
}

/** Documents of a project as far as they are there. */
export interface ProjectDocuments {
  readonly landContract?: string
  readonly hasPromise?: boolean
  readonly planningPermit?: string
  readonly fireReview?: string
}

/** 拿地即开工 checker: which of both permits may be given now. */
export function stagesPermitted(documents: ProjectDocuments, on: string): StagesPermitted {
  const [pit, main] = [pitReady, mainReady].map((rule) => {
    const { outcome, reasons } = rule.judge({ ...documents }, on)
    return { isAllowed: outcome === 'yes', says: reasons[0]?.found ?? '' }
  })
  const none = { isAllowed: false, says: '' }
  return { pit: pit ?? none, main: main ?? none }
}

/** From the surveys to both permits; the whole approval of a general industrial project within 45 working days. */
export const startAtOnce = defineProcedure({
  id: 'start-at-once',
  title: '拿地即开工',
  basis,
  version: 1,
  validFrom: '2022-09-21',
  validTo: null,
  register: projects.id,
  subject: projects.fields,
  access: { read: projects.access.read },
  lookups: {},
  opening: { title: '列入项目', by: [window, bureau], basis },
  initial: 'listed',
  states: {
    listed: {
      title: '待完成收储前的调查',
      on: {
        survey: {
          title: '完成调查和统一服务',
          to: 'surveyed',
          by: [bureau],
          basis,
          input: fields(surveyShape),
          gates: ['surveys-done'],
        },
      },
    },
    surveyed: {
      title: '待签出让合同',
      on: {
        contract: {
          title: '签订出让合同',
          to: 'contracted',
          by: [bureau],
          basis,
          input: fields(contractShape),
        },
        applyForPit: {
          title: '申请“基坑支护和土方开挖”施工许可',
          to: 'surveyed',
          by: [window, bureau],
          basis,
          input: fields(promiseShape),
          gates: ['pit-ready'],
        },
      },
    },
    contracted: {
      title: '待申请基坑施工许可',
      on: {
        applyForPit: {
          title: '申请“基坑支护和土方开挖”施工许可',
          to: 'pitApplied',
          by: [window, bureau],
          basis,
          input: fields(promiseShape),
          gates: ['pit-ready'],
        },
      },
    },
    pitApplied: {
      title: '基坑施工许可审批中',
      on: {
        permitPit: {
          title: '核发“基坑支护和土方开挖”施工许可证',
          to: 'pitPermitted',
          by: [decider, bureau],
          basis,
          input: fields({ pitPermit: text('基坑阶段施工许可证编号') }),
        },
      },
    },
    pitPermitted: {
      title: '基坑施工中',
      on: {
        applyForMain: {
          title: '申请“主体”施工许可',
          to: 'mainApplied',
          by: [window, bureau],
          basis,
          input: fields(mainShape),
          gates: ['main-ready'],
        },
      },
    },
    mainApplied: {
      title: '主体施工许可审批中',
      on: {
        permitMain: {
          title: '核发“主体”施工许可证',
          to: 'permitted',
          by: [decider, bureau],
          basis,
          input: fields({ mainPermit: text('主体施工许可证编号'), permittedOn: date('核发日期') }),
        },
      },
    },
    permitted: { title: '已取得主体施工许可', final: 'completed', on: {} },
    ended: { title: '已终止', final: 'withdrawn', on: {} },
  },
  anywhere: {
    end: { title: '终止', to: 'ended', by: [bureau, examiner], basis, needsReason: true },
  },
  limits: {
    whole: {
      title: '一般性工业建设项目审批总时限',
      starts: 'applyForPit',
      when: { field: 'isGeneralIndustry', is: ['true'] },
      ends: ['permitMain'],
      legal: { ...duration(45, 'workday', wutaiPackage.lines(819)), setBy: { count: projectDays } },
      reminderDays: 5,
      missed: { kind: 'flag' },
    },
  },
})
