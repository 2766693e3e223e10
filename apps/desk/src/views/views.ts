import type { ComponentType } from 'react'

/** A screen of its own that a programme adds where lists and forms are not enough: a board, a map, a chart. */
export interface ProgrammeView {
  /** ASCII, unique in its programme; the last word of its address. */
  readonly id: string
  readonly title: string
  /** Loads it, when it is opened and not before. */
  readonly load: () => Promise<ComponentType<ViewProps>>
}

/** What every view is told. */
export interface ViewProps {
  readonly programme: string
}

/** What every programme with a published list has. */
const ofLists: readonly ProgrammeView[] = [
  { id: 'lists', title: '清单', load: async () => (await import('./lists/lists.tsx')).Lists },
  {
    id: 'list-checks',
    title: '清单校核',
    load: async () => (await import('./lists/list-checks.tsx')).ListChecks,
  },
  {
    id: 'list-versions',
    title: '清单新版本',
    load: async () => (await import('./lists/list-versions.tsx')).ListVersions,
  },
]

/** What every programme has whose notice asks something of its registers as a whole. */
const ofStocktakes: ProgrammeView = {
  id: 'stocktakes',
  title: '成效核对',
  load: async () => (await import('./stocktakes/stocktakes.tsx')).Stocktakes,
}

/** The views, by the id of the programme to which they belong. One entry here is all that a new view needs. */
const viewsByProgramme: Readonly<Record<string, readonly ProgrammeView[]>> = {
  enforcement: [
    {
      id: 'cockpit',
      title: '执法监督看板',
      load: async () => (await import('./enforcement/cockpit.tsx')).Cockpit,
    },
    {
      id: 'year',
      title: '执法年度数据',
      load: async () => (await import('./enforcement/year.tsx')).Year,
    },
  ],
  supervision: [
    { id: 'board', title: '督办看板', load: async () => (await import('./supervision/board.tsx')).Board },
    {
      id: 'orders',
      title: '公报要求与落实',
      load: async () => (await import('./supervision/orders.tsx')).Orders,
    },
    {
      id: 'matrix',
      title: '乡镇任务表',
      load: async () => (await import('./supervision/matrix.tsx')).Matrix,
    },
    {
      id: 'duties',
      title: '任务清单',
      load: async () => (await import('./supervision/duty-list.tsx')).DutyList,
    },
    { id: 'unit', title: '机构任务', load: async () => (await import('./supervision/unit.tsx')).UnitDuties },
    {
      id: 'rereading',
      title: '公报重读差异',
      load: async () => (await import('./supervision/rereading.tsx')).Rereading,
    },
    {
      id: 'arrange',
      title: '拆分与合并',
      load: async () => (await import('./supervision/arrange.tsx')).Arrange,
    },
    {
      id: 'circular',
      title: '起草通报',
      load: async () => (await import('./supervision/new-circular.tsx')).NewCircular,
    },
  ],
  'wuzhai-licences': ofLists,
  'wutai-licences': ofLists,
  'township-powers': ofLists,
  'delegated-penalties': ofLists,
  'rule-making-bodies': ofLists,
  plastics: ofLists,
  reservoirs: ofLists,
  services: [ofStocktakes],
  'gas-safety': [ofStocktakes],
  'rural-road-safety': [ofStocktakes],
  'fireworks-ban': [ofStocktakes],
  'forest-fires': [ofStocktakes, ...ofLists],
  'clean-heating': [ofStocktakes],
  'fire-services': [ofStocktakes, ...ofLists],
  'approval-linkage': [ofStocktakes],
  'cross-region-services': [ofStocktakes],
  'promise-projects': [ofStocktakes, ...ofLists],
  relics: ofLists,
  'rural-houses': [ofStocktakes],
  arrears: [ofStocktakes],
  'medical-insurance': [ofStocktakes],
  'information-disclosure': [ofStocktakes],
  'grid-compensation': ofLists,
  'pooled-funds': [ofStocktakes, ...ofLists],
  'self-built-houses': [ofStocktakes, ...ofLists],
  'digital-government': [ofStocktakes],
  'property-management': [ofStocktakes],
  grassland: [ofStocktakes, ...ofLists],
  'testing-centre': [ofStocktakes],
}

/** The views of a programme; none for most. */
export function viewsOf(programme: string): readonly ProgrammeView[] {
  return viewsByProgramme[programme] ?? []
}
