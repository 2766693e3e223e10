import { landAndPeople } from './land-and-people.ts'
import type { GuideDraft } from './make.ts'
import { trade } from './trade.ts'

export { type CountyPart, type GuideDraft, guideRecord } from './make.ts'

/** A dozen items of the licence lists, written from their laws. The county adds where, when and how to ask. */
export const guideDrafts: readonly GuideDraft[] = [...trade, ...landAndPeople]

/** A package made of them: what a new eating house needs. */
export const packageDrafts = [
  { number: 'YJS-01', name: '开餐饮店“一件事”', guides: ['XK-077-1', 'XK-138-1'], isPublished: true },
  { number: 'YJS-02', name: '开美发店“一件事”', guides: ['XK-100-1', 'XK-138-1'], isPublished: true },
] as const
