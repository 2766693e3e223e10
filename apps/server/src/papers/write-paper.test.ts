import { createHash } from 'node:crypto'
import { clearFieldsOf, type Paper, type PaperContent, type Programme, paperContent } from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../inputs/docx-text.ts'
import { readPdf } from '../inputs/pdf-text.ts'
import { formatsOf } from './formats.ts'
import { writePaper } from './write-paper.ts'

const deepTillage = programmes.find(({ id }) => id === 'deep-tillage') as Programme

const facts = {
  unit: '县农机中心',
  county: '五寨县',
  case: 'W-1',
  number: null,
  date: '2022-09-20',
  reason: null,
}
const writing = { made: new Date('2022-09-20T09:00:00+08:00'), fontFolder: null }

const work = {
  township: '三岔镇',
  village: '上坪村',
  place: '三岔镇上坪村东梁',
  workedOn: '2022-08-30',
  area: '12.5',
  depth: '26',
  operatorName: '丰穗农机专业合作社',
  driver: '王满仓',
  driverContact: '13800005678',
  farmer: '李田喜',
  farmerContact: '13900001234',
}
const payment = {
  payee: '丰穗农机专业合作社',
  account: '6222000011112222',
  contact: '13800005678',
  place: '五寨县三岔镇上坪村',
  area: '0.1',
  rate: '30',
  amount: '3',
}

function contentOf(paper: Paper, clear: readonly string[] | null, count = 2): PaperContent {
  const schema = deepTillage.registers.find(({ id }) => id === paper.register)?.fields
  if (schema === undefined) throw new Error(paper.id)
  const record = paper.register === 'payments' ? payment : work
  const records = Array.from({ length: count }, (_, index) => ({ ...record, area: `${index}.1` }))
  const places = { 省: '山西省', 市: '忻州市', 县: '五寨县' }
  return paperContent(paper, { schema, records, facts, places, clear })
}

async function textsOf(content: PaperContent): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const format of formatsOf(content.form)) {
    const file = await writePaper(content, format, writing)
    if (file === null) throw new Error(format)
    expect(file.missing).toEqual([])
    const read = {
      pdf: async () => (await readPdf(file.bytes)).text,
      docx: async () => (await readDocx(file.bytes)).text,
      xlsx: async () => (await readSheet(Buffer.from(file.bytes))).flat().map(String).join('\n'),
    }
    texts[format] = await read[format]()
  }
  return texts
}

const without = (text: string) => text.replaceAll(/[\s　]/g, '')

/** Columns of the forms, as the notice prints them. */
const printed: Record<string, string> = {
  'monitored-sheet':
    '序号|乡(镇)|村|作业面积(亩)|作业质量(厘米)|农机户、农机服务组织名称|作业机手(签字)|机手联系方式',
  'manual-sheet':
    '序号|农户姓名|作业地点|作业时间|作业面积(亩)|作业质量(厘米)|农户签字|农户联系方式|作业机手签字|作业机手联系方式',
  'payment-detail': '序号|支付对象|账号|联系方式|作业面积(亩)|补助标准(元/亩)|补助金额(元)',
  'payment-summary':
    '序号|补助对象|作业地点（细化到县乡村）|联系方式|作业面积（亩）|补助标准（元/亩）|补助金额（元）',
}

describe('the four forms of deep tillage', () => {
  it('[wuzhai-2022-zbf29.7] print with exactly their columns, as DOCX, PDF and XLSX', async () => {
    expect(deepTillage.papers.map(({ id }) => id)).toEqual(Object.keys(printed))
    for (const paper of deepTillage.papers) {
      const headings = printed[paper.id]?.split('|') ?? []
      const content = contentOf(paper, null)
      const sheet = await writePaper(content, 'xlsx', writing)
      const rows = await readSheet(Buffer.from(sheet?.bytes ?? []))
      expect(rows.find(([first]) => first === '序号')).toEqual(headings)
      const { docx = '', pdf = '' } = await textsOf(content)
      const head = docx.slice(docx.indexOf('<tr>'), docx.indexOf('</tr>'))
      expect([...head.matchAll(/<t[dh]>(.*?)<\/t[dh]>/g)].map(([, cell]) => cell)).toEqual(headings)
      // A heading may be broken over two lines of its cell; each part stands there whole.
      for (const part of headings.flatMap((heading) => heading.split(/(?=[(（])/))) {
        expect(without(pdf)).toContain(part.slice(0, 4))
      }
      expect(without(pdf)).toContain(paper.title)
    }
  })

  it('have their blanks, exact sum, places to stamp and copies', async () => {
    const paper = deepTillage.papers.find(({ id }) => id === 'payment-detail') as Paper
    for (const text of Object.values(await textsOf(contentOf(paper, null)))) {
      const whole = without(text)
      for (const part of ['合计', '1.2', '县农机化主管部门（盖章）', '县财政部门（盖章）', '留存：']) {
        expect(whole).toContain(part)
      }
      expect(whole).toMatch(/山西省.*忻州市.*五寨县/)
      expect(whole).toContain('6222000011112222')
    }
  })

  it('[wuzhai-2022-zbf29.8] have a version for the public that shows no telephone and no account', async () => {
    for (const paper of deepTillage.papers) {
      const texts = await textsOf(contentOf(paper, clearFieldsOf(paper)))
      for (const text of Object.values(texts)) {
        const whole = without(text)
        expect(whole).not.toMatch(/1[38]\d{9}|6222\d{12}/)
      }
      for (const format of ['pdf', 'xlsx']) expect(texts[format]).toContain('公开版：个人信息已遮盖。')
    }
    const [monitored, manual] = deepTillage.papers as readonly [Paper, Paper]
    expect(Object.values(await textsOf(contentOf(monitored, clearFieldsOf(monitored)))).join()).toContain(
      '138****5678',
    )
    expect(without((await textsOf(contentOf(manual, clearFieldsOf(manual))))['docx'] ?? '')).toContain(
      '李田喜',
    )
  })

  it('go over several pages with their headings on each', async () => {
    const [paper] = deepTillage.papers as readonly [Paper]
    const { pdf = '' } = await textsOf(contentOf(paper, null, 60))
    expect(pdf.match(/机手联系方式/g)?.length).toBeGreaterThan(2)
    expect(without(pdf)).toContain('—3—')
  })
})

describe('a file', () => {
  it('is the same whenever it is written', async () => {
    const [paper] = deepTillage.papers as readonly [Paper]
    const digests = async () => {
      const content = contentOf(paper, null)
      const files = await Promise.all(
        (['docx', 'pdf'] as const).map((format) => writePaper(content, format, writing)),
      )
      return files.map((file) =>
        createHash('sha256')
          .update(file?.bytes ?? '')
          .digest('hex'),
      )
    }
    expect(await digests()).toEqual(await digests())
  })

  it('names the faces of official papers, and what stands in where they are not installed', async () => {
    const [paper] = deepTillage.papers as readonly [Paper]
    const file = await writePaper(contentOf(paper, null), 'docx', writing)
    const parts = unzipSync(file?.bytes ?? new Uint8Array())
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    expect(xml('word/document.xml')).toContain('w:eastAsia="方正小标宋简体"')
    expect(xml('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    expect(xml('docProps/core.xml')).toContain('2022-09-20T01:00:00Z')
  })
})
