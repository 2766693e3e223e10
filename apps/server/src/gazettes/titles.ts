import type { Instrument } from '@luoshi/gazette'

/** A document number's parts: 五政办发〔2021〕42号 is 五政办发, 2021, 42. */
export function numberParts(docNumber: string | null): {
  series: string | null
  year: number | null
  serial: number | null
} {
  const found = /^(.+?)〔(\d{4})〕(?:第)?(\d{1,6})号$/.exec(docNumber ?? '')
  if (found === null) return { series: null, year: null, serial: null }
  return { series: found[1] ?? null, year: Number(found[2]), serial: Number(found[3]) }
}

const attachedKinds =
  /(实施细则|实施方案|工作方案|行动方案|行动计划|方案|规划|计划|预案|办法|细则|规定|标准|清单|机制|要点|意见|指标|目标)(?:（[^）]*）)?》?的通知$/
const printedKinds =
  /(通知|意见|决定|通告|公告|通报|批复|函|报告|请示|命令|令|纪要|办法|规定|方案|规划|细则)(?:（[^）]*）)?$/

/** Of what kind a document is: what a notice hands out, else what it calls itself. */
export function documentKind(title: string): string {
  const attached = /印发|公布/.test(title) ? attachedKinds.exec(title)?.[1] : undefined
  return attached ?? printedKinds.exec(title)?.[1] ?? '其他'
}

/** What a document is about, without issuer, county, year, brackets and the words around it. */
export function matterOf(
  { title, issuer }: Pick<Instrument, 'title' | 'issuer'>,
  county: string | null,
): string {
  let matter = issuer !== null && title.startsWith(issuer) ? title.slice(issuer.length) : title
  if (county !== null) matter = matter.replaceAll(county, '')
  return matter
    .replace(/^关于/, '')
    .replace(/^(?:印发|转发|公布|调整|下达)/, '')
    .replace(/的通知$/, '')
    .replace(/\d{4}年度?|（[^）]*）|\([^)]*\)|[全我]县/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
