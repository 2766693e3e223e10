import { choice, date, defineRegister, defineTally, fields, personalText, text } from '@luoshi/kernel'
import { notice, police, readers, roads, township } from './notice.ts'
import { kinds } from './vehicles.ts'

/** What the joint checks look for above all. */
export const offences = {
  'no-plate': '未悬挂号牌',
  'no-licence': '无证驾驶',
  drunk: '酒后驾驶',
  'wrong-way': '逆向行驶',
  'illegal-operation': '非法营运',
  'illegal-passengers': '违法载人',
  overloaded: '超员',
  'assembled-or-modified': '拼装改装',
} as const

/** Offences found in joint checks and at stations. */
export const violations = defineRegister({
  id: 'violations',
  title: '农村道路交通违法台账',
  basis: notice.lines(846, 848),
  fields: fields({
    number: text('记录编号'),
    offence: choice('违法行为', offences),
    vehicle: choice('车型', { ...kinds, other: '其他机动车' }),
    foundOn: date('查获日期'),
    township: text('乡（镇）'),
    place: text('地点'),
    driver: personalText('驾驶人', 'name').optional(),
    departments: choice('查处方式', {
      joint: '公安、交通运输、农业农村联合执法',
      police: '公安单独查处',
      persuasion: '劝导',
    }),
    handling: text('处理结果'),
  }),
  key: ['number'],
  access: { read: readers, write: [police, roads, township] },
})

/** Offences by kind, quarter by quarter: what the analysis of every quarter rests on. */
export const violationsByQuarter = defineTally({
  id: 'violations-by-quarter',
  title: '农村道路交通违法季度统计',
  basis: notice.lines(842, 848),
  register: violations.id,
  by: [
    { kind: 'period', field: 'foundOn', every: 'quarter' },
    { kind: 'field', field: 'offence' },
  ],
  columns: [
    { id: 'all', title: '查处' },
    { id: 'joint', title: '联合执法查处', where: { departments: ['joint'] } },
  ],
})
