import type { Instrument } from '@luoshi/gazette'
import { maskText } from '@luoshi/kernel'

/** 11 digits that begin like a mobile number, also grouped 3-4-4. An office's own telephone is no one's. */
const mobileNumber = /(?<!\d)1[3-9]\d([- ]?)\d{4}\1\d{4}(?!\d)/g

/** 18 characters with a day of birth in their place: a citizen's id number, also one that fails its check. */
const idNumber = /(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g

const mailBox = /[\w.+-]{1,64}(?=@[\w-]{1,63}\.)/g

/** 联系人：某某 */
const contact = /(?<=联\s?系\s?人\s{0,3}[：:]\s{0,3})[\p{Script=Han}·]{2,8}/gu

/** A person's name is not longer, unless it has a dot in it: what is, goes on with something else. */
const LONGEST_NAME = 4

/** What a text must have before it is looked at closer. */
const hint = /\d{4}|@|系\s?人/

/**
 * A text as it is printed, of the same length, with what tells of a person covered: id numbers, mobile numbers, mail
 * boxes, the name of who is to be asked.
 */
export function maskedProse(text: string): string {
  if (!hint.test(text)) return text
  return text
    .replace(idNumber, (number) => maskText('id-number', number))
    .replace(mobileNumber, (number) => maskText('phone', number))
    .replace(mailBox, (box) => '*'.repeat(box.length))
    .replace(contact, (name) => {
      const own = name.includes('·') ? name : name.slice(0, LONGEST_NAME)
      return maskText('name', own) + name.slice(own.length)
    })
}

/** An instrument as the public reads its clauses. */
export function maskedClauses(instrument: Instrument): Instrument {
  let isChanged = false
  const clauses = instrument.clauses.map((clause) => {
    const text = maskedProse(clause.text)
    const heading = clause.heading === null ? null : maskedProse(clause.heading)
    if (text === clause.text && heading === clause.heading) return clause
    isChanged = true
    return { ...clause, text, heading }
  })
  return isChanged ? { ...instrument, clauses } : instrument
}
