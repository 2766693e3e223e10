import type { IsoInstant } from '@luoshi/kernel'
import { type Application, type HandedIn, materialStates } from '../applications.ts'
import { satisfactions } from '../code-lists.ts'
import type { Rating } from '../ratings.ts'
import { momentFromNational, momentToNational } from './moments.ts'
import { type NationalRecord, type NationalValues, nationalTable } from './records.ts'

/** One step of an application, as its log tells it. */
export interface HandledStep {
  readonly title: string
  /** 通过, 退回, 其他 */
  readonly action: string
  readonly officer: string
  readonly opinion?: string
  readonly startedAt: IsoInstant
  readonly endedAt: IsoInstant
  readonly unitName: string
}

/** A stretch outside the clock: lengthening (1) or any other special procedure (2). */
export interface HandledSpecial {
  readonly kind: '1' | '2'
  readonly title: string
  readonly startedAt: IsoInstant
  readonly reason?: string
  readonly endedAt?: IsoInstant
  readonly result?: string
}

/** An application with all that was done to it, in the seconds that the standard has. */
export interface HandledApplication {
  readonly application: Application
  readonly regionCode: string
  readonly appliedAt: IsoInstant
  readonly accepted?: {
    readonly at: IsoInstant
    readonly officer: string
    readonly unitName: string
    readonly paper: string
  }
  readonly steps: readonly HandledStep[]
  readonly specials: readonly HandledSpecial[]
  readonly closed?: {
    readonly at: IsoInstant
    readonly officer: string
    readonly unitName: string
    readonly licenceNumber?: string
    readonly scope?: string
    readonly isDelivered: boolean
  }
  readonly rating?: Rating & { readonly at: IsoInstant }
}

/** Records by table. */
export type NationalRecords = Readonly<
  Record<'application' | 'acceptance' | 'handling' | 'closing' | 'rating', readonly NationalRecord[]>
>

const moment = (table: string, item: string, at: IsoInstant) => {
  const format = nationalTable(table).items.find(({ id }) => id === item)?.format ?? ''
  return momentToNational(at, format)
}

const bare = (values: NationalValues): NationalRecord => ({ values, rows: {}, extensions: {} })

/** An application in tables 5 to 9. Identity numbers go along only where who receives it may have them. */
export function handledToNational(handled: HandledApplication): NationalRecords {
  const { application, regionCode, appliedAt, accepted, steps, specials, closed, rating } = handled
  const { number, itemName, materials } = application
  const common = { caseNumber: number, itemName }
  const caseType = { caseType: '承诺件', caseTypeCode: '2' }
  return {
    application: [
      {
        values: {
          ...common,
          ...caseType,
          applicantName: application.applicant,
          ...(application.idNumber === undefined
            ? {}
            : { applicantIdNumber: application.idNumber, applicantIdTypeCode: '111' }),
          ...(application.agent === undefined ? {} : { contactName: application.agent }),
          contactMobile: application.contact,
          ...(application.address === undefined ? {} : { postalAddress: application.address }),
          submissionSourceCode: application.channel,
          appliedAt: moment('application', 'appliedAt', appliedAt),
          regionCode,
        },
        rows: { materials: materials.map((material) => handedToNational(number, material)) },
        extensions: { luoshi: application },
      },
    ],
    acceptance:
      accepted === undefined
        ? []
        : [
            bare({
              ...common,
              ...caseType,
              acceptingUnitName: accepted.unitName,
              acceptingOfficer: accepted.officer,
              acceptedAt: moment('acceptance', 'acceptedAt', accepted.at),
              acceptancePaperNumber: accepted.paper,
              promisedCompletion: `${application.promisedDays}个工作日`,
              regionCode,
            }),
          ],
    handling: steps.length + specials.length === 0 ? [] : [handlingRecord(number, steps, specials)],
    closing:
      closed === undefined
        ? []
        : [
            bare({
              caseNumber: number,
              handlerName: closed.officer,
              closedAt: moment('closing', 'closedAt', closed.at),
              resultLicenceName: application.resultName,
              ...(closed.licenceNumber === undefined ? {} : { resultLicenceNumber: closed.licenceNumber }),
              ...(closed.scope === undefined ? {} : { resultDescription: closed.scope }),
              issuingUnit: closed.unitName,
              regionCode,
              isResultDelivered: closed.isDelivered ? '1' : '0',
              isCharged: '0',
            }),
          ],
    rating: rating === undefined ? [] : [ratingRecord(rating, regionCode)],
  }
}

function handedToNational(number: string, { name, state, note }: HandedIn): NationalValues {
  return {
    materialCaseNumber: number,
    materialName: name,
    isReceived: state === 'original' || state === 'upload' ? '1' : '0',
    receiptMeans: materialStates[state],
    ...(note === undefined ? {} : { receivedCount: '1' }),
  }
}

function handlingRecord(
  number: string,
  steps: readonly HandledStep[],
  specials: readonly HandledSpecial[],
): NationalRecord {
  const at = (item: string, when: IsoInstant) => moment('handling', item, when)
  return {
    values: {},
    rows: {
      steps: steps.map((step) => ({
        caseNumber: number,
        action: step.action,
        stepName: step.title,
        stepOfficer: step.officer,
        ...(step.opinion === undefined ? {} : { stepOpinion: step.opinion }),
        stepStartedAt: at('stepStartedAt', step.startedAt),
        stepEndedAt: at('stepEndedAt', step.endedAt),
        processingUnitName: step.unitName,
        stepStatusCode: '2',
      })),
      specials: specials.map((special) => ({
        specialProcedureKind: special.title,
        specialProcedureKindCode: special.kind,
        specialProcedureStartedAt: at('specialProcedureStartedAt', special.startedAt),
        ...(special.reason === undefined ? {} : { specialProcedureReason: special.reason }),
        ...(special.endedAt === undefined
          ? {}
          : { specialProcedureEndedAt: at('specialProcedureEndedAt', special.endedAt) }),
        ...(special.result === undefined ? {} : { specialProcedureResult: special.result }),
      })),
    },
    extensions: { caseNumber: number },
  }
}

function ratingRecord(rating: NonNullable<HandledApplication['rating']>, regionCode: string): NationalRecord {
  const { at, ...kept } = rating
  return {
    values: {
      caseNumber: rating.application,
      ratingChannel: channelLabels[rating.channel],
      ratedAt: moment('rating', 'ratedAt', at),
      ratingCount: '1',
      satisfaction: satisfactions[rating.level],
      satisfactionCode: rating.level,
      ...(rating.remark === undefined ? {} : { ratingText: rating.remark }),
      regionCode,
    },
    rows: {},
    extensions: { luoshi: kept },
  }
}

const channelLabels: Readonly<Record<Rating['channel'], string>> = {
  pc: 'PC端',
  mobile: '移动服务端',
  code: '二维码',
  tablet: '政务大厅平板电脑',
  terminal: '政务大厅其他终端',
  call: '电话',
  message: '短信',
}

/** An application from what this system wrote of it; null where our own part is not there: another platform's case is no application of ours. */
export function handledFromNational(records: NationalRecords): HandledApplication | null {
  const [applied] = records.application
  const application = applied?.extensions['luoshi'] as Application | undefined
  const appliedAt = momentFromNational(applied?.values['appliedAt'] ?? '')
  if (applied === undefined || application === undefined || appliedAt === null) return null
  const [accepted, handling, closed, rated] = [
    records.acceptance[0]?.values,
    records.handling[0]?.rows,
    records.closing[0]?.values,
    records.rating[0],
  ]
  const at = (values: NationalValues, item: string) => momentFromNational(values[item] ?? '') ?? appliedAt
  return {
    application,
    regionCode: applied.values['regionCode'] ?? '',
    appliedAt,
    ...(accepted === undefined
      ? {}
      : {
          accepted: {
            at: at(accepted, 'acceptedAt'),
            officer: accepted['acceptingOfficer'] ?? '',
            unitName: accepted['acceptingUnitName'] ?? '',
            paper: accepted['acceptancePaperNumber'] ?? '',
          },
        }),
    steps: (handling?.['steps'] ?? []).map((step) => ({
      title: step['stepName'] ?? '',
      action: step['action'] ?? '',
      officer: step['stepOfficer'] ?? '',
      ...optional('opinion', step['stepOpinion']),
      startedAt: at(step, 'stepStartedAt'),
      endedAt: at(step, 'stepEndedAt'),
      unitName: step['processingUnitName'] ?? '',
    })),
    specials: (handling?.['specials'] ?? []).map((special) => ({
      kind: special['specialProcedureKindCode'] === '1' ? '1' : '2',
      title: special['specialProcedureKind'] ?? '',
      startedAt: at(special, 'specialProcedureStartedAt'),
      ...optional('reason', special['specialProcedureReason']),
      ...optional('endedAt', special['specialProcedureEndedAt'] && at(special, 'specialProcedureEndedAt')),
      ...optional('result', special['specialProcedureResult']),
    })),
    ...(closed === undefined
      ? {}
      : {
          closed: {
            at: at(closed, 'closedAt'),
            officer: closed['handlerName'] ?? '',
            unitName: closed['issuingUnit'] ?? '',
            ...optional('licenceNumber', closed['resultLicenceNumber']),
            ...optional('scope', closed['resultDescription']),
            isDelivered: closed['isResultDelivered'] === '1',
          },
        }),
    ...(rated === undefined
      ? {}
      : { rating: { ...(rated.extensions['luoshi'] as Rating), at: at(rated.values, 'ratedAt') } }),
  }
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]: string })
}
