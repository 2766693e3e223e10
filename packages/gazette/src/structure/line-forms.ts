import { readFullDate } from '../mentions/dates.ts'
import { readDocumentNumber } from '../mentions/document-numbers.ts'

/** What a single clean line looks like, by the forms of official papers (GB/T 9704-2012). */

const datePattern =
  /^[（(]?(?:\d{4}|[〇○ОO零一二三四五六七八九0]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,3}|[一二三四五六七八九十]{1,3})日[）)]?$/

/** 成文日期 on a line of its own, as an ISO date. */
export function readDateLine(text: string): string | null {
  if (text.length > 20 || !/[日）)]/.test(text.charAt(text.length - 1))) return null
  return datePattern.test(text) ? readFullDate(text) : null
}

/** A document number on a line of its own. */
export function readNumberLine(text: string): string | null {
  if (text.length > 48 || text.length < 3) return null
  if (text.includes('签发人')) return readDocumentNumber(text.replace(signerPattern, ''))
  if (!/[号）)]/.test(text.charAt(text.length - 1))) return null
  const serial = readSerialLine(text)
  if (serial !== null) return serial
  return text.includes('号') ? readDocumentNumber(text) : null
}

/** 签发人：某某, printed behind the number of a paper that goes upwards. */
const signerPattern = /签发人[：:].{0,16}$/

/** 第32号 or （2021年第3号） on a line of its own, without brackets. */
export function readSerialLine(text: string): string | null {
  const match = text.length > 16 ? null : serialPattern.exec(text)
  return match === null ? null : (match[1] ?? null)
}

const serialPattern = /^[（(]?((?:\d{4}年)?第(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,6})号)[）)]?$/

/** （此件公开发布） and its like. */
export function isPublicationNote(text: string): boolean {
  if (text.length > 24 || !'（('.includes(text.charAt(0))) return false
  return /^[（(](?:此件|本件|此文).{0,16}[）)]$/.test(text)
}

/** A name of a government, office or other unit alone on a line. */
export function isIssuerLine(text: string): boolean {
  if (text.length < 4 || text.length > 40 || !issuerLast.test(text.charAt(text.length - 1))) return false
  if (/[，。；：！？、,;:《》]/.test(text)) return false
  return issuerEnd.test(text)
}

const issuerLast = /[府室厅会部组委局署处]/
const issuerEnd =
  /(?:人民政府|政府|办公室|办公厅|委员会|常委会|常务委员会|指挥部|领导小组|党委|党工委|[县市省区旗州]委|局|厅|署|管委会|街道办事处)$/

/** 县长　某某: office and name of who signs an order. */
export function isSignatoryLine(text: string): boolean {
  return (
    text.length <= 16 &&
    /^(?:代)?(?:省长|市长|县长|区长|州长|盟长|旗长|主席|主任|局长|镇长|乡长)[:：]?[\u4e00-\u9fff·]{2,10}$/.test(
      text,
    )
  )
}

/** 主送机关: a list of units that ends in a colon. */
export function isAddresseesLine(text: string): boolean {
  if (text.length > longestAddressees || !/[：:]/.test(text.charAt(text.length - 1))) return false
  return isAddresseesStart(text)
}

/** What may be the first line of a 主送机关 that runs over several. */
export function isAddresseesStart(text: string): boolean {
  return !isSignatoryLine(text) && !notAddressees.test(text) && addresseesStart.test(text)
}

const longestAddressees = 400
const notAddressees =
  /[。；;？！《]|各位代表|同志们|如下|现将|现就|根据|为了|通过|研究|按照|依据|决定|特此|附件|责任|时限|分工|职责|组长|成员[：:]|^[一二三四五六七八九十\d（(]/
const addresseesStart =
  /^(?:各|全|县|市|省|区|州|旗|镇|乡|驻|有关|相关|本|国务院|中央|中省|机关|[\u4e00-\u9fff]{2,16}(?:政府|局|委|办|厅|公司|中心|单位|部门|镇|乡|街道|管委会))/

const sentenceEnd = '。；！？：;!?:'
const closingQuotes = '”"’』」'

/** A line that closes a paragraph: its last character ends a sentence, a list item or an announcement. */
export function endsSentence(text: string): boolean {
  const last = text.charAt(text.length - 1)
  if (last === '') return false
  if (sentenceEnd.includes(last)) return true
  return text.length > 1 && closingQuotes.includes(last) && sentenceEnd.includes(text.charAt(text.length - 2))
}

/** A unit's name with the date behind it on one line: 某县人民政府　2021年7月7日. */
export function splitSignatureLine(text: string): { issuer: string; issuedOn: string } | null {
  if (text.length > longestSignature || !text.endsWith('日')) return null
  const dateAt = text.search(/(?:\d{4}|[二〇○ОO零一三四五六七八九]{4})年/)
  const issuer = dateAt > 0 ? text.slice(0, dateAt) : ''
  const issuedOn = isIssuerLine(issuer) ? readDateLine(text.slice(dateAt)) : null
  return issuedOn === null ? null : { issuer, issuedOn }
}

const longestSignature = 60

/** （2023年7月27日某县人大常委会第十次会议通过）: the date on which a meeting passed what stands below. */
export function readPassedOn(text: string): string | null {
  const match = passedPattern.exec(text)
  return match === null ? null : readFullDate(match[1] ?? '')
}

const passedPattern =
  /^[（(](\d{4}年\d{1,2}月\d{1,2}日)[^。；]{4,80}(?:通过|批准|修订|修正)[^。；]{0,80}[）)]$/

/** Text compared without spaces, brackets' widths and quotation marks. */
export function foldTitle(text: string): string {
  return text
    .replace(/[\s《》〈〉<>“”"'‘’「」]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/，/g, ',')
    .replace(/：/g, ':')
}

/** 版记: 抄送 and the line that says who printed it when. */
export function isImprintLine(text: string): boolean {
  if ('抄主印分'.includes(text.charAt(0)) && /^[抄主印分][送报][：:]/.test(text)) return true
  return text.length <= 60 && /[印发]/.test(text.charAt(text.length - 1)) && /\d{1,2}日印发?$/.test(text)
}

/** What a web page prints below a document. */
export function isWebTail(text: string): boolean {
  if (text.length > 60) return false
  return /^(?:【?字体[：:]|上一[篇条]|下一[篇条]|分享到|【?打印|【?关闭|返回顶部|(?:主办|承办|技术支持|版权所有)(?:单位)?[：:]|版权所有|网站标识码|相关链接|责任编辑|扫一扫)/.test(
    text,
  )
}
