import type { Finding } from '../issue.ts'

/** A kind of finding, as `luoshi findings --kinds` prints it. */
export interface FindingKind {
  /** What clerks call it. */
  readonly label: string
  readonly severity: Finding['severity']
  /** What it means, in one sentence. */
  readonly meaning: string
  /** An invented text that has it. */
  readonly example: string
}

/** All kinds of findings, family by family: the one list of them. */
export const findingKinds = {
  'sum-mismatch': {
    label: '合计不符',
    severity: 'error',
    meaning: '表中或文中印出的合计，与各分项相加的结果不一致。',
    example: '购置车辆6辆，其中水罐车3辆、泡沫车1辆、指挥车1辆（三项相加为5辆）。',
  },
  'count-mismatch': {
    label: '数目不符',
    severity: 'error',
    meaning: '文中写明的个数，与实际列出的个数不一致。',
    example: '安排河道整治、水源保护、管网改造项目5个（只列出3个）。',
  },
  'deadline-before-issue': {
    label: '期限早于成文日期',
    severity: 'error',
    meaning: '要求完成的日期在成文日期之前，收文时已经逾期。',
    example: '请于7月1日前报送联络员名单（成文日期为7月9日）。',
  },
  'start-before-issue': {
    label: '起始早于成文日期',
    severity: 'note',
    meaning: '工作或标准的起始日期在成文日期之前，需确认是否追溯执行。',
    example: '新标准从9月1日起执行（成文日期为9月13日）。',
  },
  'summary-before-end': {
    label: '总结早于阶段结束',
    severity: 'error',
    meaning: '要求报送总结的日期，早于所总结阶段的结束日期。',
    example: '集中整治阶段到10月31日结束，总结却要求10月29日前报送。',
  },
  'phase-order': {
    label: '阶段时间衔接有误',
    severity: 'warning',
    meaning: '相邻工作阶段的起止日期重叠、间断或倒置。',
    example: '第一阶段到7月20日结束，第二阶段从7月15日开始。',
  },
  'phase-undated': {
    label: '阶段缺少时间',
    severity: 'warning',
    meaning: '同一方案的各阶段中，有的写明起止时间，有的没有写明。',
    example: '（一）动员部署阶段。（二）集中整治阶段（8月1日至10月31日）。',
  },
  'impossible-date': {
    label: '日期不存在',
    severity: 'error',
    meaning: '文中的日期在日历上不存在，或起止日期前后颠倒。',
    example: '2月30日前完成自查。',
  },
  'insurance-differs': {
    label: '险种前后不一',
    severity: 'warning',
    meaning: '标题和正文写的是一种保险，正文有一处写成另一种。',
    example: '《城乡居民基本医疗保险征收工作方案》中：城乡居民基本养老保险的集中征缴期到12月25日。',
  },
  'year-doubtful': {
    label: '年份疑误',
    severity: 'warning',
    meaning: '一组逐年任务中，某个年份与前后年份明显不相称。',
    example: '2022年建设2座，2013年建设1座，2024年建设1座。',
  },
  'period-missing': {
    label: '缺少起止时间',
    severity: 'warning',
    meaning: '通告禁止或管制某种行为，全文却没有写明起止时间。',
    example: '春节期间在县城禁止燃放烟花爆竹（未写明从哪一日到哪一日）。',
  },
  'annex-missing': {
    label: '附件未印',
    severity: 'error',
    meaning: '正文提到的附件没有随文刊印。',
    example: '工作专班组成人员名单见附件（全文之后没有附件）。',
  },
  'annex-unannounced': {
    label: '附件未提及',
    severity: 'note',
    meaning: '文后印有附件，正文和附件说明都没有提到它。',
    example: '文后印有“附件”一页，正文没有“见附件”字样。',
  },
  'contents-mismatch': {
    label: '目录与正文不符',
    severity: 'error',
    meaning: '目录中的标题、文号或先后次序，与正文不一致，或有一方缺漏。',
    example: '目录写“实施方案”，正文标题写“实施意见”。',
  },
  'page-doubtful': {
    label: '页码疑误',
    severity: 'warning',
    meaning: '按目录页码推算，一篇公文所占页数与其篇幅明显不相称，或页码前后颠倒。',
    example: '五千字的公文只占1页，其后两千字的公文却占15页。',
  },
  'title-mismatch': {
    label: '标题前后不一',
    severity: 'error',
    meaning: '通知标题、印发语中的书名号标题和所附文件自己的标题不一致。',
    example: '标题写“试点工任方案”，正文写《试点工作方案》。',
  },
  'citation-conflict': {
    label: '引文与文号矛盾',
    severity: 'error',
    meaning: '同一标题配了两个文号，或同一文号配了两个标题。',
    example: '《清源县防火办法》先写清政发〔2020〕3号，后写清政发〔2020〕5号。',
  },
  'document-number-form': {
    label: '发文字号不规范',
    severity: 'note',
    meaning: '发文字号的年份没有使用六角括号，或括号、“号”字残缺。',
    example: '清政办发（2021）52号，应为清政办发〔2021〕52号。',
  },
  'undefined-short-title': {
    label: '简称未说明',
    severity: 'note',
    meaning: '书名号内的简称在文中没有“以下简称”的说明，所指不明。',
    example: '不得超出《清单》范围（前文没有说明《清单》是哪一份）。',
  },
  'numbering-gap': {
    label: '序号不连',
    severity: 'warning',
    meaning: '同一层次的序号跳号或重号。',
    example: '一、目标　二、任务　四、要求（缺“三”）。',
  },
  'unclosed-mark': {
    label: '括号引号不成对',
    severity: 'warning',
    meaning: '括号、书名号或引号有前无后或有后无前。',
    example: '14个乡镇)、1个景区。',
  },
  'placeholder-left': {
    label: '占位符未替换',
    severity: 'error',
    meaning: '套用模板时留下的××、XX等占位符没有换成实际内容。',
    example: '附表1：××全程机械化作业监测表。',
  },
  'mixed-width': {
    label: '全角半角混用',
    severity: 'note',
    meaning: '同一篇公文的标点大多用全角，少数汉字之间用了半角，或一对括号前后宽窄不一。',
    example: '（县财政局牵头，县水利局配合)',
  },
  'name-variant': {
    label: '机构名称不统一',
    severity: 'warning',
    meaning: '同一篇公文中，同一机构的全称前后写法不同。',
    example: '前文写县发展和改革局，后文写县发展和改革委员会。',
  },
  'body-name-variant': {
    label: '组织名称不统一',
    severity: 'warning',
    meaning: '同一篇公文中，同一领导小组、指挥部等组织的名称前后写法不同。',
    example: '前文写清洁取暖工作领导小组，后文写清洁取暖领导小组。',
  },
  'member-without-duty': {
    label: '成员单位无任务',
    severity: 'note',
    meaning: '列为领导机构成员的单位，在同一方案的职责分工中没有任务。',
    example: '县气象局为指挥部成员，职责分工中没有县气象局。',
  },
  'duty-without-member': {
    label: '任务单位非成员',
    severity: 'note',
    meaning: '方案多次给某单位分派任务，而该单位不在领导机构成员之列。',
    example: '县水利局有8项任务，领导小组成员中没有县水利局。',
  },
  'duty-missing': {
    label: '任务缺责任单位',
    severity: 'warning',
    meaning: '同一层次的任务绝大多数写明责任单位，个别一项没有写。',
    example: '十二项措施中十一项写明责任单位，第七项没有。',
  },
  'unit-repeated': {
    label: '单位重复列出',
    severity: 'warning',
    meaning: '同一处责任分工中，同一单位列了两次。',
    example: '（县民政局、县财政局、县民政局负责）',
  },
  'post-conflict': {
    label: '人员职务矛盾',
    severity: 'warning',
    meaning: '同一期公报的名单中，同一职务列了两个人，或同一人列了两个不同单位的职务。',
    example: '一份名单写县水利局局长甲某，另一份写县水利局局长乙某。',
  },
  'orphan-marker': {
    label: '责任单位残缺',
    severity: 'error',
    meaning: '责任单位的括注只剩后半截，前面的文字可能整段漏印。',
    example: '单位：县财政局、县水利局）',
  },
  'roster-scrambled': {
    label: '名单错乱',
    severity: 'error',
    meaning: '人员名单分栏串行，姓名与职务无法对应。',
    example: '组长：甲某　副县长　乙某（两栏混在一行）。',
  },
  'duplicate-row': {
    label: '表中重复',
    severity: 'warning',
    meaning: '同一张表中，两行的事项名称相同，或内容完全相同。',
    example: '清单第3项和第40项都是“固定资产投资项目核准”。',
  },
  'duplicate-basis': {
    label: '依据重复或缺失',
    severity: 'warning',
    meaning: '表中某项的依据写成了事项自己的名称，或与内容无关的另一项逐字相同。',
    example: '事项“临时建筑许可”的依据栏又写“临时建筑许可”。',
  },
  'table-damaged': {
    label: '表格错位缺格',
    severity: 'warning',
    meaning: '表中有的行缺格、错格或读不出，有的续表表头与数据错位。',
    example: '续表表头“绩效目标”印在第13栏，数据却在第14栏。',
  },
  'foreign-word': {
    label: '夹杂外文',
    severity: 'error',
    meaning: '中文语句里夹有代替虚词或实词的英文单词，多为识别错误。',
    example: '申请材料and档案材料。',
  },
  'foreign-place': {
    label: '他地文字',
    severity: 'warning',
    meaning: '县级公文中留有只适用于上级或外地的文字，疑为套用时未改。',
    example: '县级方案写“各市政府要制定本地方案”。',
  },
  'doubled-text': {
    label: '文字重复',
    severity: 'warning',
    meaning: '同样的字句紧接着印了两遍，多为排版或换页时重复。',
    example: '县城城镇和社会保障和社会保障局。',
  },
  'lost-text': {
    label: '语句中断',
    severity: 'error',
    meaning: '一段话没有说完就断了，句末没有标点，后面的文字可能漏印或错排到别处。',
    example: '（一）公安部门：负责加（下一条就开始了）。',
  },
  'damaged-text': {
    label: '文字损坏',
    severity: 'error',
    meaning: '文中有无法识别的替代字符、乱码或混入的繁体字。',
    example: '按照□□要求执行。',
  },
  'personal-data': {
    label: '个人信息外露',
    severity: 'error',
    meaning: '公开文本印有手机号码、身份证号或银行账号，应遮盖后再公开。',
    example: '联系人：张某，手机138****0000。',
  },
  'target-conflict': {
    label: '指标前后矛盾',
    severity: 'warning',
    meaning: '同一篇公文中，同一指标同一时间的目标值前后不同。',
    example: '前文到2025年志愿者0.55万人，后表2025年志愿者0.35万人。',
  },
} as const satisfies Readonly<Record<string, FindingKind>>

/** Id of a kind of finding. */
export type FindingKindId = keyof typeof findingKinds

/** How much a kind of finding matters. */
export function severityOf(kind: FindingKindId): Finding['severity'] {
  return findingKinds[kind].severity
}
