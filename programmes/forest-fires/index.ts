import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { headquarters, seats, seatsFilled } from './command.ts'
import {
  endsByOwnBody,
  fires,
  groundCleared,
  planIsCounty,
  planIsTownship,
  responding,
  responseMayEnd,
  timesInOrder,
} from './fires.ts'
import { casualtiesRule, gradeRule, planRule, readinessRule } from './grades.ts'
import { notice, validity } from './notice.ts'
import {
  alerts,
  asksSomething,
  calling,
  deploying,
  deployments,
  exercised,
  exercises,
  protectedPlaces,
  seamless,
  standards,
  stockShort,
  stocks,
} from './readiness.ts'
import {
  hasWay,
  releases,
  releasing,
  reportingUp,
  sameFigures,
  upwardInOrder,
  upwardReports,
} from './reports.ts'

/** 五政办发〔2022〕65号: how a fire in forest or grassland is told, graded, fought and ended, and what is kept ready for it. */
export const forestFires = defineProgramme({
  id: 'forest-fires',
  title: '五台县森林草原火灾应急预案',
  basis: notice.lines(1226, 1647),
  ...validity,
  roles: {
    office: { title: '县防火办', basis: notice.lines(1535, 1539) },
    'county-leader': { title: '县森防指总指挥长或其授权的副总指挥', basis: notice.lines(1539, 1585) },
    'field-command': { title: '现场灭火指挥部', basis: notice.lines(1365, 1375) },
    emergency: { title: '县应急管理局', basis: notice.lines(1335, 1383) },
    media: { title: '县融媒体中心', basis: notice.lines(1355) },
    township: { title: '乡（镇）森防指', basis: notice.lines(1417, 1419) },
    village: { title: '村森林草原消防灭火队', basis: notice.lines(1429, 1459) },
  },
  registers: [fires, upwardReports, releases, alerts, deployments, stocks, exercises, protectedPlaces, seats],
  procedures: [responding, reportingUp, releasing, calling, deploying],
  rules: [
    timesInOrder,
    upwardInOrder,
    planIsCounty,
    planIsTownship,
    endsByOwnBody,
    groundCleared,
    responseMayEnd,
    sameFigures,
    hasWay,
    asksSomething,
    seamless,
  ],
  valueRules: [casualtiesRule, gradeRule, planRule, readinessRule],
  parameters: Object.values(standards),
  papers: [],
  catalogues: [headquarters],
  stocktakes: [stockShort, exercised, seatsFilled],
  open: [
    gap('草原火灾受害面积不到10公顷、没有伤亡、损失不到5000元的，没有等级', notice.lines(1501)),
    conflict('清理火场的标准前后不同：无火、无烟；无火、无烟、无气', notice.lines(1467), notice.lines(1579)),
    conflict('不得动员参加扑救的人前后不同，8.2多了老年人', notice.lines(1547), notice.lines(1597)),
    gap('表彰奖励、补贴救助的数额没有写明', notice.lines(1627, 1633)),
  ],
})
