/**
 * Units told by the form of their names (…局, …办, …中心, 各乡（镇）人民政府), for places whose units are not
 * known beforehand.
 */

/** Words that names of units, and of groups of units, end in. */
const endings = [
  '局|厅|署|委|办|委办|办公室|委员会|管委会|常委会|居委会|村委会|工委|团委|党委|纪委|监委|政法委',
  '部|宣传部|统战部|组织部|武装部|本部|党校|党组|人大|政协|法院|检察院|机关',
  '政府|公署|街道|街道办|办事处|乡镇|镇乡|乡|镇|村|社区|村居|苏木|嘎查|园区|景区|开发区|示范区|新区|高新区|林区|矿区|管理区',
  '中心|站|所|处|科|室|股|段|队|大队|支队|总队|中队|组|小组|专班|指挥部|专委会|工作队|监管组',
  '公司|集团|厂|电厂|煤矿|银行|支行|分行|营业部|联社|信用社|合作社|供销社|联合社|邮政|电力|移动|联通|电信|铁塔|烟草|石油|石化|燃气',
  '学校|小学|中学|大学|学院|院校|幼儿园|医院|卫生院|院|馆|台|电视台|报社|融媒体|社|场|林场|农场|站点|园|校',
  '协会|学会|商会|联合会|总会|基金会|工会|总工会|妇联|残联|科协|文联|侨联|工商联|社科联|红十字会|贸促会|理事会',
  '部门|单位|机构|企业|成员|主体|团体|系统|有关方面|各方|组织',
  '县|市|省|州|盟|旗|区|县区|市区|县市|各地',
].join('|')
const unitEnding = new RegExp(`(?:${endings})$`)

/** Words that merely stand for units: they name none by themselves. */
const bareGroup = /^(?:部门|单位|机构|企业|成员|主体|团体|系统|组织|机关|政府|社会)$/

/** Signs of a sentence, which no unit's name has. */
const sentenceSign = /[。！？；;:：“”"]|按照|根据|为了|应当|必须|不得|要求|加强|推进|开展/

/** Longest name that is still taken for one; longer runs are sentences or lists that lost their separators. */
export const LONGEST_UNIT_NAME = 48

const bracketedEnd = /[（(〈<《[［][^）)〉>》\]］]*[）)〉>》\]］]$/

/** Whether a text has the form of a unit's name or of a group of units (各有关单位). */
export function looksLikeUnit(printed: string): boolean {
  if (printed.length < 2 || printed.length > LONGEST_UNIT_NAME) return false
  if (bareGroup.test(printed) || sentenceSign.test(printed)) return false
  return unitEnding.test(printed) || unitEnding.test(printed.replace(bracketedEnd, ''))
}

const conjunctionBoundary = new RegExp(`(?:${endings}|[）)〉>])$`)

/**
 * Whether a name can end before a 和 or 及: 县水利局 | 和 | 各乡镇 is two names, 县发展 | 和 | 改革局 is one, and so
 * is 县政府 | 和 | 社会资本合作中心.
 */
export function isNameBeforeConjunction(before: string, after: string): boolean {
  if (before.length < 2 || after.startsWith('社会')) return false
  if (/(?:社会|干部|内部|全部|机关|学校)$/.test(before)) return false
  return conjunctionBoundary.test(before) && looksLikeUnit(after)
}
