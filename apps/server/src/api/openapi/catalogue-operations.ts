import { listOf, type Operation, ref } from './operation.ts'

const catalogues = '/api/v1/{county}/programmes/{programme}/catalogues'
const tag = '清单'
const on = {
  name: 'on',
  description: '哪一天的，如2026-03-02；不写为今天',
  schema: { type: 'string', format: 'date' },
}

/** Published lists: on any day, what their keepers should look at, the laws they rest on. */
export const catalogueOperations: readonly Operation[] = [
  {
    method: 'get',
    path: catalogues,
    id: 'listCatalogues',
    summary: '一项制度的清单',
    tag,
    answers: { status: 200, schema: listOf('CatalogueSummary') },
  },
  {
    method: 'get',
    path: `${catalogues}/{catalogue}`,
    id: 'readCatalogue',
    summary: '一份清单在某一天的样子、各版本和历次调整',
    tag,
    query: [on],
    answers: { status: 200, schema: ref('CatalogueView') },
  },
  {
    method: 'get',
    path: `${catalogues}/{catalogue}/checks`,
    id: 'checkCatalogue',
    summary: '清单校核：序号和依据、与上级清单和专项清单一致、逐项齐全',
    tag,
    query: [on],
    answers: { status: 200, schema: ref('CatalogueChecksView') },
  },
  {
    method: 'post',
    path: `${catalogues}/{catalogue}/versions/readings`,
    id: 'readListVersion',
    summary: '把一张表格读作清单的新版本，与现行版本比较，不保存',
    description:
      '登过公报的，以JSON写文号和第几张表；其他的，以表单（multipart/form-data）发送表格文件，from 和 replaces 写在文件之前。公布用 administration/list-versions 流程：先拟定，再由另一人公布。',
    tag,
    sent: { kind: 'json', schema: ref('ListTableBody') },
    answers: { status: 200, schema: ref('ListReadingView') },
  },
  {
    method: 'get',
    path: `${catalogues}/{catalogue}/versions/tables`,
    id: 'listTables',
    summary: '一份已公布的文件里的表格',
    tag,
    query: [{ name: 'document', description: '文号', schema: { type: 'string' } }],
    answers: { status: 200, schema: listOf('ListTableView') },
  },
  {
    method: 'get',
    path: `${catalogues}/{catalogue}/versions`,
    id: 'listListVersions',
    summary: '拟定和公布过的新版本',
    tag,
    answers: { status: 200, schema: listOf('ListVersionView') },
  },
  {
    method: 'get',
    path: `${catalogues}/{catalogue}/versions/{id}`,
    id: 'compareListVersion',
    summary: '一个拟定或公布了的新版本与前一版的差异',
    tag,
    answers: { status: 200, schema: ref('ListReadingView') },
  },
  {
    method: 'get',
    path: '/api/v1/{county}/programmes/{programme}/stocktakes',
    id: 'readStocktakes',
    summary: '条款对台账整体的要求和现在的情况',
    tag: '台账',
    answers: { status: 200, schema: ref('StocktakesView') },
  },
  {
    method: 'get',
    path: '/api/v1/{county}/laws/{law}',
    id: 'readResting',
    summary: '各份清单中以一部法律法规为依据的事项',
    tag,
    query: [{ name: 'article', description: '只要引用这一条的，如第七条', schema: { type: 'string' } }],
    answers: { status: 200, schema: ref('RestingView') },
  },
]
