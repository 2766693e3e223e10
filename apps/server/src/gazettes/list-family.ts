import { type Database, foldText, type NoticeHead, searchNotices } from '@luoshi/store'

/** A list that a county keeps and publishes: 五台 五政办发〔2021〕42号第171行. */
export interface FamilyList {
  readonly title: string
  /** Words that its notices have in their titles: every group, one of each. */
  readonly words: readonly (readonly string[])[]
}

/** The lists in the order in which the notice names them. */
export const familyLists: readonly FamilyList[] = [
  { title: '政府部门权责清单', words: [['权责清单', '权力清单']] },
  { title: '重大行政决策事项目录', words: [['重大行政决策']] },
  { title: '证明事项告知承诺目录', words: [['证明事项']] },
  { title: '行政审批中介服务事项清单', words: [['中介服务']] },
  { title: '公共资源交易目录清单', words: [['公共资源交易']] },
  { title: '政府性基金目录清单', words: [['政府性基金']] },
  { title: '涉企行政事业性收费目录清单', words: [['行政事业性收费']] },
  { title: '涉企保证金目录清单', words: [['保证金']] },
  { title: '政府定价的经营服务性收费目录清单', words: [['经营服务性收费']] },
]

/** A list with its versions. */
export interface PublishedFamilyList extends FamilyList {
  /** Notices that publish it, the latest first: the first one holds. */
  readonly versions: readonly NoticeHead[]
  /** Day of the latest; null where it was never published. */
  readonly lastUpdated: string | null
}

const MOST_VERSIONS = 50

/** The lists of a county with every published version of each. */
export function publishedFamilyLists(db: Database, county: string): Promise<PublishedFamilyList[]> {
  return Promise.all(
    familyLists.map(async (list) => {
      const { notices } = await searchNotices(db, { terms: list.words, county, limit: MOST_VERSIONS })
      const versions = notices
        .map(({ head }) => head)
        .filter((head) => isVersion(list, head))
        .sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1))
      return { ...list, versions, lastUpdated: versions[0]?.issuedOn ?? null }
    }),
  )
}

/** A notice is a version where its title names the list and calls it one. */
function isVersion({ words }: FamilyList, { title }: NoticeHead): boolean {
  const folded = foldText(title)
  return /清单|目录/.test(folded) && words.every((group) => group.some((word) => folded.includes(word)))
}
