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
