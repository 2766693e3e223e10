import { itemTypes, serviceObjects } from '../code-lists.ts'
import type { Guide, GuideMaterial, materialSources } from '../guides.ts'
import type { NationalRecord, NationalValues } from './records.ts'

/** What the county says of itself where the standard asks for it. */
export interface NationalCounty {
  readonly regionCode: string
  readonly unitName: (id: string) => string
  readonly unitId: (name: string) => string | null
}

/** What of a guide the standard has no item for. */
type Extension = Omit<Guide, MappedField> & { readonly materials: readonly MaterialExtension[] }
type MaterialExtension = Pick<GuideMaterial, 'source' | 'canBePromised'>
type MappedField = (typeof mapped)[number]
const mapped = [
  'item',
  'kind',
  'objects',
  'source',
  'legalDays',
  'promisedDays',
  'conditions',
  'steps',
  'result',
  'isOnline',
  'place',
  'hours',
  'enquiries',
  'complaints',
  'materials',
] as const

const WORKDAY = '工作日'
const LINE = '\n'

/** A guide in the items of table 4; what they have no place for goes along as an extension. */
export function guideToNational(guide: Guide, { regionCode, unitName }: NationalCounty): NationalRecord {
  const rest = Object.fromEntries(
    Object.entries(guide).filter(([name]) => !(mapped as readonly string[]).includes(name)),
  )
  const joint = [guide.jointFirst, guide.jointSecond, guide.jointThird].filter((unit) => unit !== undefined)
  return {
    values: {
      itemName: guide.item,
      itemType: itemTypes[guide.kind],
      itemTypeCode: guide.kind,
      legalBasis: guide.source.join(LINE),
      exerciseLevel: '县级',
      exerciseLevelCode: '4',
      implementingBody: unitName(guide.decidedBy),
      legalLimit: String(guide.legalDays),
      legalLimitUnit: WORKDAY,
      serviceTarget: String(guide.promisedDays),
      serviceTargetUnit: WORKDAY,
      acceptanceConditions: guide.conditions.join(LINE),
      handlingProcess: guide.steps.join(LINE),
      ...(joint.length === 0 ? {} : { jointBody: joint.map(unitName).join('、') }),
      resultName: guide.result,
      isCharged: guide.fee === '不收费' ? '0' : '1',
      serviceObject: guide.objects.map((object) => serviceObjects[object]).join('、'),
      serviceObjectCode: guide.objects.join('、'),
      jurisdictionCode: regionCode,
      isOnline: guide.isOnline ? '1' : '0',
      handlingPlace: guide.place,
      handlingHours: guide.hours,
      consultationMeans: guide.enquiries,
      supervisionPhone: guide.complaints,
    },
    rows: { materials: guide.materials.map(materialToNational) },
    extensions: {
      luoshi: {
        ...rest,
        materials: guide.materials.map(({ source, canBePromised }) => ({ source, canBePromised })),
      },
    },
  }
}

function materialToNational({ name, issuer, note, isRequired }: GuideMaterial): NationalValues {
  return {
    materialName: name,
    ...(issuer === undefined ? {} : { materialIssuer: issuer }),
    ...(note === undefined ? {} : { materialHandlingNote: note }),
    isMaterialRequired: isRequired ? '1' : '0',
  }
}

/** A guide from a record of table 4; the sentences that say what it lacks. An item of another platform has no form yet. */
export function guideFromNational(
  { values, rows, extensions }: NationalRecord,
  { unitId }: NationalCounty,
):
  | { readonly kind: 'guide'; readonly guide: Guide }
  | { readonly kind: 'refused'; readonly messages: readonly string[] } {
  const own = (extensions['luoshi'] ?? {}) as Partial<Extension>
  const value = (name: string) => values[name] ?? ''
  const [legalDays, promisedDays] = [daysIn(values, 'legalLimit'), daysIn(values, 'serviceTarget')]
  const decidedBy = own.decidedBy ?? unitId(value('implementingBody'))
  const kind = value('itemTypeCode')
  const messages = [
    ...(value('itemName') === '' ? ['没有事项名称。'] : []),
    ...(Object.hasOwn(itemTypes, kind) ? [] : [`事项类型代码“${kind}”不在代码表里。`]),
    ...(decidedBy === null ? [`实施主体“${value('implementingBody')}”不是本县的机构。`] : []),
    ...(legalDays === null
      ? [`法定办结时限“${value('legalLimit')}${value('legalLimitUnit')}”读不出工作日数。`]
      : []),
    ...(promisedDays === null
      ? [`承诺办结时限“${value('serviceTarget')}${value('serviceTargetUnit')}”读不出工作日数。`]
      : []),
  ]
  if (messages.length > 0 || decidedBy === null || legalDays === null || promisedDays === null) {
    return { kind: 'refused', messages }
  }
  const guide: Guide = {
    number: value('implementationCode') || value('basicCode') || value('itemName'),
    situation: '一般情形',
    fee: value('isCharged') === '1' ? value('chargeBasis') || '收费' : '不收费',
    questions: [],
    special: [],
    canPromise: false,
    isRatable: true,
    isTransferred: false,
    ...own,
    item: value('itemName'),
    kind: kind as Guide['kind'],
    objects: value('serviceObjectCode')
      .split(/[、,^]/)
      .filter((code) => code !== '') as Guide['objects'],
    decidedBy,
    source: linesIn(value('legalBasis')),
    conditions: linesIn(value('acceptanceConditions')),
    steps: linesIn(value('handlingProcess')),
    legalDays,
    promisedDays,
    result: value('resultName') || '办理结果',
    isOnline: value('isOnline') === '1',
    place: value('handlingPlace') || '见实施主体公告',
    hours: value('handlingHours') || '见实施主体公告',
    enquiries: value('consultationMeans') || value('consultationPhone') || '见实施主体公告',
    complaints: value('supervisionPhone') || '12345',
    materials: (rows['materials'] ?? []).map((row, place) =>
      materialFromNational(row, own.materials?.[place]),
    ),
  }
  return { kind: 'guide', guide }
}

function materialFromNational(row: NationalValues, own: MaterialExtension | undefined): GuideMaterial {
  const { materialName = '', materialIssuer, materialHandlingNote, isMaterialRequired } = row
  const source: keyof typeof materialSources = own?.source ?? 'applicant'
  return {
    name: materialName,
    source,
    ...(materialIssuer === undefined ? {} : { issuer: materialIssuer }),
    isRequired: isMaterialRequired === '1',
    canBePromised: own?.canBePromised ?? false,
    ...(materialHandlingNote === undefined ? {} : { note: materialHandlingNote }),
  }
}

/** Working days of a limit: a number apart from its unit, or both in one. Anything else is not guessed. */
function daysIn(values: NationalValues, item: 'legalLimit' | 'serviceTarget'): number | null {
  const [, days, unit = values[`${item}Unit`] ?? ''] =
    /^(\d{1,3})(个?工作日)?$/.exec(values[item] ?? '') ?? []
  return days !== undefined && /^(?:个)?工作日$/.test(unit) ? Number(days) : null
}

function linesIn(text: string): string[] {
  return text.split(LINE).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}
