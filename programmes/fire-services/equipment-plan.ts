import { plan } from './notices.ts'

/** 类别 of the tables, each with the annex in which it stands. */
export const equipmentGroups = {
  basic: '基本防护',
  special: '特种防护',
  detecting: '侦检器材',
  cordoning: '警戒器材',
  breaking: '破拆器材',
  lifesaving: '救生器材',
  plugging: '堵漏器材',
  transferring: '输转器材',
  decontaminating: '洗消器材',
  lighting: '照明、排烟器材',
  other: '其他器材',
  extinguishing: '灭火器材',
} as const

export type EquipmentGroup = keyof typeof equipmentGroups

/** The years for which the tables plan. */
export const planYears = ['2022', '2023', '2024', '2025'] as const

export type PlanYear = (typeof planYears)[number]

/** What the tables print of a piece of equipment. */
export interface EquipmentRow {
  /** Annex and number: `防护-基本-1` */
  readonly code: string
  readonly line: number
  readonly group: EquipmentGroup
  readonly name: string
  /** 配备标准 as printed, by the kind of station: 2顶/人; 备份: 4:1. */
  readonly standards: Standards
  readonly planned: Readonly<Record<PlanYear, number>>
}

/** Annexes 5 and 6 print a standard and a reserve for two kinds of station, annex 7 one figure for each of four. */
export type Standards =
  | {
      readonly special: readonly [standard: string, reserve: string]
      readonly ordinary: readonly [standard: string, reserve: string]
    }
  | {
      /** Of all rows of a merged cell together. */
      readonly together: readonly string[]
      readonly first: string
      readonly second: string
      readonly small: string
      readonly special: string
    }

type Printed = readonly [
  line: number,
  group: EquipmentGroup,
  name: string,
  one: string,
  two: string,
  three: string,
  four: string,
  y2022: number,
  y2023: number,
  y2024: number,
  y2025: number,
]

// biome-ignore format: one line a row, as in 附表5.
const protective: readonly Printed[] = [
  [898, 'basic', '消防头盔', '2顶/人', '4:1', '2顶/人', '4:1', 0, 30, 30, 0],
  [899, 'basic', '消防员灭火防护服', '2套/人', '2:1', '2套/人', '2:1', 0, 30, 30, 0],
  [900, 'basic', '消防手套', '2副/人', '1:1', '2副/人', '1:1', 0, 30, 30, 0],
  [901, 'basic', '消防安全腰带', '1根/人', '4:1', '1根/人', '4:1', 0, 15, 15, 0],
  [902, 'basic', '消防员灭火防护靴', '2双/人', '2:1', '2双/人', '2:1', 0, 30, 30, 0],
  [903, 'basic', '正压式消防空气呼吸器', '1具/人', '4:1', '1具/人', '4:1', 0, 10, 10, 0],
  [904, 'basic', '佩戴式防爆照明灯', '1个/人', '5:1', '1个/人', '5:1', 0, 20, 20, 15],
  [905, 'basic', '消防员呼救器', '1个/人', '4:1', '1个/人', '4:1', 0, 20, 20, 15],
  [906, 'basic', '方位灯', '*', '-', '*', '-', 0, 0, 10, 0],
  [907, 'basic', '应急逃生自救安全绳', '1套/人', '4:1', '1套/人', '4:1', 0, 15, 15, 0],
  [908, 'basic', '消防腰斧', '1把/人', '5:1', '1把/人', '5:1', 0, 20, 20, 0],
  [909, 'basic', '消防员灭火防护头套', '2个/人', '4:1', '2个/人', '4:1', 0, 20, 20, 20],
  [911, 'basic', '防静电内衣', '2套/人', '-', '2套/人', '-', 0, 50, 0, 40],
  [912, 'basic', '消防护目镜', '1个/人', '4:1', '1个/人', '4:1', 0, 10, 0, 10],
  [913, 'basic', '消防员抢险救援头盔', '1顶/人', '1:1', '1顶/人', '1:1', 0, 0, 20, 20],
  [914, 'basic', '消防员抢险救援手套', '2副/人', '1:1', '2副/人', '1:1', 0, 40, 40, 35],
  [915, 'basic', '消防员抢险救援服', '2套/人', '4:1', '2套/人', '4:1', 0, 30, 30, 30],
  [916, 'basic', '护膝护肘', '2副/人', '4:1', '2副/人', '4:1', 0, 30, 30, 30],
  [917, 'basic', '消防员抢险救援靴', '2双/人', '2:1', '2双/人', '4:1', 0, 30, 30, 30],
  [918, 'basic', '消防员呼救器后场接收装置', '*', '-', '*', '-', 0, 0, 0, 0],
  [919, 'basic', '骨传导通话装置', '1个/2人', '-', '1个/2人', '-', 0, 10, 13, 0],
  [920, 'basic', '手持电台', '1个/人', '-', '1个/人', '-', 0, 15, 15, 15],
  [921, 'basic', '消防员单兵定位装置', '*', '-', '*', '-', 0, 0, 0, 0],
  [923, 'special', '消防员隔热防护服', '4套/班', '2:1', '4套/班', '4:1', 0, 5, 5, 0],
  [924, 'special', '消防员避火防护服', '4套/站', '1:1', '2套/站', '-', 0, 0, 0, 0],
  [925, 'special', '二级化学防护服', '1套/人', '4:1', '8套/站', '-', 0, 3, 1, 2],
  [926, 'special', '一级化学防护服', '16套/站', '-', '4套/站', '-', 0, 2, 1, 1],
  [927, 'special', '特级化学防护服', '4套/站', '-', '*', '-', 0, 0, 0, 0],
  [928, 'special', '核沾染防护服', '*', '-', '-', '-', 0, 0, 0, 0],
  [929, 'special', '化学防护手套', '8副/站', '-', '4副/站', '-', 0, 4, 0, 0],
  [930, 'special', '内置劳动保护手套', '1副/人', '1:1', '1副/人', '1:1', 0, 30, 30, 30],
  [931, 'special', '防高温手套', '8副/站', '-', '4副/站', '-', 0, 2, 0, 2],
  [932, 'special', '消防员防蜂服', '4套/站', '-', '4套/站', '-', 0, 2, 2, 0],
  [933, 'special', '电绝缘装具', '2套/站', '2:1', '2套/站', '-', 0, 1, 0, 0],
  [935, 'special', '防静电服', '12套/站', '-', '4套/站', '-', 0, 1, 1, 2],
  [936, 'special', '消防阻燃毛衣', '1件/人', '4:1', '1件/人', '4:1', 0, 15, 20, 20],
  [937, 'special', '消防员降温背心', '4件/班', '-', '4件/班', '-', 0, 6, 5, 5],
  [938, 'special', '移动供气源', '2套/站', '-', '1套/站', '-', 0, 1, 0, 1],
  [939, 'special', '正压式消防氧气呼吸器', '4具/站', '2:1', '*', '-', 0, 0, 0, 0],
  [940, 'special', '强制送风呼吸器', '4套/站', '-', '*', '-', 0, 0, 0, 0],
  [941, 'special', '消防过滤式综合防毒面具', '1套/2人', '4:1', '*', '-', 0, 0, 0, 0],
  [942, 'special', '潜水装备', '4套/站', '-', '2套/站', '1:1', 0, 1, 1, 0],
  [943, 'special', '消防用救生衣', '1件/人', '2:1', '1件/人', '-', 0, 20, 0, 25],
  [944, 'special', '消防坐式半身安全吊带', '4条/班', '2:1', '2条/班', '2:1', 0, 2, 2, 2],
  [945, 'special', '消防坐式全身安全吊带', '4条/班', '2:1', '2条/班', '2:1', 0, 2, 2, 2],
  [946, 'special', '消防轻型安全绳', '*', '-', '*', '-', 0, 10, 10, 0],
  [947, 'special', '消防通用安全绳', '4根/班', '2:1', '2根/班', '2:1', 0, 2, 2, 2],
  [948, 'special', '消防防坠落辅助部件', '2套/班', '2:1', '2套/班', '2:1', 0, 2, 2, 2],
  [949, 'special', '手提式强光照明灯', '2具/班', '2:1', '2具/班', '2:1', 0, 2, 2, 2],
  [950, 'special', '消防用荧光棒', '4根/人', '-', '4根/人', '-', 0, 20, 20, 15],
  [951, 'special', '水域救援漂浮救生绳(单位:米)', '400m/站', '-', '200m/站', '-', 0, 0, 0, 200],
  [952, 'special', '消防员水域救援防护服', '8套/站', '2:1', '*', '-', 0, 0, 0, 0],
  [953, 'special', '消防员水域救援头盔', '8顶/站', '2:1', '*', '-', 0, 0, 0, 0],
]

// biome-ignore format: one line a row, as in 附表6.
const rescue: readonly Printed[] = [
  [963, 'detecting', '有毒气体检测仪', '2套', '-', '1套', '-', 0, 1, 0, 0],
  [964, 'detecting', '军事毒剂侦检仪', '*', '-', '-', '-', 0, 0, 0, 0],
  [965, 'detecting', '可燃气体检测仪', '2套', '-', '1套', '-', 0, 1, 0, 0],
  [966, 'detecting', '水质分析仪', '*', '-', '-', '-', 0, 0, 0, 0],
  [967, 'detecting', '电子气象仪', '1套', '-', '-', '-', 0, 0, 0, 0],
  [968, 'detecting', '无线复合气体检测仪', '1个', '-', '-', '-', 0, 0, 0, 0],
  [969, 'detecting', '视频生命探测仪', '2套', '-', '-', '-', 0, 0, 0, 1],
  [970, 'detecting', '消防用红外热像仪', '2台', '-', '1台', '-', 0, 0, 1, 0],
  [971, 'detecting', '漏电探测仪', '1个', '-', '-', '-', 0, 0, 0, 0],
  [972, 'detecting', '核放射探测仪', '*', '-', '-', '-', 0, 0, 0, 0],
  [973, 'detecting', '个人辐射剂量仪', '*', '-', '-', '-', 0, 0, 0, 0],
  [974, 'detecting', '电子酸碱测试仪', '1套', '-', '-', '-', 0, 0, 0, 0],
  [975, 'detecting', '测温仪', '2个', '-', '1个', '1个', 0, 0, 1, 0],
  [976, 'detecting', '移动式生物快速侦检仪', '*', '-', '-', '-', 0, 0, 0, 0],
  [977, 'detecting', '激光测距仪', '1个', '-', '-', '-', 0, 0, 0, 0],
  [978, 'detecting', '便携危险化学品检测片', '*', '-', '-', '-', 0, 0, 0, 0],
  [980, 'cordoning', '警戒标志杆', '10根', '-', '-', '-', 0, 0, 0, 0],
  [981, 'cordoning', '锥型事故标志柱', '10根', '-', '-', '-', 0, 0, 0, 0],
  [982, 'cordoning', '隔离警示带', '20盘', '-', '10盘', '4盘', 0, 10, 0, 0],
  [983, 'cordoning', '出入口标志牌', '2组', '-', '-', '-', 0, 0, 0, 0],
  [984, 'cordoning', '危险警示牌', '1套', '-', '1套', '1套', 0, 1, 0, 0],
  [985, 'cordoning', '闪光警示灯', '5个', '-', '2个', '1个', 0, 2, 0, 0],
  [986, 'cordoning', '手持扩音器', '2个', '-', '-', '-', 0, 0, 0, 0],
  [987, 'breaking', '手动破拆工具组', '2套', '-', '2套', '-', 0, 1, 1, 0],
  [988, 'breaking', '液压破拆工具组', '3套', '-', '2套', '-', 0, 0, 1, 1],
  [989, 'breaking', '双轮异向切割机', '*', '-', '-', '-', 0, 0, 0, 0],
  [990, 'breaking', '机动链锯', '1具', '1具', '1具', '1具', 0, 0, 0, 1],
  [991, 'breaking', '无齿锯', '1具', '1具', '1具', '1具', 0, 1, 0, 0],
  [992, 'breaking', '气动切割刀', '*', '-', '-', '-', 0, 0, 0, 0],
  [993, 'breaking', '冲击钻', '*', '-', '-', '-', 0, 0, 0, 0],
  [994, 'breaking', '凿岩机', '*', '-', '-', '-', 0, 0, 0, 0],
  [995, 'breaking', '玻璃破碎器', '1台', '-', '-', '-', 0, 0, 0, 0],
  [996, 'breaking', '手持式钢筋速断器', '*', '-', '-', '-', 0, 2, 0, 0],
  [997, 'breaking', '多功能刀具', '5套', '-', '-', '-', 0, 2, 2, 0],
  [998, 'breaking', '混凝土液压破拆工具组', '1套', '-', '-', '-', 0, 0, 0, 0],
  [999, 'breaking', '液压千斤顶', '*', '-', '-', '-', 0, 0, 0, 0],
  [1000, 'breaking', '便携式汽油金属切割器', '*', '-', '-', '-', 0, 0, 0, 0],
  [1002, 'breaking', '液压开门器', '1套', '-', '1套', '-', 0, 0, 1, 0],
  [1003, 'breaking', '毁锁器', '1套', '-', '1套', '-', 0, 0, 1, 0],
  [1004, 'breaking', '多功能挠钩', '2套', '-', '1套', '1套', 0, 0, 1, 1],
  [1005, 'breaking', '绝缘剪断钳', '2把', '-', '2把', '-', 0, 0, 1, 1],
  [1006, 'breaking', '应急救援金刚石串珠绳锯', '*', '-', '-', '-', 0, 0, 0, 0],
  [1007, 'breaking', '金属弧水陆切割器', '*', '-', '-', '-', 0, 0, 0, 0],
  [1008, 'lifesaving', '躯体固定气囊', '2套', '-', '-', '-', 0, 0, 0, 0],
  [1009, 'lifesaving', '肢体固定气囊', '2套', '-', '-', '-', 0, 0, 0, 0],
  [1010, 'lifesaving', '婴儿呼吸袋', '*', '-', '-', '-', 0, 0, 0, 0],
  [1011, 'lifesaving', '消防过滤式自救呼吸器', '20具', '10具', '20具', '10具', 0, 10, 10, 0],
  [1012, 'lifesaving', '救生照明线', '2盘', '-', '2盘', '-', 0, 0, 1, 0],
  [1013, 'lifesaving', '折叠式担架', '2副', '1副', '-', '-', 0, 0, 0, 0],
  [1014, 'lifesaving', '伤员固定抬板', '3块', '-', '-', '-', 0, 0, 0, 0],
  [1015, 'lifesaving', '多功能担架', '2副', '-', '1副', '-', 0, 1, 0, 0],
  [1016, 'lifesaving', '消防救生气垫', '1套', '-', '-', '-', 0, 0, 0, 0],
  [1017, 'lifesaving', '救生缓降器', '3个', '1个', '3个', '1个', 0, 1, 1, 1],
  [1018, 'lifesaving', '灭火毯', '*', '-', '-', '-', 0, 0, 0, 0],
  [1019, 'lifesaving', '医药急救箱', '1个', '1个', '1个', '1个', 0, 0, 1, 0],
  [1020, 'lifesaving', '医用简易呼吸器', '*', '-', '-', '-', 0, 0, 0, 0],
  [1021, 'lifesaving', '气动起重气垫', '2套', '-', '1套', '-', 0, 0, 1, 0],
  [1022, 'lifesaving', '救援支架', '1组', '-', '1组', '-', 0, 0, 0, 1],
  [1023, 'lifesaving', '救生抛投器', '1套', '-', '1具', '-', 0, 0, 0, 1],
  [1024, 'lifesaving', '机动橡皮舟', '*', '-', '-', '-', 0, 0, 0, 0],
  [1026, 'lifesaving', '敛尸袋', '20个', '-', '-', '-', 0, 0, 0, 0],
  [1027, 'lifesaving', '救生软梯', '2具', '-', '-', '-', 0, 0, 0, 0],
  [1028, 'lifesaving', '自喷荧光漆', '20罐', '-', '-', '-', 0, 0, 0, 0],
  [1029, 'lifesaving', '电源逆变器', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1030, 'lifesaving', '支撑保护套具', '2套', '-', '1套', '-', 0, 0, 1, 0],
  [1031, 'lifesaving', '稳固保护附件', '2套', '-', '1套', '-', 0, 0, 1, 0],
  [1032, 'lifesaving', '人员转移椅', '*', '-', '-', '-', 0, 0, 0, 0],
  [1033, 'plugging', '外封式堵漏袋', '1套', '-', '-', '-', 0, 0, 0, 0],
  [1034, 'plugging', '捆绑式堵漏袋', '1套', '-', '-', '-', 0, 0, 0, 1],
  [1035, 'plugging', '下水道阻流袋', '2个', '-', '-', '-', 0, 0, 0, 2],
  [1036, 'plugging', '金属堵漏套管', '1套', '-', '1套', '-', 0, 0, 0, 1],
  [1037, 'plugging', '堵漏枪', '*', '-', '-', '-', 0, 0, 0, 0],
  [1038, 'plugging', '阀门堵漏工具', '*', '-', '-', '-', 0, 0, 0, 0],
  [1039, 'plugging', '注入式堵漏工具', '1组', '-', '1组', '-', 0, 0, 0, 1],
  [1040, 'plugging', '磁压式堵漏工具', '1组', '-', '*', '-', 0, 0, 0, 0],
  [1041, 'plugging', '木制堵漏楔', '2套', '1套', '1套', '-', 0, 0, 0, 0],
  [1042, 'plugging', '气动堵漏吸盘', '*', '-', '-', '-', 0, 0, 0, 0],
  [1043, 'plugging', '无火花工具', '2套', '-', '1套', '-', 0, 1, 0, 1],
  [1044, 'transferring', '手动隔膜抽吸泵', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1045, 'transferring', '防爆输转泵', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1046, 'transferring', '粘稠液体抽吸泵', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1048, 'transferring', '排污泵', '*', '-', '-', '-', 0, 0, 0, 0],
  [1049, 'transferring', '有毒物质密封桶', '3个', '-', '-', '-', 0, 0, 0, 0],
  [1050, 'transferring', '围油栏', '1组', '-', '-', '-', 0, 0, 0, 0],
  [1051, 'transferring', '吸附垫', '2箱', '1箱', '-', '-', 0, 0, 2, 0],
  [1052, 'transferring', '集污袋', '2只', '-', '-', '-', 0, 0, 0, 0],
  [1053, 'decontaminating', '公众洗消站', '1套', '-', '-', '-', 0, 0, 0, 0],
  [1054, 'decontaminating', '单人洗消帐篷', '1套', '-', '-', '-', 0, 0, 0, 0],
  [1055, 'decontaminating', '简易洗消喷淋器', '1套', '-', '-', '-', 0, 0, 0, 0],
  [1056, 'decontaminating', '强酸、碱洗消器', '1具', '-', '-', '-', 0, 0, 0, 0],
  [1057, 'decontaminating', '强酸、碱清洗剂（单位：ml）', '1000ml', '-', '-', '-', 0, 0, 0, 0],
  [1058, 'decontaminating', '生化洗消装置', '*', '-', '-', '-', 0, 0, 0, 0],
  [1059, 'decontaminating', '三合一强氧化洗消粉（单位：kg）', '500g', '-', '-', '-', 0, 0, 0, 0],
  [1060, 'decontaminating', '三合二洗消剂（单位：kg）', '1kg', '-', '-', '-', 0, 0, 0, 0],
  [1061, 'decontaminating', '有机磷降解酶（单位：kg）', '2kg', '-', '-', '-', 0, 0, 0, 0],
  [1062, 'decontaminating', '消毒粉（单位：kg）', '1kg', '-', '-', '-', 0, 0, 0, 0],
  [1063, 'lighting', '移动式排烟机', '2台', '-', '1台', '-', 0, 1, 0, 0],
  [1064, 'lighting', '坑道小型空气输送机', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1065, 'lighting', '移动照明灯组', '1套', '-', '2套', '-', 0, 0, 0, 1],
  [1066, 'lighting', '移动发电机', '2台', '-', '1台', '-', 0, 0, 1, 0],
  [1067, 'lighting', '排烟机器人', '*', '-', '-', '-', 0, 0, 0, 0],
  [1068, 'lighting', '大型水力排烟机', '2台', '-', '-', '-', 0, 0, 0, 0],
  [1069, 'other', '大流量移动消防炮', '2门', '2门', '-', '-', 0, 0, 2, 0],
  [1070, 'other', '空气充填泵', '1台', '-', '1套', '-', 0, 0, 0, 1],
  [1072, 'other', '防化服清洗烘干机', '1组', '-', '-', '-', 0, 0, 0, 0],
  [1073, 'other', '折叠式救援梯', '1具', '-', '-', '-', 0, 0, 0, 0],
  [1074, 'other', '水幕水带（单位：米）', '100m', '-', '100m', '-', 0, 0, 0, 1],
  [1075, 'other', '消防灭火机器人', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1076, 'other', '高倍数泡沫发生器', '1个', '-', '-', '-', 0, 0, 0, 0],
  [1077, 'other', '消防移动储水装置', '1个', '-', '1个', '-', 0, 0, 1, 0],
  [1078, 'other', '多功能消防水枪', '10支', '5支', '10支', '5支', 0, 5, 5, 0],
  [1079, 'other', '直流水枪', '10支', '5支', '6支', '3支', 0, 6, 0, 0],
  [1080, 'other', '移动细水雾灭火装置', '*', '-', '-', '-', 0, 0, 0, 0],
  [1081, 'other', '消防面罩超声波清洗机', '1台', '-', '-', '-', 0, 0, 0, 0],
  [1082, 'other', '灭火救援指挥箱', '1套', '-', '*', '-', 0, 0, 0, 0],
  [1083, 'other', '单兵图像传输设备', '1套', '-', '1套', '-', 0, 1, 0, 0],
  [1084, 'other', '消防员单兵图侦系统', '*', '-', '*', '-', 0, 0, 0, 0],
  [1085, 'other', '消防用浅水域水下搜救机器人', '*', '-', '-', '-', 0, 0, 0, 0],
  [1086, 'other', '防爆型消防侦察机器人', '*', '-', '-', '-', 0, 0, 0, 0],
  [1087, 'other', '中压分水器', '2个', '-', '2个', '-', 0, 2, 0, 0],
  [1088, 'other', '异型异径接口', '2组', '-', '2组', '-', 0, 0, 2, 0],
  [1089, 'other', '消防水带带压堵漏装置', '2套', '-', '2套', '-', 0, 0, 2, 0],
  [1090, 'other', '大流量远程供水系统', '*', '-', '-', '-', 0, 0, 0, 0],
  [1091, 'other', '移车器', '4只', '-', '4只', '-', 0, 2, 2, 0],
  [1092, 'other', '消防用小型飞行器', '*', '-', '*', '-', 0, 0, 0, 0],
  [1093, 'other', '穿刺式破拆水枪', '-', '-', '1支', '-', 0, 0, 1, 0],
  [1094, 'other', '转角水枪', '-', '-', '2支', '-', 0, 0, 1, 1],
]

/** The cells of a standard that spans several rows are printed on the first of them. */
// biome-ignore format: one line a row, as in 附表7.
const extinguishing: readonly Printed[] = [
  [1103, 'extinguishing', '机动消防泵（手台泵）', '2台', '2台', '2台', '3台', 0, 2, 0, 1],
  [1104, 'extinguishing', '机动消防泵（浮艇泵）', '', '', '', '', 0, 0, 1, 0],
  [1105, 'extinguishing', '移动式水带卷盘', '2个', '2个', '2个', '3个', 0, 1, 1, 1],
  [1106, 'extinguishing', '移动式水带槽', '', '', '', '', 0, 1, 1, 0],
  [1107, 'extinguishing', '移动式消防炮（移动）', '3门', '2门', '2门', '3门', 0, 1, 0, 0],
  [1108, 'extinguishing', '移动式消防炮（自摆）', '', '', '', '', 0, 0, 1, 0],
  [1109, 'extinguishing', '移动式消防炮（遥控）', '', '', '', '', 0, 0, 0, 1],
  [1110, 'extinguishing', '泡沫比例混合器', '2套', '2套', '2套', '2套', 0, 0, 1, 1],
  [1111, 'extinguishing', '泡沫液桶', '', '', '', '', 0, 0, 1, 1],
  [1112, 'extinguishing', '泡沫枪', '', '', '', '', 0, 0, 1, 1],
  [1113, 'extinguishing', '二节拉梯', '3架', '2架', '2架', '3架', 0, 1, 1, 1],
  [1114, 'extinguishing', '三节拉梯', '2架', '1架', '1架', '2架', 0, 1, 1, 0],
  [1115, 'extinguishing', '挂钩梯', '3架', '2架', '2架', '3架', 0, 1, 1, 1],
  [1116, 'extinguishing', '低压水带（单位：盘）', '100盘', '60盘', '60盘', '140盘', 0, 40, 30, 30],
  [1117, 'extinguishing', '中压水带（单位：盘）', '25盘', '25盘', '25盘', '50盘', 0, 10, 10, 5],
]

const annexes = { protective: '防护', rescue: '救援', extinguishing: '灭火' } as const

function rowOf(annex: keyof typeof annexes, number: number, printed: Printed, standards: Standards) {
  const [line, group, name, , , , , y2022, y2023, y2024, y2025] = printed
  const part =
    annex === 'protective' ? `${annexes[annex]}-${group === 'basic' ? '基本' : '特种'}` : annexes[annex]
  const planned = { '2022': y2022, '2023': y2023, '2024': y2024, '2025': y2025 }
  return { code: `${part}-${number}`, line, group, name, standards, planned } satisfies EquipmentRow
}

function twoKinds(annex: 'protective' | 'rescue', rows: readonly Printed[]): readonly EquipmentRow[] {
  const seen = new Map<string, number>()
  return rows.map((printed) => {
    const [, group, , special, specialReserve, ordinary, ordinaryReserve] = printed
    const counted = annex === 'protective' ? group : annex
    const number = (seen.get(counted) ?? 0) + 1
    seen.set(counted, number)
    return rowOf(annex, number, printed, {
      special: [special, specialReserve],
      ordinary: [ordinary, ordinaryReserve],
    })
  })
}

function fourKinds(rows: readonly Printed[]): readonly EquipmentRow[] {
  const heads = rows.map(
    (_, index) => rows.slice(0, index + 1).findLast(([, , , one]) => one !== '') ?? rows[0],
  )
  return rows.map((printed, index) => {
    const head = heads[index] ?? printed
    const [, , , first, second, small, special] = head
    const together = rows.filter((_, other) => heads[other] === head).map(([, , name]) => name)
    return rowOf('extinguishing', index + 1, printed, { together, first, second, small, special })
  })
}

/** The 53 + 127 + 15 pieces of equipment of 附表5 to 7. */
export const equipmentRows: readonly EquipmentRow[] = [
  ...twoKinds('protective', protective),
  ...twoKinds('rescue', rescue),
  ...fourKinds(extinguishing),
]

export const equipmentByCode = new Map(equipmentRows.map((row) => [row.code, row]))

/** The line of a row. */
export const lineOf = ({ line }: Pick<EquipmentRow, 'line'>) => plan.lines(line)

/** Every piece of equipment as it is chosen. */
export const equipmentChoices: Readonly<Record<string, string>> = Object.fromEntries(
  equipmentRows.map(({ code, group, name }) => [code, `${name}（${equipmentGroups[group]}）`]),
)
