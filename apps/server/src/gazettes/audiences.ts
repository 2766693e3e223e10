/** Someone for whom a policy may be, with the words by which texts name them. */
export interface Audience {
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
}

/** For whom: the words are ours and say only how texts are searched. */
export const audiences: readonly Audience[] = [
  { id: 'resident', title: '居民', words: ['居民', '群众', '公民', '市民', '家庭', '业主'] },
  { id: 'farmer', title: '农民', words: ['农民', '农户', '村民', '农机户', '种植户', '养殖户', '脱贫户'] },
  { id: 'firm', title: '企业和个体户', words: ['企业', '市场主体', '个体工商户', '经营者', '投资者'] },
  { id: 'disabled', title: '残疾人', words: ['残疾人', '残疾儿童', '无障碍'] },
  { id: 'student', title: '学生和家长', words: ['学生', '家长', '儿童', '未成年人', '中小学'] },
  { id: 'elderly', title: '老年人', words: ['老年人', '养老', '特困人员'] },
  { id: 'village', title: '村和社区', words: ['村委会', '村集体', '村民委员会', '行政村', '社区', '居委会'] },
]

/** What people come for. */
export const wants: readonly Audience[] = [
  { id: 'subsidy', title: '补贴、补助', words: ['补贴', '补助', '奖补', '奖励', '资助', '贴息'] },
  { id: 'relief', title: '救助、保障', words: ['救助', '低保', '最低生活保障', '供养', '保障标准'] },
  { id: 'insurance', title: '参保、缴费', words: ['参保', '缴费', '医疗保险', '养老保险'] },
  { id: 'licence', title: '办证、审批', words: ['许可', '审批', '办证', '登记', '备案'] },
  { id: 'housing', title: '建房、住房', words: ['建房', '自建房', '住房', '宅基地', '危房', '物业'] },
  { id: 'heating', title: '取暖、用电', words: ['取暖', '煤改电', '清洁取暖', '用电', '燃气'] },
  { id: 'training', title: '培训、就业', words: ['培训', '就业', '创业', '招聘'] },
  { id: 'tax', title: '减免、优惠', words: ['减免', '优惠', '减税', '降费', '免征', '免收'] },
  { id: 'forbidden', title: '不能做什么', words: ['禁止', '严禁', '不得', '处罚', '罚款'] },
  { id: 'complain', title: '投诉、举报', words: ['投诉', '举报', '12345', '监督电话'] },
]
