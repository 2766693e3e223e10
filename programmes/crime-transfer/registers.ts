import {
  choice,
  count,
  date,
  defineRegister,
  fields,
  instrument,
  may,
  money,
  personalText,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'

export const notice = instrument('wutai', '五政办发〔2022〕61号')

/** The township's enforcement officers. */
export const officer = may('officer', 'unit')
/** Who decides in the township on a transfer. */
export const head = may('head', 'unit')
/** The county's police, who receive the case. */
export const police = may('police', 'county')
/** The procuratorate, to which copies are filed. */
export const procuratorate = may('procuratorate', 'county')
/** Who looks over all townships. */
export const overseer = may('overseer', 'county')

const readers = [officer, head, may('officer', 'below'), police, procuratorate, overseer]

/** Cases in which a crime is suspected. */
export const suspectedCrimes = defineRegister({
  id: 'suspected-crimes',
  title: '涉嫌犯罪案件台账',
  basis: notice.lines(923, 936),
  fields: fields({
    number: text('案件编号'),
    suspect: personalText('涉案人', 'name'),
    facts: text('案件情况', { help: '时间、地点、行为、涉案货值' }),
    offence: text('涉嫌罪名或者追诉标准'),
    value: money('涉案货值').optional(),
    isObvious: yesNo('现场查获，货值或者情节明显达到刑事追诉标准'),
    reportedBy: text('提出移送报告的执法人员'),
  }),
  key: ['number'],
  access: { read: readers, write: [officer] },
})

/** Goods and traces that belong to such a case. */
export const evidence = defineRegister({
  id: 'evidence',
  title: '涉案物品台账',
  basis: notice.lines(940, 950),
  fields: fields({
    number: text('物品编号'),
    case: reference('案件', suspectedCrimes.id),
    name: text('物品名称'),
    amount: count('数量', '件'),
    isPerishable: yesNo('易腐烂、变质、灭失等不易保管'),
    keptAs: choice('保存方式', { kept: '原物保存', fixed: '已固定证据' }),
    list: text('物品清单编号').optional(),
    photo: text('照片或者其他证明文件').optional(),
    appraisal: text('检验报告或者鉴定意见').optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [officer] },
})

/** The half-yearly meetings with the police. */
export const meetings = defineRegister({
  id: 'joint-meetings',
  title: '联席会议台账',
  basis: notice.lines(976, 978),
  fields: fields({
    number: text('会议编号'),
    heldOn: date('召开日期'),
    convenor: text('召集人', { help: '分管副乡（镇）长' }),
    liaison: text('联络员', { help: '派出所所长' }),
    matters: text('研究事项'),
  }),
  key: ['number'],
  access: { read: readers, write: [officer, head] },
})
