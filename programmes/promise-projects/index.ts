import { count, defineProgramme, defineReport, fields, gap, text } from '@luoshi/kernel'
import { notice, projectItems } from './items.ts'
import {
  pensionPaid,
  pipesBeforeBuilding,
  projects,
  promiseConsents,
  readyToBuild,
  reply,
  servicesBeforeLand,
  startUp,
  supervision,
} from './project.ts'
import { stocktakes } from './stocktakes.ts'

/** 五政办发〔2021〕43号: roads and railways begin on a promise; 29 approvals become 3, 7, 11 and 8. */
export const promiseProjects = defineProgramme({
  id: 'promise-projects',
  title: '五台县交通基础设施项目承诺制改革',
  basis: notice.lines(310, 432),
  version: 1,
  validFrom: '2021-07-07',
  validTo: null,
  roles: {
    enterprise: { title: '项目单位', basis: notice.lines(382) },
    'approval-bureau': { title: '县行政审批服务管理局', basis: notice.lines(386) },
    'competent-department': { title: '行业主管部门', basis: notice.lines(410) },
    'reform-office': { title: '承诺制改革领导小组办公室', basis: notice.lines(426) },
  },
  registers: [projects, supervision],
  procedures: [startUp],
  rules: [promiseConsents, servicesBeforeLand, pensionPaid, readyToBuild, pipesBeforeBuilding],
  parameters: [],
  papers: [reply],
  catalogues: [projectItems],
  stocktakes,
  reports: [
    defineReport({
      id: 'quarterly-progress',
      title: '试点项目和改革推进情况季报',
      basis: notice.lines(432),
      owedBy: 'competent-department',
      owedTo: 'reform-office',
      fields: fields({
        projects: count('试点项目', '个'),
        started: count('已开工', '个'),
        matters: text('重大事项').optional(),
      }),
      due: {
        turn: { kind: 'quarterly', month: 3, day: 'last' },
        covers: 'this',
        isDayIncluded: true,
        movesToWorkday: false,
        basis: gap('“按季”没有写明是季末哪一天，按季度最后一日', notice.lines(432)),
      },
      from: '2021-07-07',
      until: null,
    }),
  ],
  open: [
    gap('统一的承诺书格式文本没有印出，只写明应列的内容', notice.lines(410)),
    gap('排队通报按什么排没有写明，按项目走到的环节和所用的天数', notice.lines(432)),
  ],
})
