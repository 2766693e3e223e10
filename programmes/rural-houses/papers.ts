import { defineTextPaper, gap, type Paper } from '@luoshi/kernel'
import { premisesNotice as notice } from './notices.ts'
import { premises } from './premises.ts'

const bureau = '县行政审批服务管理局'

/** What the applicant signs. The model that the bureau is to draw up is not printed. */
const promise = defineTextPaper({
  id: 'promise',
  title: '农村自建房用作经营场所承诺书',
  basis: notice.lines(998, 1014),
  register: premises.id,
  head: 'plain',
  issuer: '{subject}',
  addressee: bureau,
  body: [
    { text: '申请人{subject}拟在{place}从事{business}，就该经营场所承诺如下：' },
    { level: 1, text: '经营场所符合有关规定要求，房屋已通过竣工验收，不是非法建筑，符合安全性能要求。' },
    {
      level: 1,
      text: '方位示意图标明的经营区域、面积等信息与实际一致，对承诺的真实性、合法性、完整性负责。',
    },
    { level: 1, text: '承担经营场所安全主体责任。' },
    { text: '承诺人（签字或者盖章）：' },
  ],
  annexes: ['方位示意图'],
  copies: [],
  open: [gap('承诺书示范文本没有印出，按条文应承诺的内容', notice.lines(998))],
})

const refusal = defineTextPaper({
  id: 'refusal',
  title: '不予登记告知书',
  basis: notice.lines(1018),
  register: premises.id,
  head: 'plain',
  issuer: bureau,
  addressee: '{subject}',
  body: [
    { text: '你（单位）申请将{place}的农村自建房用作经营场所（{number}）收悉。经核对，不予登记，理由是：' },
    { text: '{@reason}' },
  ],
  annexes: [],
  copies: [],
})

/** Instead of the platform: a letter to the township in which the premises lie. */
const letter = defineTextPaper({
  id: 'letter',
  title: '关于农村自建房经营场所登记信息的函',
  basis: notice.lines(1020),
  register: premises.id,
  head: 'red',
  issuer: bureau,
  number: { mark: '审批函', basis: gap('文号方式没有写明，由县里定', notice.lines(1020)) },
  addressee: '{township}',
  body: [
    { text: '现将登记在你乡（镇）的农村自建房经营场所信息函告如下，请组织核查：' },
    { level: 1, text: '市场主体：{subject}，经营者{operator}，经营项目{business}。' },
    { level: 1, text: '经营场所：{village}，{place}；经营区域{zone}，面积{area}平方米。' },
    { text: '核查不符合相关要求的，请及时制止经营活动，并报告我局和相关行业主管部门。' },
  ],
  annexes: ['承诺书和方位示意图'],
  copies: [],
})

const changeOrder = defineTextPaper({
  id: 'change-order',
  title: '责令限期变更经营场所通知书',
  basis: notice.lines(1022, 1024),
  register: premises.id,
  head: 'red',
  issuer: bureau,
  number: { mark: '审批责改', basis: gap('文号方式没有写明，由县里定', notice.lines(1024)) },
  addressee: '{subject}',
  body: [
    { text: '经{township}于{checkedOn}核查，你（单位）登记的经营场所（{place}）不符合要求：{unmet}。' },
    { text: '现责令你（单位）于{changeBy}前变更经营场所。逾期未变更的，依法依规处理。' },
  ],
  annexes: [],
  copies: ['{township}', '相关行业主管部门'],
})

export const papers: readonly Paper[] = [promise, refusal, letter, changeOrder]
