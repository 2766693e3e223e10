import {
  choice,
  count,
  defineCatalogue,
  defineProgramme,
  fields,
  instrument,
  listOf,
  text,
} from '@luoshi/kernel'

const notice = instrument('wuzhai', '五政发〔2022〕10号')

/** 五政发〔2022〕10号: 55 penalties that 五寨县 gave to its townships; the departments that had them have them no more. */
export const delegatedPenalties = defineProgramme({
  id: 'delegated-penalties',
  title: '五寨县向乡（镇）人民政府下放部分行政执法职权',
  basis: notice.lines(362, 479),
  version: 1,
  validFrom: '2022-10-28',
  validTo: null,
  roles: { township: { title: '乡（镇）人民政府', basis: notice.lines(376) } },
  registers: [],
  procedures: [],
  rules: [],
  parameters: [],
  papers: [],
  catalogues: [
    defineCatalogue({
      id: 'penalties',
      title: '五寨县乡（镇）人民政府行政执法事项目录',
      basis: notice.lines(374),
      fields: fields({
        number: count('序号', '号'),
        name: text('职权名称'),
        kind: choice('职权类型', { penalty: '行政处罚' }),
        source: text('职权依据'),
        departments: listOf('主管部门', text('部门')),
      }),
      parts: { key: 'name', name: 'name', number: 'number', holder: 'departments', source: 'source' },
      prints: [
        {
          name: '2022年目录',
          basis: notice.lines(414, 479),
          from: '2022-10-28',
          columns: {
            序号: 'number',
            职权名称: 'name',
            职权类型: 'kind',
            职权依据: 'source',
            主管部门: 'departments',
          },
          count: 55,
        },
      ],
      versions: [],
    }),
  ],
  open: [],
})
