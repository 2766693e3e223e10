import type { IsoInstant } from '@luoshi/kernel'
import { type Matter, origins } from '../matters.ts'
import { momentFromNational, momentToNational } from './moments.ts'
import { type NationalRecord, nationalTable } from './records.ts'

/** A complaint with what was done about it. */
export interface HandledComplaint {
  readonly matter: Matter
  readonly regionCode: string
  readonly complainedAt: IsoInstant
  readonly undertaking?: { readonly unitName: string; readonly officer: string; readonly at: IsoInstant }
  readonly feedback?: { readonly text: string; readonly at: IsoInstant }
}

const moment = (item: string, at: IsoInstant) =>
  momentToNational(at, nationalTable('interaction').items.find(({ id }) => id === item)?.format ?? '')

/** A complaint in table 10. The standard has no number for it: ours goes along as an extension. */
export function complaintToNational({
  matter,
  regionCode,
  complainedAt,
  undertaking,
  feedback,
}: HandledComplaint): NationalRecord {
  return {
    values: {
      complaintTitle: matter.title,
      ...(matter.complainant === undefined ? {} : { complainant: matter.complainant }),
      complaintContent: matter.content,
      complaintSource: origins[matter.origin],
      complainedAt: moment('complainedAt', complainedAt),
      ...(undertaking === undefined
        ? {}
        : {
            undertakingUnitName: undertaking.unitName,
            undertakingOfficer: undertaking.officer,
            undertakenAt: moment('undertakenAt', undertaking.at),
          }),
      ...(feedback === undefined
        ? {}
        : { feedback: feedback.text, feedbackAt: moment('feedbackAt', feedback.at) }),
      complaintRegionCode: regionCode,
    },
    rows: {},
    extensions: { luoshi: matter },
  }
}

/** A complaint from a record of table 10; another platform's gets a number of ours. Null where it has no title or time. */
export function complaintFromNational(
  { values, extensions }: NationalRecord,
  newNumber: string,
): HandledComplaint | null {
  const at = (item: string) => momentFromNational(values[item] ?? '')
  const [complainedAt, undertakenAt, feedbackAt] = ['complainedAt', 'undertakenAt', 'feedbackAt'].map(at)
  const { complaintTitle: title, complaintContent: content = title, complainant } = values
  if (title === undefined || content === undefined || !complainedAt) return null
  const own = extensions['luoshi'] as Matter | undefined
  const matter: Matter = own ?? {
    number: newNumber,
    origin: 'system',
    level: 'county',
    service: '政务服务',
    title,
    content,
    ...(complainant === undefined ? {} : { complainant }),
  }
  return {
    matter,
    regionCode: values['complaintRegionCode'] ?? '',
    complainedAt,
    ...(undertakenAt
      ? {
          undertaking: {
            unitName: values['undertakingUnitName'] ?? '',
            officer: values['undertakingOfficer'] ?? '',
            at: undertakenAt,
          },
        }
      : {}),
    ...(feedbackAt ? { feedback: { text: values['feedback'] ?? '', at: feedbackAt } } : {}),
  }
}
