import {
  conflict,
  count,
  defineCampaign,
  defineReport,
  fields,
  gap,
  longText,
  reportParts,
} from '@luoshi/kernel'
import { housing, readers, township } from './access.ts'
import { houseSafety } from './house.ts'
import { houses } from './house-register.ts'
import { notice, validity } from './notice.ts'
import { phases } from './phases.ts'

/** Houses with dangers: on the list, mended, accepted by whom it falls to, struck off one by one. */
export const campaign = defineCampaign({
  id: houseSafety.id,
  title: '自建房安全专项整治',
  basis: notice.lines(1434, 1528),
  phases: Object.entries(phases).map(([id, phase]) => ({ id, ...phase })),
  problem: houses.fields,
  key: ['number'],
  reads: readers,
  finds: { by: [township], basis: notice.lines(1470, 1476) },
  lists: { by: [township], basis: notice.lines(1478) },
  fixes: { by: [township], basis: notice.lines(1480, 1484), evidence: [] },
  strikesOff: { by: [township, housing], basis: notice.lines(1486) },
  looksAgain: { by: [township, housing], basis: notice.lines(1496) },
  endsWith: 'remedy',
  counts: {
    open: ['sealed', 'stopped', 'listed', 'fixing', 'fixed', 'accepted'],
    struck: ['struck', 'released'],
  },
  open: [
    gap('阶段的起止只写到月或者旬，按首日和末日', notice.lines(1520, 1528)),
    conflict('联络员7月1日前报送，方案7月9日才印发', notice.lines(1534), notice.lines(1418)),
  ],
})

/** What member units and townships report each month. */
export const progressReport = defineReport({
  id: 'progress',
  title: '自建房安全专项整治工作进展月报',
  basis: notice.lines(1548),
  owedBy: 'member',
  owedTo: 'group-office',
  fields: fields({
    surveyed: count('已排查', '户'),
    business: count('其中经营性', '户'),
    hazards: count('发现隐患', '户'),
    appraised: count('已鉴定', '户'),
    mended: count('整治完成', '户'),
    struck: count('已销号', '户'),
    progress: longText('工作进展情况'),
  }),
  due: {
    turn: { kind: 'monthly', days: [22] },
    covers: 'this',
    isDayIncluded: true,
    movesToWorkday: false,
    basis: gap('“每月22日前”是否含22日没有写明，按含当日', notice.lines(1548)),
  },
  from: '2022-07-01',
  until: phases.remedy.until,
  open: [
    gap('月报报到何时没有写明，按专项整治结束', notice.lines(1528, 1548)),
    gap('工作进展情况报哪些内容没有写明', notice.lines(1548)),
  ],
})

export const progress = reportParts(progressReport, validity, readers)
