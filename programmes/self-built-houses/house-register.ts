import {
  choice,
  count,
  date,
  defineRegister,
  fields,
  files,
  listOf,
  longText,
  measure,
  personalText,
  phone,
  text,
  yesNo,
} from '@luoshi/kernel'
import { houseReaders, township, village } from './access.ts'
import { notice } from './notice.ts'
import { competentUnit, place } from './places.ts'

/** Whether business is carried on in a house. */
export const uses = { business: '经营性自建房', other: '其他自建房' } as const

/** Where houses stand, in the order in which they are looked at: first in town, then in the country. */
export const zones = {
  'urban-village': '城区：城中村',
  fringe: '城区：城乡结合部',
  resettlement: '城区：安置区',
  'around-schools': '城区：学校医院周边',
  industrial: '城区：工业园区',
  'urban-other': '城区：其他地区',
  seat: '农村：乡（镇）政府驻地村',
  community: '农村：乡（镇）范围内的农村社区',
  'around-works': '农村：大型厂矿企业周边',
  village: '农村：一般村',
} as const

/** How safe a house looks to those who go from door to door. */
export const grades = { safe: '安全', general: '一般安全隐患', severe: '严重安全隐患' } as const

/** What an institute found. */
export const conclusions = {
  none: '尚未鉴定',
  qualified: '鉴定合格',
  repair: '存在隐患，需要整治',
  collapse: '存在结构倒塌风险，危及公共安全',
} as const

export const acceptances = { none: '尚未验收', passed: '整治验收合格' } as const
export const certificates = { none: '没有', held: '已取得' } as const
export const restrictions = { none: '没有限制', sealed: '停用封房', stopped: '停用疏散' } as const
export const hazardMarks = { none: '没有发现', found: '发现隐患' } as const
export const priorities = { first: '重点排查', ordinary: '一般' } as const

/** What may be unlawful about a house. */
export const offences = {
  unapproved: '未取得土地、规划、建设等手续擅自建设',
  extended: '违规加建、改建、扩建',
  approved: '违法违规审批',
  'load-bearing': '改变承重结构装修',
  'changed-use': '擅自改变房屋用途',
  dug: '非法开挖地下空间',
} as const

export const use = choice('房屋类别', uses)
export const zone = choice('所在区域', zones)
export const grade = choice('初步判定', grades)
export const conclusion = choice('鉴定结论', conclusions)
export const acceptance = choice('整治验收', acceptances)
export const certificate = choice('房屋安全鉴定合格证明', certificates)
export const restriction = choice('使用限制', restrictions)
export const hazardMark = choice('安全隐患', hazardMarks)
export const priority = choice('排查重点', priorities)
export const routePlace = count('排查顺序', '位')
export const unlawful = listOf('违法违规情况', choice('违法违规情况', offences))

/** By what business premises come first. */
export const features = {
  storeys: count('建筑层数', '层'),
  span: measure('最大跨度', '米'),
  isComplex: yesNo('结构形式复杂'),
  isExtended: yesNo('加建、改建、扩建过'),
  isConverted: yesNo('住宅改门店'),
  isCrowded: yesNo('人员密集'),
}

/** Every self-built house of the county, each with its file. */
export const houses = defineRegister({
  id: 'houses',
  title: '自建房台账',
  basis: notice.lines(1440, 1456),
  fields: fields({
    number: text('房屋编号'),
    where: text('建设地点'),
    village: text('村（社区）'),
    owner: personalText('产权人（使用人）', 'name'),
    contact: phone('联系电话').optional(),
    use,
    place,
    zone,
    ...features,
    priority,
    routePlace,
    competentUnit,
    conclusion,
    acceptance,
    certificate,
    restriction,
    hazardMark,
  }),
  key: ['number'],
  calledBy: ['number', 'village'],
  access: { read: houseReaders, write: [township, village] },
})

const lacking = {
  land: '用地',
  planning: '规划',
  construction: '建设',
  fire: '消防',
  equipment: '设施设备',
} as const

/** What is written down at the door, in the order of the plan: the sheet of a house. */
export const survey = {
  surveyedOn: date('排查日期'),
  land: text('土地性质', { help: '如国有、集体' }),
  area: measure('建筑面积', '平方米'),
  builtIn: text('建造年代', { help: '如1998年' }),
  builtBy: text('设计建造方式'),
  structure: text('结构类型', { help: '如砖木、砖混、框架' }),
  isInHazardZone: yesNo('位于地质灾害易发区'),
  isSiteHazardous: yesNo('场地周边存在安全隐患'),
  isSlopeStable: yesNo('边坡稳定'),
  hasDrawing: yesNo('有设计图'),
  isDesignerQualified: yesNo('由具有资质的专业单位设计'),
  isBuilderQualified: yesNo('由具有资质的施工单位或者培训合格的工匠建设'),
  structuralHazards: listOf(
    '结构隐患',
    choice('结构隐患', { foundation: '地基基础', superstructure: '上部结构', slabs: '预制板房' }),
  ),
  isDilapidated: yesNo('年久失修'),
  isFacadeLoose: yesNo('外装修、保温层、线条、牌匾、贴面有脱落危险'),
  equipment: choice('电梯等特种设备', { none: '没有', fit: '符合安全要求', unfit: '不符合安全要求' }),
  isDecorationToxic: yesNo('使用有毒易燃建筑装饰材料'),
  isMaterialUnfit: yesNo('使用不合格的建筑材料'),
  lacking: listOf('缺少的手续', choice('缺少的手续', lacking)),
  unlawful,
  photos: files('照片', { mediaTypes: ['image/jpeg', 'image/png'] }).optional(),
}

/** What is written down besides where business is carried on. */
export const businessSurvey = {
  permits: longText('经营许可办理情况').optional(),
  priorAppraisal: text('已有的房屋安全鉴定').optional(),
  isFireFit: yesNo('消防设施按要求配置并能正常使用').optional(),
  areExitsClear: yesNo('安全疏散通道和安全出口畅通').optional(),
  isWiringFit: yesNo('电气、燃气设备和线路管路符合要求').optional(),
  usesBottledGas: yesNo('餐饮场所违规使用瓶装液化气').optional(),
}
