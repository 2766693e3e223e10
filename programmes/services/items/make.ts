import type { Guide, GuideMaterial, Question } from '../guides.ts'

/** A guide before a county's own part: units by name, and what the county fills in itself left out. */
export type GuideDraft = Omit<
  Guide,
  | 'decidedBy'
  | 'jointFirst'
  | 'jointSecond'
  | 'jointThird'
  | 'place'
  | 'hours'
  | 'enquiries'
  | 'complaints'
  | 'isRatable'
  | 'isTransferred'
  | 'steps'
> & {
  /** Names of the units: who decides first, then those that have a part in it. */
  readonly units: readonly [decides: string, ...joint: string[]]
}

/** What a county says of its own windows. */
export interface CountyPart {
  readonly place: string
  readonly hours: string
  readonly enquiries: string
  readonly complaints: string
  /** Id of a unit by its name; null for none. */
  readonly unitId: (name: string) => string | null
}

/** The record of a guide in a county; null where the county has not one of the units. */
export function guideRecord({ units, ...draft }: GuideDraft, county: CountyPart): Guide | null {
  const { unitId, ...where } = county
  const [decidedBy, jointFirst, jointSecond, jointThird] = units.map(unitId)
  if (decidedBy === undefined || decidedBy === null) return null
  if ([jointFirst, jointSecond, jointThird].includes(null)) return null
  return {
    ...draft,
    decidedBy,
    ...(jointFirst ? { jointFirst } : {}),
    ...(jointSecond ? { jointSecond } : {}),
    ...(jointThird ? { jointThird } : {}),
    ...where,
    steps: stepsOf(units.length > 1),
    isRatable: true,
    isTransferred: units[0] === '县行政审批服务管理局',
  }
}

function stepsOf(isJoint: boolean): string[] {
  return ['收件核对', '受理', isJoint ? '几个部门同时审查' : '审查', '决定', '窗口送达或邮寄', '评价']
}

/** A material that the applicant has to bring. */
export function own(name: string, note?: string, canBePromised = false): GuideMaterial {
  return {
    name,
    source: 'applicant',
    isRequired: true,
    canBePromised,
    ...(note === undefined ? {} : { note }),
  }
}

/** A material that government has and looks up itself. */
export function held(name: string, issuer: string): GuideMaterial {
  return { name, source: 'held', issuer, isRequired: true, canBePromised: false }
}

/** A material of which there is an e-licence. */
export function licence(name: string, issuer: string): GuideMaterial {
  return { name, source: 'licence', issuer, isRequired: true, canBePromised: false }
}

type Asked = Partial<Omit<Question, 'label' | 'kind'>>

/** A question of a form. It must be answered unless it says otherwise. */
export function ask(label: string, kind: Question['kind'] = 'text', more: Asked = {}): Question {
  return { label, kind, isRequired: true, isPersonal: false, ...more }
}
