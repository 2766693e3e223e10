import type { Application, HandedIn } from './applications.ts'
import { answersOf } from './form.ts'
import type { Guide, GuideMaterial } from './guides.ts'

/** Who asks, as a form gives it. */
export type Asker = Pick<Application, 'kind' | 'applicant' | 'contact'> &
  Partial<
    Pick<Application, 'idNumber' | 'creditCode' | 'address' | 'agent' | 'agentContact' | 'authorisation'>
  >

/** What is handed in with an application besides its form. */
export interface TakenIn {
  readonly number: string
  readonly channel: Application['channel']
  /** The unit at whose window it was taken in; absent for one that came online. */
  readonly takenAt?: string
  readonly bundle?: string
  readonly asker: Asker
  /** Answers by the names of the form's fields, as `formOf` has them. */
  readonly filled: Readonly<Record<string, unknown>>
  /** How each material that is asked for came, by name; one that is not named is missing. */
  readonly handedIn: Readonly<Record<string, 'original' | 'upload' | 'promise'>>
  readonly documents?: Application['documents']
}

/** An application as a case begins with it: everything that the guide says is taken from the guide. */
export function takenIn(guide: Guide, given: TakenIn): Application {
  const { number, channel, takenAt, bundle, asker, filled, handedIn, documents } = given
  const materials = guide.materials
    .filter(({ name, isRequired }) => isRequired || handedIn[name] !== undefined)
    .map((material) => handedInAs(material, handedIn[material.name]))
  return {
    number,
    guide: guide.number,
    itemName: guide.item,
    situation: guide.situation,
    resultName: guide.result,
    ...(bundle === undefined ? {} : { bundle }),
    channel,
    ...(takenAt === undefined ? {} : { takenAt }),
    ...asker,
    legalDays: guide.legalDays,
    promisedDays: guide.promisedDays,
    isJoint: guide.jointFirst !== undefined,
    ...(guide.jointFirst === undefined ? {} : { jointFirst: guide.jointFirst }),
    ...(guide.jointSecond === undefined ? {} : { jointSecond: guide.jointSecond }),
    ...(guide.jointThird === undefined ? {} : { jointThird: guide.jointThird }),
    isPromise: guide.canPromise && materials.some(({ state }) => state === 'promise'),
    isInspected: guide.special.includes('inspection'),
    isHeard: guide.special.includes('hearing'),
    ...answersOf(guide.questions, filled),
    materials,
    ...(documents === undefined || documents.length === 0 ? {} : { documents }),
  }
}

/** A material of one application: what government has is not asked for, what is not there is missing. */
export function handedInAs(
  { name, source }: GuideMaterial,
  how: TakenIn['handedIn'][string] | undefined,
): HandedIn {
  if (source !== 'applicant') return { name, state: source }
  return { name, state: how ?? 'missing' }
}
