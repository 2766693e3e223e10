import { defineTextPaper, gap, type Paper } from '@luoshi/kernel'
import { houses } from './house-register.ts'
import { notice } from './notice.ts'

const sealNotice = defineTextPaper({
  id: 'seal-notice',
  title: '停用封房告知书',
  basis: notice.lines(1472),
  register: houses.id,
  head: 'plain',
  issuer: '{@unit}',
  addressee: '{owner}',
  body: [
    { text: '你（单位）位于{where}的经营性自建房（编号{number}），经初步判定存在严重安全隐患：{findings}' },
    {
      text: '现决定人员撤出、停用封房，请专业机构鉴定房屋安全。完成鉴定和整治验收前，不得用于经营或者其他人员聚集活动。',
    },
  ],
  annexes: [],
  copies: ['县住建局', '{competentUnit}'],
  open: [gap('告知书的格式没有印出', notice.lines(1472))],
})

const remedyOrder = defineTextPaper({
  id: 'remedy-order',
  title: '自建房安全隐患整治通知书',
  basis: notice.lines(1480, 1516),
  register: houses.id,
  head: 'plain',
  issuer: '{@unit}',
  addressee: '{owner}',
  body: [
    { text: '你（单位）位于{where}的自建房（编号{number}）存在安全隐患：{hazards}' },
    { level: 1, text: '隐患类别为{cause}，整治措施为{remedy}。' },
    { level: 1, text: '整治方案：{planText}' },
    { level: 1, text: '整治时限为{deadline}。完成后申请验收，验收合格的予以销号。' },
    { text: '房屋产权人（使用人）是房屋安全的第一责任人。' },
  ],
  annexes: [],
  copies: [],
  open: [gap('通知书的格式没有印出', notice.lines(1480))],
})

export const papers: readonly Paper[] = [sealNotice, remedyOrder]
