import { citeText } from '@luoshi/kernel'
import { type Database, type NoticeHead, type PublicTable, publicTables } from '@luoshi/store'
import type { PublishedList } from '../catalogues/published-lists.ts'
import { debtsOf } from '../gazettes/debt.ts'
import { countyName } from '../gazettes/prepare-issue.ts'
import { DOCX_TYPE } from '../papers/write-paper.ts'
import {
  allDutiesWorkbookAddress,
  deadlinesWorkbookAddress,
  downloadAddress,
  noticeAddress,
  publishedListAddress,
  tableAddress,
} from './addresses.ts'

/** A set of data that anyone may take along. */
export interface Dataset {
  readonly title: string
  readonly description: string
  readonly publisher: string
  readonly issued: string | null
  readonly page: string
  readonly files: readonly { readonly href: string; readonly format: keyof typeof mediaTypes }[]
}

const MOST_TABLES = 5000

/** Every table of every published notice, the lists over all of them, and each issue as data. */
export async function datasetsOf(
  db: Database,
  issues: readonly { county: string; key: string; title: string }[],
  lists: readonly PublishedList[],
): Promise<Dataset[]> {
  const tables = await publicTables(db, MOST_TABLES)
  const counties = [...new Set(issues.map(({ county }) => county))]
  const debts = await Promise.all(counties.map(async (county) => ({ county, of: await debtsOf(db, county) })))
  return [
    {
      title: '各单位任务',
      description: '公报里每一项责任标记：单位、角色、任务、期限和出处。',
      publisher: '落实',
      issued: null,
      page: '/units',
      files: [{ href: allDutiesWorkbookAddress, format: 'XLSX' }],
    },
    {
      title: '期限',
      description: '公报里每一个日期、周期和时限，和出处。',
      publisher: '落实',
      issued: null,
      page: '/deadlines',
      files: [{ href: deadlinesWorkbookAddress, format: 'XLSX' }],
    },
    ...lists.flatMap(listDataset),
    ...debts.flatMap(({ county, of }) => (of.length === 0 ? [] : [debtDataset(county)])),
    ...issues.map(issueDataset),
    ...tables.map(tableDataset),
  ]
}

/** A list in the version that holds: none where it is not published. */
function listDataset(list: PublishedList): Dataset[] {
  const { catalogue, version, county } = list
  if (version === null) return []
  const page = publishedListAddress(list)
  return [
    {
      title: `${catalogue.title}${version.name === undefined ? '' : `（${version.name}）`}`,
      description: `${version.items.length} 项，依据${citeText(version.basis)}。`,
      publisher: `${countyName(county)}人民政府`,
      issued: version.from,
      page,
      files: (['csv', 'json', 'xlsx', 'docx', 'pdf'] as const).map((format) => ({
        href: `${page}.${format}`,
        format: format.toUpperCase() as Dataset['files'][number]['format'],
      })),
    },
  ]
}

function debtDataset(county: string): Dataset {
  return {
    title: `${countyName(county)}政府债务`,
    description: '限额、余额、发行、品种、期限、利率、偿还计划和偿债资金来源，逐期。',
    publisher: `${countyName(county)}人民政府`,
    issued: null,
    page: `/${county}/debt`,
    files: [
      { href: `/${county}/debt.csv`, format: 'CSV' },
      { href: `/${county}/debt.json`, format: 'JSON' },
    ],
  }
}

function issueDataset(issue: { county: string; key: string; title: string }): Dataset {
  return {
    title: issue.title,
    description: '整期公报的结构化数据。',
    publisher: `${countyName(issue.county)}人民政府`,
    issued: null,
    page: `/${issue.county}/issues/${encodeURIComponent(issue.key)}`,
    files: [
      { href: downloadAddress(issue, 'json'), format: 'JSON' },
      { href: downloadAddress(issue, 'akn'), format: 'XML' },
    ],
  }
}

function tableDataset({ by, number, title, rows }: PublicTable): Dataset {
  const href = tableAddress(by, number)
  return {
    title: `${title}（${by.docNumber ?? by.title}）`,
    description: `${by.title}的表，${rows} 行。`,
    publisher: publisherOf(by),
    issued: by.issuedOn,
    page: href,
    files: (['csv', 'json', 'xlsx'] as const).map((format) => ({
      href: `${href}.${format}`,
      format: format.toUpperCase() as 'CSV' | 'JSON' | 'XLSX',
    })),
  }
}

function publisherOf({ issuer, county }: NoticeHead): string {
  return issuer ?? `${countyName(county)}人民政府`
}

const mediaTypes = {
  CSV: 'text/csv',
  JSON: 'application/json',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  XML: 'application/akn+xml',
  DOCX: DOCX_TYPE,
  PDF: 'application/pdf',
} as const

/** The catalogue as DCAT 3 in JSON-LD. */
export function dcatCatalogue(site: string, datasets: readonly Dataset[]): Record<string, unknown> {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${site}/catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': '政府公报数据目录', '@language': 'zh-CN' },
    'dct:language': 'zh-CN',
    'foaf:homepage': { '@id': `${site}/` },
    'dcat:dataset': datasets.map(({ title, description, publisher, issued, page, files }) => ({
      '@id': `${site}${page}`,
      '@type': 'dcat:Dataset',
      'dct:title': { '@value': title, '@language': 'zh-CN' },
      'dct:description': { '@value': description, '@language': 'zh-CN' },
      'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher },
      ...(issued === null ? {} : { 'dct:issued': { '@value': issued, '@type': 'xsd:date' } }),
      'dcat:landingPage': { '@id': `${site}${page}` },
      'dcat:distribution': files.map(({ href, format }) => ({
        '@id': `${site}${href}`,
        '@type': 'dcat:Distribution',
        'dcat:accessURL': { '@id': `${site}${page}` },
        'dcat:downloadURL': { '@id': `${site}${href}` },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[format]}` },
        'dct:format': format,
      })),
    })),
  }
}

/** Addresses of all pages that do not change by what is asked, for those who list the site. */
export function sitemap(site: string, paths: readonly { path: string; day: string | null }[]): string {
  const urls = paths.map(
    ({ path, day }) =>
      `<url><loc>${site}${path}</loc>${day === null ? '' : `<lastmod>${day}</lastmod>`}</url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

/** A notice in the list of addresses. */
export function noticePath(head: NoticeHead): { path: string; day: string | null } {
  return { path: noticeAddress(head), day: head.issuedOn }
}
