import { useEffect, useRef } from 'react'
import type { LetterDraft } from '../outbox/letter.ts'
import type { FieldView } from '../schema/field-view.ts'

/** What was filled in so far. */
export type Values = Readonly<Record<string, unknown>>

/** How long nothing is typed before a draft is written. Milliseconds. */
const PAUSE = 300

/**
 * What was drafted on this device. Personal data are kept with the browser's tab only, and are gone with it; the rest
 * stays until it is sent or thrown away.
 */
export function readDraft(key: string): Values | null {
  const kept = { ...parsed(localStorage.getItem(key)), ...parsed(sessionStorage.getItem(key)) }
  return Object.keys(kept).length === 0 ? null : kept
}

/**
 * Keeps what is being filled in, so that a reload or a lost network loses nothing.
 *
 * @returns what throws the draft away: for good where the form was sent, until more is filled in otherwise
 */
export function useDraft(key: string, fields: readonly FieldView[], values: Values, isBegun: boolean) {
  const isSent = useRef(false)
  useEffect(() => {
    if (!isBegun) return
    const timer = setTimeout(() => {
      if (!isSent.current) writeDraft({ key, values, personal: personalNames(fields) })
    }, PAUSE)
    return () => clearTimeout(timer)
  })
  return (why: 'sent' | 'unwanted') => {
    isSent.current = why === 'sent'
    if (why === 'sent') localStorage.removeItem(takenUpKey(key))
    localStorage.removeItem(key)
    sessionStorage.removeItem(key)
  }
}

/** Names of the fields that hold personal data. */
export function personalNames(fields: readonly FieldView[]): readonly string[] {
  return fields.filter(isPersonal).map(({ name }) => name)
}

/** Keeps a draft on the device, to be taken up where its form is opened. */
export function writeDraft({ key, values, personal: names }: LetterDraft): void {
  const personal = new Set(names)
  const pick = (isWanted: (name: string) => boolean) =>
    JSON.stringify(Object.fromEntries(Object.entries(values).filter(([name]) => isWanted(name))))
  try {
    localStorage.setItem(
      key,
      pick((name) => !personal.has(name)),
    )
    sessionStorage.setItem(
      key,
      pick((name) => personal.has(name)),
    )
  } catch {
    // The device has no room: what is typed stays on the screen, and is sent as it is.
  }
}

const takenUpKey = (key: string) => `${key}/letter`

/** Id of the letter whose form is taken up as this draft and which others follow; null where there is none. */
export function takenUpLetter(key: string): string | null {
  return localStorage.getItem(takenUpKey(key))
}

/** Remembers that the draft is that of a letter which others follow: sent again, it is still that letter. */
export function rememberTakenUp(key: string, letter: string): void {
  localStorage.setItem(takenUpKey(key), letter)
}

function isPersonal(field: FieldView): boolean {
  const inner = field.item === null ? field.inner : [field.item, ...field.item.inner]
  return field.personal !== undefined || inner.some(isPersonal)
}

function parsed(text: string | null): Values {
  if (text === null) return {}
  try {
    return JSON.parse(text) as Values
  } catch {
    return {}
  }
}
