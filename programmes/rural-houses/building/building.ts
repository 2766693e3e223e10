import { choice, date, defineProcedure, duration, fields, gap, longText, text } from '@luoshi/kernel'
import { aboveVillages, buildingReaders, bureau, housing, village } from '../access.ts'
import { buildingValidity, buildingNotice as notice } from '../notices.ts'
import {
  contracts,
  filing,
  mode,
  partyFlag,
  partyNumbers,
  plannedStart,
  registeredOn,
  startedOn,
  tookPart,
} from './building-rules.ts'
import { contractors } from './contractors.ts'
import { houses } from './house-register.ts'

const paper = (id: string, title: string, line: number) => ({ id, title, basis: notice.lines(line) })

const party = (title: string, field: keyof typeof partyNumbers) =>
  ({
    title,
    register: contractors.id,
    where: { number: field },
    gives: { kind: 'records', fields: ['kind', 'standing'] },
  }) as const

/** A house from its papers to its archive: small ones with the township, others with the housing bureau. */
export const building = defineProcedure({
  id: 'building',
  title: '农村房屋建设',
  basis: notice.lines(1117, 1161),
  ...buildingValidity,
  register: houses.id,
  subject: houses.fields,
  access: { read: [...buildingReaders, bureau] },
  lookups: {
    designers: party('设计方', 'designer'),
    constructors: party('施工方', 'constructionParty'),
    supervisors: party('监理方', 'supervisor'),
  },
  opening: {
    title: '收到建房资料',
    by: [aboveVillages, village],
    basis: notice.lines(1054, 1144),
    computes: { houseClass: 'house-class' },
  },
  initial: 'received',
  states: {
    received: {
      title: '待开工登记',
      on: {
        register: {
          title: '开工登记',
          to: 'registered',
          by: [aboveVillages],
          basis: notice.lines(1119, 1146),
          input: fields({
            ...partyNumbers,
            ...contracts,
            plannedStart,
            registeredOn,
            filing,
            mode,
            partyFlag,
          }),
          computes: {
            registeredOn: 'registration-day',
            filing: 'filing-by-plan',
            mode: 'mode',
            partyFlag: 'party-flag',
          },
          gates: ['is-class-one', 'parties-eligible', 'contracts-complete'],
          materials: [
            paper('drawings', '施工图', 1119),
            paper('construction-contract', '与施工方的书面合同', 1119),
            paper('supervision-contract', '与监理方的书面合同', 1119),
            paper('registration-form', '农村自建低层房屋开工登记表', 1119),
          ],
        },
        pass: {
          title: '属于Ⅱ类房屋，由县住建部门监管',
          to: 'unpermitted',
          by: [aboveVillages],
          basis: notice.lines(1089, 1103),
          gates: ['is-class-two'],
        },
        measure: {
          title: '更正面积、层数、跨度、用途',
          to: 'received',
          by: [aboveVillages],
          basis: notice.lines(1056, 1069),
          needsReason: true,
          input: houses.fields.pick({
            builtBy: true,
            purpose: true,
            area: true,
            storeys: true,
            span: true,
            houseClass: true,
          }),
          computes: { houseClass: 'house-class' },
        },
      },
    },
    registered: {
      title: '已登记，待开工',
      on: {
        start: {
          title: '开工',
          to: 'building',
          by: [aboveVillages],
          basis: notice.lines(1147, 1155),
          input: fields({ startedOn, filing }),
          computes: { filing: 'filing-by-start' },
        },
      },
    },
    building: {
      title: '施工中',
      on: {
        patrol: {
          title: '记录巡查和技术服务',
          to: 'building',
          by: [aboveVillages],
          basis: notice.lines(1101),
          input: fields({ patrolledOn: date('巡查日期'), patrolFinding: longText('巡查和服务情况') }),
        },
        accept: {
          title: '竣工验收合格',
          to: 'accepted',
          by: [aboveVillages],
          basis: notice.lines(1121, 1148),
          input: fields({ acceptedOn: date('验收日期'), tookPart }),
          gates: ['all-took-part'],
        },
      },
    },
    accepted: {
      title: '验收合格，待存档',
      on: {
        archive: {
          title: '验收信息存档',
          to: 'archived',
          by: [aboveVillages],
          basis: notice.lines(1121, 1149),
          input: fields({ archiveNumber: text('档案编号') }),
          materials: [paper('acceptance-form', '农村自建低层房屋竣工验收表', 1121)],
        },
      },
    },
    unpermitted: {
      title: 'Ⅱ类，待施工许可',
      on: {
        permit: {
          title: '登记施工许可',
          to: 'supervised',
          by: [housing],
          basis: notice.lines(1127, 1161),
          input: fields({ buildingPermit: text('施工许可证号') }),
        },
      },
    },
    supervised: {
      title: 'Ⅱ类，监管中',
      on: {
        inspect: {
          title: '记录巡查和监管',
          to: 'supervised',
          by: [aboveVillages, housing],
          basis: notice.lines(1089, 1103),
          input: fields({
            patrolledOn: date('巡查日期'),
            patrolFinding: longText('巡查和服务情况'),
            result: choice('巡查结果', { fine: '未见问题', stopped: '已劝阻并报告' }),
          }),
        },
        file: {
          title: '竣工验收并报备',
          to: 'unhanded',
          by: [housing],
          basis: notice.lines(1129),
          input: fields({ acceptedOn: date('验收日期'), recordNumber: text('竣工验收备案号') }),
        },
      },
    },
    unhanded: {
      title: 'Ⅱ类，待移交档案',
      on: {
        receive: {
          title: '接收建设项目档案',
          to: 'archived',
          by: [housing],
          basis: notice.lines(1089, 1129),
          input: fields({ archiveNumber: text('档案编号') }),
        },
      },
    },
    archived: { title: '已存档', final: 'completed', on: {} },
    withdrawn: { title: '不再建设', final: 'withdrawn', on: {} },
  },
  anywhere: {
    withdraw: {
      title: '不再建设',
      to: 'withdrawn',
      by: [aboveVillages],
      basis: notice.lines(1097, 1101),
      needsReason: true,
    },
  },
  limits: {
    archive: {
      title: '验收信息存档',
      starts: 'accept',
      ends: ['archive'],
      legal: { ...duration(30, 'day', notice.lines(1121)), countsFrom: 'acceptedOn' },
      reminderDays: 7,
      missed: { kind: 'flag' },
    },
  },
  open: [
    gap('Ⅰ类房屋的四项条件用分号分列，没有写“且”，按四项都符合', notice.lines(1060, 1063)),
    gap('两张表（开工登记表、竣工验收表）没有印出', notice.lines(1119, 1121)),
    gap('Ⅱ类房屋“及时”验收、移交档案是几日没有写明', notice.lines(1129)),
    gap('“设计、施工”和“设计、监理”以外的承揽形式是否禁止没有写明，提示待核', notice.lines(1183)),
  ],
})
