import { conflict, defineProgramme, gap } from '@luoshi/kernel'
import { careByMonth, inspections, transferring, transfers } from './care.ts'
import { notice, validity } from './notice.ts'
import { confirming, counted, printed, reservoirs, rolesFilled } from './reservoirs.ts'

/** 五政办发〔2022〕62号: all reservoirs of 五台县 under one professional manager, and their daily care. */
export const reservoirCare = defineProgramme({
  id: 'reservoirs',
  title: '五台县完善小型水库运行管护机制',
  basis: notice.lines(982, 1054),
  ...validity,
  roles: {
    'water-bureau': { title: '县水利局', basis: notice.lines(1038, 1048) },
    'water-centre': { title: '县水利发展中心', basis: notice.lines(1034, 1036) },
    holder: { title: '原管理单位', basis: notice.lines(1034) },
    government: { title: '县人民政府', basis: notice.lines(1040) },
  },
  registers: [reservoirs, inspections, transfers],
  procedures: [confirming, transferring],
  rules: [rolesFilled],
  parameters: [],
  papers: [],
  catalogues: [printed],
  tallies: [counted, careByMonth],
  open: [
    gap('改革完成的时间没有写明', notice.lines(1034, 1054)),
    conflict('“3座水库”前后指的不是同样的三座', notice.lines(1008), notice.lines(1026)),
  ],
})
