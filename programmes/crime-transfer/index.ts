import { conflict, date, defineProgramme, defineReport, fields, gap, law, text } from '@luoshi/kernel'
import { evidence, meetings, notice, suspectedCrimes } from './registers.ts'
import { obvious, perishableFixed } from './rules.ts'
import { keeping, transfer, transferLetter } from './transfer.ts'

/** 五政办发〔2022〕61号: how a township hands a suspected crime to the police, with limits to the hour. */
export const crimeTransfer = defineProgramme({
  id: 'crime-transfer',
  title: '五台县乡镇综合行政执法与公安机关衔接',
  basis: notice.lines(885, 980),
  version: 1,
  validFrom: '2022-12-12',
  validTo: null,
  roles: {
    officer: { title: '乡镇行政执法人员', basis: notice.lines(923, 927) },
    head: { title: '乡镇行政执法机构负责人', basis: notice.lines(927, 930) },
    police: { title: '县级公安机关', basis: notice.lines(964) },
    procuratorate: { title: '县人民检察院', basis: notice.lines(917) },
    overseer: { title: '县级执法监督人员', basis: notice.lines(976, 978) },
  },
  registers: [suspectedCrimes, evidence, meetings],
  procedures: [transfer, keeping],
  rules: [obvious, perishableFixed],
  parameters: [],
  papers: [transferLetter],
  reports: [
    defineReport({
      id: 'joint-meeting',
      title: '联席会议情况',
      basis: notice.lines(976, 978),
      owedBy: 'head',
      owedTo: 'overseer',
      fields: fields({
        heldOn: date('召开日期'),
        convenor: text('召集人', { help: '分管副乡（镇）长' }),
        liaison: text('联络员', { help: '派出所所长' }),
        matters: text('研究事项'),
      }),
      due: {
        turn: { kind: 'half-yearly', month: 6, day: 'last' },
        covers: 'this',
        isDayIncluded: true,
        movesToWorkday: false,
        basis: notice.lines(976),
      },
      from: '2022-12-12',
      until: null,
    }),
  ],
  open: [
    gap('标题列有检察机关、审判机关的衔接机制，正文只有与公安机关的', notice.lines(885, 897)),
    conflict('“作出行政处罚”与“10个工作日内”之间缺字，按作出处罚之日起算', notice.lines(934, 935)),
    conflict(
      '决定是否移送的期限，本机制写3个工作日，《行政执法机关移送涉嫌犯罪案件的规定》写3日，按本机制计算',
      notice.lines(927, 930),
      law('行政执法机关移送涉嫌犯罪案件的规定', '第五条'),
    ),
    gap('公安机关审查的期限没有写明，不计算', notice.lines(964)),
  ],
})
