import { listOf, listParameters, type Operation, type Parameter, ref, WORKBOOK } from './operation.ts'

const anyFile = 'application/octet-stream'
const file = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: anyFile } },
  required: ['file'],
}

const asOf: Parameter = {
  name: 'at',
  description: '查当时的情况，如2026-03-02T09:00:00+08:00',
  schema: { type: 'string', format: 'date-time' },
}

const tallyParameters: readonly Parameter[] = [
  { name: 'by', description: '按什么统计，至多三项，用逗号隔开；不写的按机构', schema: { type: 'string' } },
  { name: 'sum', description: '合计哪些数，用逗号隔开', schema: { type: 'string' } },
  { name: 'tally', description: '制度已定的统计表的编号', schema: { type: 'string' } },
  ...listParameters.filter(({ name }) => name === 'state' || name === 'closed'),
]

/**
 * What can be done with any procedure, where another path of the document does not say it more exactly.
 *
 * @param base address of the procedure
 */
export function caseOperations(base: string): readonly Operation[] {
  const one = `${base}/cases/{id}`
  const tag = '办件'
  return [
    {
      method: 'get',
      path: one,
      id: 'readCase',
      summary: '一件的全部：内容、期限、能办什么、为什么不能、文书、公示',
      tag,
      query: [asOf],
      answers: { status: 200, schema: ref('CaseView') },
    },
    {
      method: 'get',
      path: `${one}/history`,
      id: 'readHistory',
      summary: '办理记录：谁在何时办了什么，改了什么，依据和判定',
      tag,
      answers: { status: 200, schema: listOf('HistoryEntry') },
    },
    {
      method: 'get',
      path: `${one}/references`,
      id: 'readReferences',
      summary: '这一件写明了哪些台账中的记录，哪些台账和办件写明属于这一件',
      tag,
      answers: { status: 200, schema: ref('ReferencesView') },
    },
    {
      method: 'post',
      path: `${one}/corrections`,
      id: 'correctCase',
      summary: '更正：写明要改的内容和理由，原来的留在记录里',
      tag,
      sent: { kind: 'json', schema: ref('CorrectBody') },
      answers: { status: 200, schema: ref('DoneView') },
      isVersioned: true,
      isRepeatable: true,
    },
    {
      method: 'post',
      path: `${one}/reveal`,
      id: 'revealCase',
      summary: '查看个人信息原文：写明用途，查看会留下记录',
      tag,
      sent: { kind: 'json', schema: ref('RevealBody') },
      answers: { status: 200, schema: ref('RevealView') },
    },
    {
      method: 'get',
      path: `${one}/papers/{sequence}/{file}`,
      id: 'readPaper',
      summary: '下载文书（docx、pdf、xlsx）',
      tag,
      answers: { status: 200, schema: anyFile },
    },
    {
      method: 'get',
      path: `${base}/papers/{file}`,
      id: 'readListPaper',
      summary: '按列表的条件生成登记表等表格（docx、pdf、xlsx），一条一行',
      tag,
      answers: { status: 200, schema: anyFile },
    },
    {
      method: 'get',
      path: `${one}/dossier.pdf`,
      id: 'readDossier',
      summary: '下载整卷（PDF）：目录、全部文书、证据清单、办理记录',
      tag,
      answers: { status: 200, schema: anyFile },
    },
    {
      method: 'get',
      path: `${one}/dossier.zip`,
      id: 'readArchive',
      summary: '下载整卷归档（ZIP）：逐个文件的国密SM3摘要和签名，可用 luoshi file verify 在系统外核对',
      tag,
      answers: { status: 200, schema: anyFile },
    },
    {
      method: 'get',
      path: `${one}/files/{digest}`,
      id: 'readFile',
      summary: '下载附件',
      tag,
      answers: { status: 200, schema: anyFile },
    },
    {
      method: 'get',
      path: '/api/v1/{county}/programmes/{programme}/comparisons/{comparison}',
      id: 'readComparison',
      summary: '信息比对：两本台账逐条对照，一致的、只有一方有的、不一致的、重复的',
      tag,
      query: [
        { name: 'match', description: '只列这种结果的', schema: { type: 'string' } },
        { name: 'offset', description: '从第几行起', schema: { type: 'integer' } },
      ],
      answers: { status: 200, schema: ref('ComparisonView') },
    },
    {
      method: 'get',
      path: '/api/v1/{county}/programmes/{programme}/comparisons/{comparison}/rows.xlsx',
      id: 'exportComparison',
      summary: '信息比对的全部结果（xlsx）',
      tag,
      answers: { status: 200, schema: WORKBOOK },
    },
    {
      method: 'get',
      path: `${base}/tally`,
      id: 'tally',
      summary: '统计：按机构、内容、时间计数和合计，也可用列表的筛选条件',
      tag,
      query: tallyParameters,
      answers: { status: 200, schema: ref('TallyView') },
    },
    {
      method: 'get',
      path: `${base}/tally.xlsx`,
      id: 'tallyWorkbook',
      summary: '统计表（表格）',
      tag,
      query: tallyParameters,
      answers: { status: 200, schema: WORKBOOK },
    },
    {
      method: 'get',
      path: `${base}/what-if`,
      id: 'readTryOptions',
      summary: '可以试算的规则、参数和数',
      tag,
      answers: { status: 200, schema: ref('WhatIfOptionsView') },
    },
    {
      method: 'post',
      path: `${base}/what-if`,
      id: 'tryValues',
      summary: '试算：参数换成别的值，哪些办件的判定和金额会变',
      tag,
      sent: { kind: 'json', schema: ref('WhatIfBody') },
      answers: { status: 200, schema: ref('WhatIfView') },
    },
    {
      method: 'post',
      path: `${base}/files`,
      id: 'sendFile',
      summary: '上传附件，之后在办理时写上它的摘要',
      tag,
      sent: { kind: 'form', schema: file },
      answers: { status: 201, schema: ref('FileView') },
    },
    {
      method: 'post',
      path: `${base}/sources/{source}`,
      id: 'readSource',
      summary: '读入别的系统导出的文件：先看量算的结果，写明 confirm=yes 的登记',
      tag,
      sent: {
        kind: 'form',
        schema: {
          type: 'object',
          properties: {
            asked: { type: 'string', description: '另填的各项，JSON' },
            unit: { type: 'string', description: '机构编码' },
            confirm: { type: 'string', enum: ['yes'] },
            file: { type: 'string', contentMediaType: anyFile },
          },
          required: ['file'],
        },
      },
      answers: { status: 200, schema: ref('SourcePreviewView') },
    },
    {
      method: 'post',
      path: `${base}/imports`,
      id: 'startImport',
      summary: '导入表格，逐行核对',
      tag,
      sent: {
        kind: 'form',
        schema: {
          ...file,
          properties: {
            mode: { type: 'string', enum: ['all-or-nothing', 'good-rows'] },
            unit: { type: 'string' },
            ...file.properties,
          },
        },
      },
      answers: { status: 202, schema: ref('ImportView') },
    },
    {
      method: 'get',
      path: `${base}/imports`,
      id: 'listImports',
      summary: '列出自己的导入',
      tag,
      answers: { status: 200, schema: listOf('ImportView') },
    },
    {
      method: 'get',
      path: `${base}/imports/template.xlsx`,
      id: 'readImportTemplate',
      summary: '下载导入用的空表',
      tag,
      answers: { status: 200, schema: WORKBOOK },
    },
    {
      method: 'get',
      path: `${base}/imports/{import}`,
      id: 'readImport',
      summary: '导入到了哪一步，结果怎样',
      tag,
      answers: { status: 200, schema: ref('ImportView') },
    },
    {
      method: 'get',
      path: `${base}/imports/{import}/report.xlsx`,
      id: 'readImportReport',
      summary: '下载导入报告',
      tag,
      answers: { status: 200, schema: WORKBOOK },
    },
    {
      method: 'post',
      path: `${base}/imports/{import}/cancel`,
      id: 'cancelImport',
      summary: '停止导入',
      tag,
      answers: { status: 200, schema: ref('ImportView') },
    },
  ]
}
