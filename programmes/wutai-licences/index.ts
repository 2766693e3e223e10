import { instrument } from '@luoshi/kernel'
import { licenceList } from '../licences/licence-list.ts'

const notice = instrument('wutai', '五政办发〔2022〕59号')

/** 五政办发〔2022〕59号: how the list of licences of 五台县 is kept. The list itself is not printed with it. */
export const wutaiLicences = licenceList(
  'wutai-licences',
  '五台县行政许可事项清单管理',
  '2022-12-12',
  {
    whole: notice.lines(635, 727),
    compiling: notice.lines(661),
    sameAsSuperior: notice.lines(663),
    specification: notice.lines(669),
    guide: notice.lines(673),
    adjustment: notice.lines(679, 681),
    disguised: notice.lines(685, 687),
    specialLists: notice.lines(691),
    oneSource: notice.lines(695, 697),
    dispute: notice.lines(703),
    deadlines: {
      list: { day: '2022-12-31', basis: notice.lines(649) },
      work: { day: '2022-12-15', basis: notice.lines(715) },
    },
  },
  [],
)
