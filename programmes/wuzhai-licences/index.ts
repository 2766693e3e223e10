import { instrument } from '@luoshi/kernel'
import { licenceList } from '../licences/licence-list.ts'

const notice = instrument('wuzhai', '五政办发〔2022〕39号')

/** 五政办发〔2022〕39号: 247 licences of 五寨县, and how the list is kept. */
export const wuzhaiLicences = licenceList(
  'wuzhai-licences',
  '五寨县行政许可事项清单管理',
  '2022-11-08',
  {
    whole: notice.lines(2691, 3061),
    compiling: notice.lines(2707),
    sameAsSuperior: notice.lines(2709),
    specification: notice.lines(2711, 2713),
    guide: notice.lines(2715),
    adjustment: notice.lines(2717),
    disguised: notice.lines(2719),
    specialLists: notice.lines(2721),
    oneSource: notice.lines(2723),
    dispute: notice.lines(2725),
    deadlines: {
      list: { day: '2022-11-15', basis: notice.lines(2735) },
      work: { day: '2022-12-15', basis: notice.lines(2735) },
    },
  },
  [
    {
      name: '2022年版',
      basis: notice.lines(2755, 3061),
      from: '2022-11-08',
      columns: {
        序号: 'number',
        行政许可事项主项名称: 'name',
        行使层级: 'levels',
        省级业务指导部门: 'superior',
        实施部门: 'holders',
        设定和实施依据: 'source',
      },
      count: 247,
    },
  ],
)
