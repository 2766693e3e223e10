import {
  choice,
  date,
  dateTime,
  defineProcedure,
  defineRegister,
  defineRule,
  deviceTime,
  fields,
  files,
  longText,
  place,
  text,
  unit,
} from '@luoshi/kernel'
import { caseReaders, department, government, head, officer, overseer } from './access.ts'
import { townships, validity } from './notices.ts'

/** The three routes of what is found outside the township's list. */
export const whistleRoutes = {
  own: '属于本级职责，调查处理',
  department: '属于其他部门职责，制止并告知',
  unclear: '跨区域、多部门或者职责不清，报县人民政府',
} as const

/** What townships find and blow the whistle on. */
export const whistles = defineRegister({
  id: 'whistles',
  title: '吹哨报到台账',
  basis: townships.lines(400),
  fields: fields({
    number: text('线索编号'),
    foundAt: dateTime('发现时间'),
    scene: text('地点'),
    spot: place('坐标').optional(),
    matter: longText('违法行为'),
    photos: files('照片', { mediaTypes: ['image/jpeg', 'image/png'] }).optional(),
    route: choice('办理途径', whistleRoutes),
    department: unit('负有职责的部门').optional(),
    deviceTime: deviceTime('移动终端时间').optional(),
  }),
  key: ['number'],
  access: { read: caseReaders, write: [officer] },
})

const { shape } = whistles.fields

/** 街乡吹哨、部门报到: its own duty, another department's, or for the county to say whose. */
export const whistle = defineProcedure({
  id: 'whistle',
  title: '吹哨报到',
  basis: townships.lines(400),
  ...validity,
  register: whistles.id,
  subject: whistles.fields,
  access: { read: [...caseReaders, department] },
  lookups: {},
  opening: {
    title: '登记线索',
    by: [officer, head],
    basis: townships.lines(400),
    gates: ['route-department'],
  },
  initial: 'found',
  states: {
    found: {
      title: '待处置',
      on: {
        investigate: {
          title: '立案调查处理',
          to: 'investigated',
          by: [officer, head],
          basis: townships.lines(400),
          gates: ['route-own'],
          input: fields({ caseNumber: text('案件编号或者处理情况') }),
        },
        stopAndTell: {
          title: '现场制止并告知部门',
          to: 'told',
          by: [officer, head],
          basis: townships.lines(400),
          gates: ['route-other'],
          input: fields({ stoppedBy: longText('制止情况'), toldOn: date('告知日期') }),
        },
        report: {
          title: '报告县人民政府',
          to: 'reported',
          by: [officer, head],
          basis: townships.lines(400),
          gates: ['route-unclear'],
        },
      },
    },
    told: {
      title: '待部门报到',
      on: {
        answer: {
          title: '部门报到并调查处理',
          to: 'answered',
          by: [department, government],
          basis: townships.lines(400),
          input: fields({ answeredBy: text('报到人员'), result: longText('处理结果') }),
        },
      },
    },
    reported: {
      title: '待县人民政府决定',
      on: {
        joint: {
          title: '组织联合执法',
          to: 'joined',
          by: [government],
          basis: townships.lines(400),
          input: fields({ members: text('参加部门'), result: longText('联合执法安排') }),
        },
        name: {
          title: '明确责任主体',
          to: 'told',
          by: [government],
          basis: townships.lines(400),
          input: fields({ department: unit('负有职责的部门') }),
          needsReason: true,
        },
      },
    },
    joined: {
      title: '联合执法中',
      on: {
        finish: {
          title: '登记联合执法结果',
          to: 'answered',
          by: [officer, head, government, overseer],
          basis: townships.lines(400),
          input: fields({ result: longText('处理结果') }),
        },
      },
    },
    investigated: { title: '已调查处理', final: 'completed', on: {} },
    answered: { title: '已处理', final: 'completed', on: {} },
  },
  limits: {},
})

/** Another department's duty needs that department. */
export const routeDepartment = defineRule({
  id: 'route-department',
  title: '负有职责的部门',
  basis: townships.lines(400),
  inputs: { route: shape.route, department: shape.department },
  parameters: {},
  decide: (input) => ({
    isMet: (input.route === 'department') === (input.department !== undefined),
    wanted: '属于其他部门职责的写明部门，其余的不写',
    found: `${whistleRoutes[input.route]}，${input.department === undefined ? '没有' : '已'}写明部门`,
  }),
})

const onRoute = (id: string, route: keyof typeof whistleRoutes) =>
  defineRule({
    id,
    title: whistleRoutes[route],
    basis: townships.lines(400),
    inputs: { route: shape.route },
    parameters: {},
    decide: (input) => ({
      isMet: input.route === route,
      wanted: whistleRoutes[route],
      found: whistleRoutes[input.route],
    }),
  })

export const whistleRules = [
  routeDepartment,
  onRoute('route-own', 'own'),
  onRoute('route-other', 'department'),
  onRoute('route-unclear', 'unclear'),
]
