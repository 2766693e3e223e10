import {
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  reference,
  text,
} from '@luoshi/kernel'
import { plans } from './licences.ts'
import { approval, authority, notice, office, readers, validity } from './notice.ts'

const basis = notice.lines(891)

const planShape = { number: text('规划项目编号'), name: text('项目名称'), plan: reference('规划', plans.id) }

/** A plan that the county government has approved. */
export const planApproved = defineRule({
  id: 'plan-approved',
  title: '规划经县政府批准',
  basis,
  inputs: {
    plan: planShape.plan,
    plansInForce: listOf('经批准的规划', fields({ name: text('规划名称') })),
  },
  parameters: {},
  decide: ({ plan, plansInForce }) => ({
    isMet: plansInForce.length > 0,
    wanted: '项目列在经县政府批准的规划里',
    found: plansInForce.length > 0 ? `“${plan}”已经批准` : `“${plan}”还没有批准`,
  }),
})

/** What the plan has to be built. */
export const plannedProjects = defineRegister({
  id: 'planned-projects',
  title: '规划项目清单',
  basis,
  fields: fields(planShape),
  key: ['number'],
  access: { read: [...readers, approval], write: [office, authority] },
  entry: {
    lookups: {
      plansInForce: {
        title: '经批准的规划',
        register: plans.id,
        where: { name: 'plan' },
        states: ['approved', 'inForce'],
        gives: { kind: 'records', fields: ['name'] },
      },
    },
    gates: [planApproved.id],
  },
})

/** Gas projects that ask to be built. */
export const projects = defineRegister({
  id: 'projects',
  title: '燃气工程项目台账',
  basis,
  fields: fields({
    number: text('申请编号'),
    name: text('项目名称'),
    builder: text('建设单位'),
    planNumber: text('规划项目编号', { help: '没有列入规划的写“无”' }),
    township: text('乡（镇）'),
    appliedOn: date('申请日期'),
  }),
  key: ['number'],
  access: { read: [...readers, approval], write: [approval] },
})

/** What is not in the plan is not built, without exception. */
export const inPlan = defineRule({
  id: 'in-plan',
  title: '符合城镇燃气发展规划',
  basis,
  inputs: {
    planNumber: projects.fields.def.shape.planNumber,
    projectsOfPlan: listOf('规划项目', fields({ number: text('规划项目编号'), name: text('项目名称') })),
  },
  parameters: {},
  decide: ({ planNumber, projectsOfPlan: [planned] }) => ({
    isMet: planned !== undefined,
    wanted: '项目列入经批准的城镇燃气发展规划',
    found: planned === undefined ? `规划项目清单里没有“${planNumber}”` : `规划项目“${planned.name}”`,
  }),
})

/** A project is approved where the plan has it. */
export const approving = defineProcedure({
  id: 'approving',
  title: '燃气工程项目批准建设',
  basis,
  ...validity,
  register: projects.id,
  subject: projects.fields,
  access: { read: [...readers, approval] },
  lookups: {
    projectsOfPlan: {
      title: '规划项目',
      register: plannedProjects.id,
      where: { number: 'planNumber' },
      states: ['current'],
      gives: { kind: 'records', fields: ['number', 'name'] },
    },
  },
  opening: { title: '受理项目', by: [approval], basis },
  initial: 'accepted',
  states: {
    accepted: {
      title: '审查',
      on: {
        approve: {
          title: '批准建设',
          to: 'approved',
          by: [approval],
          basis,
          gates: [inPlan.id],
          input: fields({ document: text('批准文号'), approvedOn: date('批准日期') }),
        },
        refuse: { title: '不予批准', to: 'refused', by: [approval], basis, needsReason: true },
      },
    },
    approved: { title: '已批准', final: 'completed', on: {} },
    refused: { title: '不予批准', final: 'refused', on: {} },
  },
  limits: {},
})
