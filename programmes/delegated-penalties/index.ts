import {
  changeParts,
  choice,
  count,
  defineCatalogue,
  defineProcedure,
  defineProgramme,
  defineRegister,
  fields,
  gap,
  instrument,
  listOf,
  may,
  text,
} from '@luoshi/kernel'

const notice = instrument('wuzhai', '五政发〔2022〕10号')
const validity = { version: 1, validFrom: '2022-10-28', validTo: null }

const department = may('department', 'unit')
const government = may('government', 'county')
const readers = [government, may('department', 'county'), may('township', 'county')]

/** Fields and parts of the list of penalties. */
const list = {
  id: 'penalties',
  title: '五寨县乡（镇）人民政府行政执法事项目录',
  fields: fields({
    number: count('序号', '号'),
    name: text('职权名称'),
    kind: choice('职权类型', { penalty: '行政处罚' }),
    source: text('职权依据'),
    departments: listOf('主管部门', text('部门')),
  }),
  parts: { key: 'name', name: 'name', number: 'number', holder: 'departments', source: 'source' } as const,
}

const parts = changeParts(list, notice.lines(382), {
  renamed: '更名',
  merged: '合并',
  split: '权限划分',
  'basis-changed': '依据调整',
  removed: '收回',
  added: '增加下放',
})

/** Changes of the list, each with the change of law that caused it. */
const changes = defineRegister({
  id: 'changes',
  title: '执法事项目录调整台账',
  basis: notice.lines(382),
  fields: fields({ number: text('调整编号'), ...parts.shape }),
  key: ['number'],
  access: { read: readers, write: [department, government] },
})

/** A law was changed: the department proposes, the county government decides, the list is published again. */
const changing = defineProcedure({
  id: 'changing',
  title: '调整执法事项目录',
  basis: notice.lines(382),
  ...validity,
  register: changes.id,
  subject: changes.fields,
  access: { read: readers },
  lookups: parts.lookups,
  opening: {
    title: '提出调整',
    by: [department, government],
    basis: notice.lines(382),
    gates: [parts.rule.id],
  },
  initial: 'proposed',
  states: {
    proposed: {
      title: '待县政府决定',
      on: {
        decide: {
          title: '决定调整',
          to: 'decided',
          by: [government],
          basis: notice.lines(372),
          input: fields(parts.from),
          gates: [parts.rule.id],
        },
        refuse: {
          title: '不予调整',
          to: 'refused',
          by: [government],
          basis: notice.lines(372),
          needsReason: true,
        },
      },
    },
    decided: {
      title: '待公布',
      on: {
        publish: { title: '向社会公布', to: 'published', by: [government], basis: notice.lines(374) },
      },
    },
    published: { title: '已公布', final: 'completed', on: {} },
    refused: { title: '不予调整', final: 'refused', on: {} },
  },
  limits: {},
})

/** 五政发〔2022〕10号: 55 penalties that 五寨县 gave to its townships; the departments that had them have them no more. */
export const delegatedPenalties = defineProgramme({
  id: 'delegated-penalties',
  title: '五寨县向乡（镇）人民政府下放部分行政执法职权',
  basis: notice.lines(362, 479),
  ...validity,
  roles: {
    township: { title: '乡（镇）人民政府', basis: notice.lines(376) },
    department: { title: '县级行政执法部门', basis: notice.lines(376) },
    government: { title: '县人民政府', basis: notice.lines(372) },
  },
  registers: [changes],
  procedures: [changing],
  rules: [parts.rule],
  parameters: [],
  papers: [],
  catalogues: [
    defineCatalogue({
      ...list,
      basis: notice.lines(374),
      exercisedBy: { who: '各乡（镇）人民政府', basis: notice.lines(376) },
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
      changedBy: { procedure: 'changing', states: ['decided', 'published'] },
    }),
  ],
  open: [gap('目录调整的时限依照晋政发〔2016〕35号，本文没有写明', notice.lines(382))],
})
