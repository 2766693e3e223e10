import {
  date,
  defineProcedure,
  defineRegister,
  defineStocktake,
  fields,
  gap,
  longText,
  reference,
  text,
} from '@luoshi/kernel'
import { communities, communityName, communityNameRule, communityNames } from './communities.ts'
import { notice, owners, readers, township, validity } from './notice.ts'

/** What a committee lets its owners know each year. */
const publicationShape = {
  income: longText('业主共有部分经营与收益'),
  fundUse: longText('维修资金使用'),
  spending: longText('经费开支'),
}

/** 业委会年度公布 */
export const publications = defineRegister({
  id: 'publications',
  title: '业委会年度信息公布台账',
  basis: notice.lines(2401),
  fields: fields({
    number: text('公布编号'),
    community: reference('小区', communities.id),
    year: text('年度', { help: '如2022' }),
    ...publicationShape,
    communityName: communityName.optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [owners, township] },
})

export const publishing = defineProcedure({
  id: 'publishing',
  title: '业委会年度信息公布',
  basis: notice.lines(2401),
  ...validity,
  register: publications.id,
  subject: publications.fields,
  access: { read: readers },
  lookups: { communityNames },
  opening: {
    title: '起草公布信息',
    by: [owners, township],
    basis: notice.lines(2401),
    computes: { communityName: communityNameRule.id },
  },
  initial: 'drafted',
  states: {
    drafted: {
      title: '待公布',
      on: {
        publish: {
          title: '向业主公布',
          to: 'published',
          by: [owners, township],
          basis: notice.lines(2401),
          input: fields({ publishedOn: date('公布日期') }),
        },
      },
    },
    published: {
      title: '公布中',
      rests: true,
      disclosure: {
        title: '业委会年度信息',
        basis: notice.lines(2401),
        duration: gap('公布多久没有写明，撤下以前一直公布', notice.lines(2401)),
        places: ['小区公示栏'],
        shows: ['communityName', 'year', 'income', 'fundUse', 'spending', 'publishedOn'],
        clear: [],
        after: [],
      },
      on: {
        close: {
          title: '撤下',
          to: 'closed',
          by: [owners, township],
          basis: notice.lines(2401),
          needsReason: true,
        },
      },
    },
    closed: { title: '已公布', final: 'completed', on: {} },
  },
  limits: {},
})

/** Every committee that was there in a year has published that year. */
export const yearlyPublication = defineStocktake({
  id: 'yearly-publication',
  title: '业委会上年信息公布',
  basis: notice.lines(2401),
  register: communities.id,
  beside: [publications.id],
  count(records, { today }, { publications: all = [] } = {}) {
    const year = String(Number(today.slice(0, 4)) - 1)
    const due = records.filter(
      ({ state, data }) =>
        state === 'delivered' &&
        data['committee'] !== 'none' &&
        String(data['committeeOn'] ?? '').slice(0, 4) <= year,
    )
    if (due.length === 0)
      return { says: `${year}年没有应公布的业委会（物管会）。`, isMet: null, findings: [] }
    const shown = new Set(
      all
        .filter(({ state, data }) => state !== 'drafted' && data['year'] === year)
        .map(({ data }) => data['community']),
    )
    const missing = due.filter(({ data }) => !shown.has(data['number']))
    return {
      says: `${year}年应公布的业委会（物管会）${due.length}个，没有公布的${missing.length}个。`,
      isMet: missing.length === 0,
      findings: missing.map(({ data }) => ({
        name: String(data['name']),
        message: `${String(data['township'] ?? '')}，没有公布${year}年共有部分收益、维修资金使用和经费开支。`,
      })),
    }
  },
})
