export { type Application, materialStates } from './applications.ts'
export {
  badLevels,
  channels,
  itemTypes,
  type Satisfaction,
  satisfactions,
  serviceObjects,
} from './code-lists.ts'
export { caseTables, type ForeignCase } from './foreign-cases.ts'
export { formOf, materialsAsked, questionName, waivedBecause } from './form.ts'
export { type Guide, type GuideMaterial, materialSources, type Question, specialKinds } from './guides.ts'
export { type GuideDraft, guideDrafts, guideRecord, packageDrafts } from './items/index.ts'
export { type CountedMatter, type LevelRates, type Matter, ratesByLevel } from './matters.ts'
export { type Merged, mergedForm, type Package } from './packages.ts'
export { services } from './programme.ts'
export { isBad, type Rating, ratableShare, ratingChannels, transferRate } from './ratings.ts'
export { type Asker, type TakenIn, takenIn } from './take-in.ts'
