import { z } from 'zod'
import { isInstant } from '../time/instant.ts'
import { isCreditCode, isIdNumber, isRegionCode } from './check-digits.ts'
import type { FieldMeta } from './field-meta.ts'
import { described, type FieldOptions, type ListedOptions } from './fields.ts'

/** Characters of a text of several paragraphs. */
const LONGEST_ACCOUNT = 20_000

/** A text of several paragraphs: 现场情况、整改说明. */
export function longText(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().trim().min(1).max(LONGEST_ACCOUNT), {
    control: 'long-text',
    label,
    wanted: `文字，至多${LONGEST_ACCOUNT}字`,
    isSearchable: true,
    ...options,
  })
}

/** A moment: `2026-03-02T09:30:00+08:00`. */
export function dateTime(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().refine(isInstant), {
    control: 'date-time',
    label,
    wanted: '日期和时刻，如2026-03-02T09:30:00+08:00',
    isSortable: true,
    ...options,
  })
}

/** When a form was filled in by the clock of the mobile device that it was filled in on, which may be sent much later. */
export function deviceTime(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().refine(isInstant), {
    control: 'date-time',
    label,
    wanted: '日期和时刻，如2026-03-02T09:30:00+08:00',
    isSortable: true,
    isDeviceTime: true,
    ...options,
  })
}

/** A longer text that may tell of a person: what an applicant writes in a form, of which nobody knows beforehand what it says. */
export function personalLongText(label: string, options: FieldOptions = {}): z.ZodString {
  return described(z.string().trim().min(1).max(2000), {
    control: 'long-text',
    label,
    wanted: '文字',
    personal: 'address',
    ...options,
  })
}

/** A citizen's id number, by GB 11643. It is masked wherever it is shown. */
export function idNumber(label: string, options: FieldOptions = {}): z.ZodString {
  return described(z.string().trim().toUpperCase().refine(isIdNumber), {
    control: 'text',
    label,
    wanted: '18位公民身份号码，末位校验码应当相符',
    personal: 'id-number',
    ...options,
  })
}

/** A unified social credit code, by GB 32100. It is public. */
export function creditCode(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().trim().toUpperCase().refine(isCreditCode), {
    control: 'text',
    label,
    wanted: '18位统一社会信用代码，末位校验码应当相符',
    isSearchable: true,
    ...options,
  })
}

/** A code of an administrative division: 6 characters for a county, 9 for a township, 12 for a village. */
export function regionCode(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().trim().refine(isRegionCode), {
    control: 'text',
    label,
    wanted: '6位、9位或12位行政区划代码，如140922',
    isSearchable: true,
    ...options,
  })
}

/** The id of a unit of the county: to which something is given, or which is to do it. */
export function unit(label: string, options: ListedOptions = {}): z.ZodString {
  return described(z.string().trim().min(1).max(100), {
    control: 'unit',
    label,
    wanted: '本县的机构',
    ...options,
  })
}

/** A place as GeoJSON has it: longitude and latitude in degrees, by CGCS2000, within China. */
export function place(label: string, options: FieldOptions = {}) {
  const coordinates = z.tuple([z.number().min(73).max(136), z.number().min(3).max(54)])
  return described(z.strictObject({ type: z.literal('Point'), coordinates }), {
    control: 'place',
    label,
    wanted: '国内一点的经度和纬度，如113.2551、38.7284',
    ...options,
  })
}

/** A file that was handed in, by the digest under which it is kept. */
export interface FileReference {
  /** SM3 of its bytes, 64 hexadecimal digits. */
  readonly digest: string
  /** As it was called by who handed it in: 井位图.pdf */
  readonly name: string
  /** `image/jpeg` */
  readonly mediaType: string
  readonly bytes: number
}

/** What a field of files may say of itself. */
export interface FilesOptions extends FieldOptions {
  /** How many there can be. */
  readonly most?: number
  /** Media types that are taken; any that the store takes where none is named. */
  readonly mediaTypes?: readonly string[]
}

/** Files: photos, scans. The record holds their digests; the files are kept apart. */
export function files(label: string, options: FilesOptions = {}) {
  return filesAs(label, options, {})
}

/** Someone's signature: one picture, drawn on the glass of a device. */
export function signature(label: string, options: FieldOptions = {}) {
  return filesAs(label, { ...options, most: 1, mediaTypes: ['image/png'] }, { isSignature: true })
}

function filesAs(label: string, options: FilesOptions, more: Pick<FieldMeta, 'isSignature'>) {
  const { most = 20, mediaTypes = [], ...rest } = options
  const isTaken = (type: string) => mediaTypes.length === 0 || mediaTypes.includes(type)
  const reference = z.strictObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().trim().min(1).max(255),
    mediaType: z
      .string()
      .regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/)
      .refine(isTaken),
    bytes: z.int().min(1),
  })
  const types = mediaTypes.length === 0 ? '' : `，格式为${mediaTypes.join('、')}`
  return described(z.array(reference).min(1).max(most), {
    control: 'files',
    label,
    wanted: `1至${most}个文件${types}`,
    ...(mediaTypes.length === 0 ? {} : { mediaTypes }),
    ...more,
    ...rest,
  })
}
