import { defineProgramme, gap } from '@luoshi/kernel'
import { claim } from './claim.ts'
import { importSources } from './import-sources.ts'
import { notice } from './notice.ts'
import { papers } from './papers.ts'
import { parameters } from './parameters.ts'
import { registers } from './registers.ts'
import { rules } from './rules.ts'

/** 五政办发〔2022〕29号: 30 元 for each 亩 of deep tillage, after it is done, shown, checked and accepted. */
export const deepTillage = defineProgramme({
  id: 'deep-tillage',
  title: '五寨县2022年农机深松整地作业补助项目',
  basis: notice.lines(1827, 2028),
  version: 1,
  validFrom: '2022-08-22',
  validTo: null,
  roles: {
    operator: { title: '农机服务组织、农机户', basis: notice.lines(1863) },
    'machinery-centre': { title: '县农机中心', basis: notice.lines(1861) },
    township: { title: '乡（镇）农机管理人员', basis: notice.lines(1877) },
    village: { title: '村委会负责人', basis: notice.lines(1877) },
    'acceptance-group': { title: '项目验收组', basis: notice.lines(1911) },
    finance: { title: '县财政局', basis: notice.lines(1881) },
    public: { title: '群众', basis: notice.lines(1919) },
  },
  registers,
  procedures: [claim],
  rules,
  parameters,
  papers,
  importSources,
  open: [
    gap('“同一地块3年内”从哪一天起算没有写明，按作业之日的次日起算', notice.lines(1869)),
    gap('公示一周是否计入公示当日没有写明，按次日起算满7日', notice.lines(1873, 1877)),
    gap('一块地只有部分面积深度达标时按哪个面积补助没有写明，按达标的面积', notice.lines(1857)),
    gap('兑付只写“及时”，没有写明期限', notice.lines(1881)),
    gap('抽查面积与记录的面积不一致时按哪个兑付没有写明，按记录的面积', notice.lines(1881)),
    gap('抽查不合格后怎样处理没有写明，按不予补助办理', notice.lines(1881)),
  ],
})
