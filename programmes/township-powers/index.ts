import {
  choice,
  count,
  defineCatalogue,
  defineProgramme,
  fields,
  gap,
  instrument,
  text,
} from '@luoshi/kernel'

const notice = instrument('wutai', '五政办发〔2023〕25号')

/** The types of power that the list has. */
export const powerTypes = {
  licence: '行政许可',
  compulsion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  adjudication: '行政裁决',
  other: '其他行政权力',
  penalty: '行政处罚',
} as const

/** 五政办发〔2023〕25号: 152 powers of the townships of 五台县, each with its type and legal basis. */
export const townshipPowers = defineProgramme({
  id: 'township-powers',
  title: '五台县乡镇权责清单',
  basis: notice.lines(1190, 1391),
  version: 1,
  validFrom: '2023-07-31',
  validTo: null,
  roles: { township: { title: '乡（镇）人民政府', basis: notice.lines(1194) } },
  registers: [],
  procedures: [],
  rules: [],
  parameters: [],
  papers: [],
  catalogues: [
    defineCatalogue({
      id: 'powers',
      title: '五台县乡镇权责清单',
      basis: notice.lines(1202, 1391),
      fields: fields({
        number: count('序号', '号'),
        kind: choice('职权类型', powerTypes),
        name: text('职权名称'),
        source: text('职权依据'),
      }),
      parts: { key: 'name', name: 'name', number: 'number', source: 'source' },
      exercisedBy: { who: '各乡（镇）人民政府', basis: notice.lines(1194) },
      prints: [
        {
          name: '2023年版',
          basis: notice.lines(1204, 1391),
          from: '2023-07-31',
          columns: { 序号: 'number', 职权类型: 'kind', 职权名称: 'name', 职权依据: 'source' },
          count: 152,
        },
      ],
      versions: [],
    }),
  ],
  open: [
    gap('清单只列职权和依据，没有写明流程、期限、收费和受理部门', notice.lines(1202, 1391)),
    gap('审核转报、初审、报批的事项没有写明报送哪个部门', notice.lines(1237, 1272)),
  ],
})
