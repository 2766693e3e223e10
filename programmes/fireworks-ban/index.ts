import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { competentRules } from './departments.ts'
import {
  competentRule,
  handling,
  incidents,
  incidentsByDay,
  incidentsByTownship,
  partnersRule,
  periodStated,
  today,
} from './incidents.ts'
import { notice, validity } from './notice.ts'
import { banFrom, banUntil, inPeriod } from './period.ts'
import { visits, visitsByTownship } from './visits.ts'

/** 五政办发〔2022〕64号: at the Spring Festival of 2023 nobody makes, sells, stores, carries or sets off fireworks, or burns bonfires. */
export const fireworksBan = defineProgramme({
  id: 'fireworks-ban',
  title: '五台县春节期间禁止燃烧旺火和烟花爆竹“五禁”',
  basis: notice.lines(1148, 1220),
  ...validity,
  roles: {
    'group-office': { title: '县“五禁”领导小组办公室', basis: notice.lines(1184) },
    police: { title: '公安部门', basis: notice.lines(1188) },
    environment: { title: '生态环境部门', basis: notice.lines(1190) },
    transport: { title: '交通运输部门', basis: notice.lines(1192) },
    emergency: { title: '应急管理部门', basis: notice.lines(1196) },
    market: { title: '市场监管部门', basis: notice.lines(1198) },
    housing: { title: '住房和城乡建设管理部门', basis: notice.lines(1200) },
    cooperative: { title: '供销社', basis: notice.lines(1202) },
    fire: { title: '消防救援部门', basis: notice.lines(1204) },
    publicity: { title: '宣传部门', basis: notice.lines(1206) },
    township: { title: '乡（镇）政府', basis: notice.lines(1208) },
    'county-leader': { title: '县“五禁”领导小组', basis: notice.lines(1160) },
  },
  registers: [incidents, visits],
  procedures: [handling],
  rules: [inPeriod, ...competentRules],
  valueRules: [competentRule, partnersRule],
  parameters: [banFrom, banUntil],
  papers: [],
  stocktakes: [periodStated, today],
  tallies: [incidentsByDay, incidentsByTownship, visitsByTownship],
  open: [
    gap('“五禁”自哪一天起到哪一天止没有写明', notice.lines(1156)),
    conflict(
      '非法储存、经营烟花爆竹，应急管理和市场监管两个部门都负责查处，没有写明由谁牵头',
      notice.lines(1196),
      notice.lines(1198),
    ),
    gap('查处的期限和罚款数额没有写明', notice.lines(1188, 1208)),
    gap('公安、交通运输、消防救援三个部门的职责印在别处，应当接起来读', notice.lines(1170, 1194)),
  ],
})
