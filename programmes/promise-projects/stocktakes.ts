import { defineStocktake, type Stocktake } from '@luoshi/kernel'
import { notice } from './items.ts'
import { projects } from './project.ts'
import { rankedProjects } from './ranking.ts'

/** 按季排队通报 */
const ranking = defineStocktake({
  id: 'ranking',
  title: '项目推进排队',
  basis: notice.lines(432),
  register: projects.id,
  count(records) {
    const ranked = rankedProjects(records)
    return {
      says: ranked.length === 0 ? '还没有项目。' : `${ranked.length}个项目，按走到的环节和所用的天数排。`,
      isMet: null,
      findings: ranked.map(({ place, name, state, days }) => ({
        name: `第${place}名 ${name}`,
        message: `${state}，自列入起${days}天。`,
      })),
    }
  },
})

/** What the notice asks of all projects together. */
export const stocktakes: readonly Stocktake[] = [ranking]
