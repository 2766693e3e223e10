/**
 * Units told by the form of their names (…局, …办, …中心, 各乡（镇）人民政府), for places whose units are not
 * known beforehand.
 */

/** Words that names of units, and of groups of units, end in. */
const endings = [
  '局|厅|署|委|办|部|处|科|室|股|组|队|站|所|段|院|馆|台|厂|场|园|校|社|中心|专班|指挥部|机关|公司|集团',
  '委员会|管委会|常委会|居委会|村委会|专委会|协会|学会|商会|联合会|总会|基金会|工会|红十字会|贸促会|理事会',
  '政府|乡|镇|村|街道|办事处|区|县|市|省|州|盟|旗|苏木|嘎查|各地|人大|政协|党组|妇联|残联|科协|文联|侨联|工商联|社科联',
  '银行|支行|分行|中支|邮政|电力|移动|联通|电信|铁塔|烟草|石油|石化|燃气|煤矿|小学|中学|大学|海关',
  '部门|单位|机构|企业|成员|主体|团体|系统|有关方面|各方|组织|站点|两委[”"]?',
].join('|')
const unitEnding = new RegExp(`(?:${endings})$`)
const lastOfEnding = new Set(
  endings
    .replace(/\[.*?\]\?/g, '')
    .split('|')
    .map((ending) => ending.at(-1))
    .concat('”', '"'),
)

/** Words that end like a unit's name and are none. */
const commonWord = /(?:社会|市场|平台|现场|会场|场所|阶段|手段|时段|全部|内部|外部|干部|好处|到处|小组长)$/

/** Words that merely stand for units: they name none by themselves. */
const bareGroup = /^(?:部门|单位|机构|企业|成员|主体|团体|系统|组织|机关|政府)$/

/** Signs of a sentence, which no unit's name has. */
const sentenceSign = /[。！？；;:：]|按照|根据|为了|应当|必须|不得|要求|加强|推进|开展/

/** Longest name that is still taken for one; longer runs are sentences or lists that lost their separators. */
const longestName = 48

const bracketLast = new Set('）)〉>》]］')
const bracketedEnd = /[（(〈<《[［][^）)〉>》\]］]*[）)〉>》\]］]$/

/** Whether a text has the form of a unit's name or of a group of units (各有关单位). */
export function looksLikeUnit(printed: string): boolean {
  if (printed.length < 2 || printed.length > longestName) return false
  const bare = bracketLast.has(printed.charAt(printed.length - 1))
    ? printed.replace(bracketedEnd, '')
    : printed
  if (!lastOfEnding.has(bare.charAt(bare.length - 1))) return false
  if (bareGroup.test(printed) || sentenceSign.test(printed)) return false
  return unitEnding.test(bare) && !commonWord.test(bare)
}

/** Fields of work that end like names of places or units: 县农业农村和水利局, 县机关和事业单位保险局. */
const fieldOfWork = /(?:农村|乡村|城乡|城镇|园区|机关|港区|林区|库区)$/
const conjunctionBoundary = new RegExp(`(?:${endings}|[）)〉>])$`)

/**
 * Whether a name can end before a 和 or 及: 县水利局 | 和 | 各乡镇 is two names, 县发展 | 和 | 改革局 is one, and so
 * is 县政府 | 和 | 社会资本合作中心.
 */
export function isNameBeforeConjunction(before: string, after: string): boolean {
  if (before.length < 2 || after.startsWith('社会')) return false
  if (commonWord.test(before) || fieldOfWork.test(before)) return false
  return conjunctionBoundary.test(before) && looksLikeUnit(after)
}
