import {
  choice,
  defineRegister,
  fields,
  listOf,
  measure,
  personalText,
  phone,
  reference,
  text,
  unit,
} from '@luoshi/kernel'
import { bureau, premisesReaders } from './access.ts'
import { houses } from './building/house-register.ts'
import { premisesNotice as notice } from './notices.ts'

/** How the completion of a house stands. */
export const completions = {
  passed: '已通过竣工验收',
  failed: '竣工验收未通过',
  none: '没有竣工验收',
} as const

/** What an applicant undertakes in writing: the three things of the eighth article. */
export const undertakings = {
  compliant: '经营场所符合有关规定要求',
  truthful: '对承诺的真实性、合法性、完整性负责',
  safe: '承担经营场所安全主体责任',
} as const

/** In what premises fall short when they are looked at. */
export const shortcomings = {
  completion: '没有通过竣工验收',
  unlawful: '属于非法建筑',
  unsafe: '不符合安全性能要求',
  'not-as-promised': '与承诺或者方位示意图不符',
  other: '其他不符合相关要求的情形',
} as const

export const completion = choice('竣工验收', completions)

/** What the promise and the sketch must say before premises are registered. */
export const declared = {
  promises: listOf('承诺书写明的承诺', choice('承诺', undertakings)),
  zone: text('方位示意图标明的经营区域', { help: '如一层东侧两间' }),
  area: measure('方位示意图标明的经营面积', '平方米', { least: '0.01' }),
}

/** Rural houses in which business is carried on. */
export const premises = defineRegister({
  id: 'premises',
  title: '农村自建房经营场所台账',
  basis: notice.lines(998, 1014),
  fields: fields({
    number: text('登记编号'),
    subject: text('市场主体名称'),
    operator: personalText('经营者', 'name'),
    contact: phone('联系电话').optional(),
    business: text('经营项目'),
    sector: unit('行业主管部门', { help: '经营项目没有行业主管部门的不填' }).optional(),
    township: unit('所在乡（镇）', { help: '登记后推送给它核查' }),
    village: text('所在村'),
    place: text('经营场所地址'),
    house: reference('房屋', houses.id, {
      help: '竣工验收在农村房屋建设台账中的填写，登记时核对',
    }).optional(),
    completion,
  }),
  key: ['number'],
  calledBy: ['subject'],
  access: { read: premisesReaders, write: [bureau] },
})
