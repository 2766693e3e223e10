import {
  choice,
  count,
  date,
  defineCatalogue,
  defineProcedure,
  defineProgramme,
  defineRegister,
  defineRule,
  fields,
  gap,
  instrument,
  may,
  text,
} from '@luoshi/kernel'

const notice = instrument('wutai', '五政办发〔2021〕62号')

const bureau = may('relics-bureau', 'county')
const government = may('government', 'county')

const protection = {
  none: '尚未核定为文物保护单位',
  county: '县级文物保护单位',
  city: '市级文物保护单位',
  province: '省级文物保护单位',
  state: '全国重点文物保护单位',
} as const

/** Immovable relics, those that were struck off among them. */
export const relics = defineRegister({
  id: 'relics',
  title: '不可移动文物台账',
  basis: notice.lines(677),
  fields: fields({
    number: text('文物编号'),
    name: text('不可移动文物名称'),
    county: text('县'),
    township: text('乡（镇）'),
    village: text('村'),
    protection: choice('保护级别', protection),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: [bureau, government], write: [bureau] },
})

/** What has been designated cannot be struck off by this way. */
export const notDesignated = defineRule({
  id: 'not-designated',
  title: '尚未核定为文物保护单位',
  basis: notice.lines(671),
  inputs: { protection: choice('保护级别', protection) },
  parameters: {},
  decide: ({ protection: level }) => ({
    isMet: level === 'none',
    wanted: '尚未核定为文物保护单位',
    found: protection[level],
  }),
})

/** From being registered to being struck off by the county government. */
export const protecting = defineProcedure({
  id: 'protecting',
  title: '不可移动文物登记和撤销',
  basis: notice.lines(677),
  version: 1,
  validFrom: '2021-09-22',
  validTo: null,
  register: relics.id,
  subject: relics.fields,
  access: { read: [bureau, government] },
  lookups: {},
  opening: { title: '登记文物', by: [bureau], basis: notice.lines(677) },
  initial: 'protected',
  states: {
    protected: {
      title: '受保护',
      rests: true,
      on: {
        designate: {
          title: '核定为文物保护单位',
          to: 'protected',
          by: [government],
          basis: notice.lines(677),
          input: fields({ protection: choice('保护级别', protection) }),
        },
        propose: {
          title: '提请撤销',
          to: 'proposed',
          by: [bureau],
          basis: notice.lines(677),
          needsReason: true,
          gates: ['not-designated'],
        },
      },
    },
    proposed: {
      title: '待县政府研究',
      on: {
        strike: {
          title: '决定撤销',
          to: 'struck',
          by: [government],
          basis: notice.lines(677),
          gates: ['not-designated'],
          input: fields({ document: text('撤销文号'), struckOn: date('撤销日期') }),
        },
        keep: {
          title: '不予撤销',
          to: 'protected',
          by: [government],
          basis: notice.lines(677),
          needsReason: true,
        },
      },
    },
    struck: { title: '已撤销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

/** An address as its parts: 五台县, 东雷乡, 西雷村. Null for one that is not written so. */
export function splitAddress(address: string) {
  const parts = /^(\p{Script=Han}{1,6}?县)(\p{Script=Han}{1,8}?[乡镇])(\p{Script=Han}{1,12}村)$/u.exec(
    address,
  )
  const [, county, township, village] = parts ?? []
  if (county === undefined || township === undefined || village === undefined) return null
  return { county, township, village }
}

/** 五政办发〔2021〕62号: nine immovable relics that had not been designated are struck off. */
export const relicsStruckOff = defineProgramme({
  id: 'relics',
  title: '五台县不可移动文物登记和撤销',
  basis: notice.lines(671, 695),
  version: 1,
  validFrom: '2021-09-22',
  validTo: null,
  roles: {
    'relics-bureau': { title: '县文物局', basis: notice.lines(677) },
    government: { title: '县人民政府', basis: notice.lines(677) },
  },
  registers: [relics],
  procedures: [protecting],
  rules: [notDesignated],
  parameters: [],
  papers: [],
  catalogues: [
    defineCatalogue({
      id: 'struck-off',
      title: '撤销尚未核定为文物保护单位的不可移动文物名单',
      basis: notice.lines(684),
      fields: fields({ number: count('序号', '号'), name: text('不可移动文物名称'), address: text('地址') }),
      parts: { key: 'name', name: 'name', number: 'number' },
      prints: [
        {
          name: '2021年名单',
          basis: notice.lines(686, 695),
          from: '2021-09-22',
          columns: { 序号: 'number', 不可移动文物名称: 'name', 地址: 'address' },
          count: 9,
        },
      ],
      versions: [],
    }),
  ],
  open: [gap('撤销的理由没有写明', notice.lines(677))],
})
