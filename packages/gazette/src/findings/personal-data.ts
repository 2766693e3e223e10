import type { Finding, Span } from '../issue.ts'
import type { Line } from '../reading.ts'
import { sign } from '../signs.ts'
import { type FindingSources, findingIn, type InstrumentSources, type IssueCheck } from './finding-sources.ts'

/** 11 digits that begin like a mobile number, also grouped 3-4-4. */
const mobileNumber = /(?<!\d)1[3-9]\d([- ]?)\d{4}\1\d{4}(?!\d)/g

/** 18 characters of a citizen's identity number (GB 11643). */
const identityNumber = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g

/** An account's number behind its label. */
const accountNumber = /(?:账号|帐号|账户|帐户|卡号)[:： ]{0,3}(\d(?: ?\d){11,18})(?!\d)/g

/** All such numbers have this many digits in a row somewhere. */
const fourDigits = /\d{4}/

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

interface PersonalDatum {
  readonly label: string
  readonly masked: string
  readonly line: number
}

/** Mobile, identity and account numbers that the print shows. The message masks them. */
export const findPersonalData: IssueCheck = (sources, lines) => {
  const found = new Map<InstrumentSources | null, PersonalDatum[]>()
  const owner = createOwner(sources)
  for (const line of lines) {
    if ((line.signs & sign.digit) === 0 || !fourDigits.test(line.raw)) continue
    for (const datum of dataIn(line)) {
      const of = owner(line.number)
      const data = found.get(of)
      if (data) data.push(datum)
      else found.set(of, [datum])
    }
  }
  return [...found].map(([of, data]) => findingOf(of, data))
}

function findingOf(of: InstrumentSources | null, data: readonly PersonalDatum[]): Finding {
  const shown = [...new Set(data.map(({ label, masked }) => `${label}${masked}`))]
  const list = shown.slice(0, 3).join('、') + (shown.length > 3 ? `等${shown.length}个` : '')
  const spans = data.map(({ line }): Span => [line, line])
  return findingIn(of, 'personal-data', `公开文本印有个人信息：${list}，请遮盖后再公开。`, spans)
}

function dataIn({ raw, number }: Line): PersonalDatum[] {
  const data: PersonalDatum[] = []
  const add = (label: string, value: string) => data.push({ label, masked: mask(value), line: number })
  for (const [value] of raw.matchAll(identityNumber)) if (isIdentityNumber(value)) add('身份证号', value)
  for (const [, value = ''] of raw.matchAll(accountNumber)) add('账号', value)
  for (const [value] of raw.matchAll(mobileNumber)) add('手机号码', value)
  return data
}

/** First three and last two characters; between them asterisks. */
function mask(value: string): string {
  const bare = value.replace(/[- ]/g, '')
  return bare.slice(0, 3) + '*'.repeat(bare.length - 5) + bare.slice(-2)
}

/** Whether the check character and the date of birth are right, so that other long numbers are left alone. */
function isIdentityNumber(value: string): boolean {
  const [month, day] = [Number(value.slice(10, 12)), Number(value.slice(12, 14))]
  if (!/^(?:19|20)/.test(value.slice(6, 8)) || month < 1 || month > 12 || day < 1 || day > 31) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value.charAt(index)), 0)
  return checkCharacters.charAt(sum % 11) === value.charAt(17).toUpperCase()
}

/** Tells in which instrument a line stands; lines are asked for from top to bottom. */
function createOwner({ instruments }: FindingSources): (line: number) => InstrumentSources | null {
  let next = 0
  return (line) => {
    while (next < instruments.length && (instruments[next]?.instrument.lines[1] ?? 0) < line) next++
    const candidate = instruments[next]
    return candidate !== undefined && candidate.instrument.lines[0] <= line ? candidate : null
  }
}
