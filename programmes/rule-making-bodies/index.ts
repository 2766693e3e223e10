import { defineCatalogue, defineProgramme, gap } from '@luoshi/kernel'
import { changes, changing, list, parts } from './changing.ts'
import { bothFiled, filing, filings } from './filing.ts'
import { notice, validity } from './notice.ts'

/** 五政办发〔2023〕23号: the 66 bodies of 五台县 that may issue normative documents. */
export const ruleMakingBodies = defineProgramme({
  id: 'rule-making-bodies',
  title: '五台县行政规范性文件制定主体清单',
  basis: notice.lines(1070, 1188),
  ...validity,
  roles: {
    office: { title: '县人民政府办公室', basis: notice.lines(1090) },
    body: { title: '制定主体', basis: notice.lines(1080) },
  },
  registers: [changes, filings],
  procedures: [changing, filing],
  rules: [parts.rule, bothFiled],
  parameters: [],
  papers: [],
  catalogues: [
    defineCatalogue({
      ...list,
      basis: notice.lines(1078, 1090),
      changedBy: { procedure: 'changing', states: ['published'] },
      prints: [
        {
          name: '2023年',
          basis: notice.lines(1102, 1188),
          from: '2023-06-29',
          columns: { 名称: 'name' },
          group: 'group',
          count: 66,
        },
      ],
      versions: [],
    }),
  ],
  open: [gap('“自公布之日起”施行，公布之日是印发之日还是公报之日没有写明', notice.lines(1080))],
})
