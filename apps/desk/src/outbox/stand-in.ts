// A case that was opened without a network is named by the letter that opens it, until the letter arrives.

/** Whether something is the id of a letter: cases have the procedure in theirs. */
export function isLetterId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id)
}

/** Where this tab remembers which case a letter opened. */
const arrivalKey = (letter: string) => `luoshi-arrived/${letter}`

/** Remembers which case a letter opened, for whoever stands on its page. */
export function noteArrival(letter: string, opened: string): void {
  sessionStorage.setItem(arrivalKey(letter), opened)
}

/** The case that a letter opened; null where this tab did not see it arrive. */
export function arrivalOf(letter: string): string | null {
  return sessionStorage.getItem(arrivalKey(letter))
}

/** Moves what is being filled in for the case from its stand-in to it. */
export function moveDrafts(letter: string, opened: string): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      const isDraft = key.startsWith('luoshi-draft/') && key.includes(`/${letter}/`)
      if (!isDraft) continue
      storage.setItem(key.replace(letter, opened), storage.getItem(key) ?? '')
      storage.removeItem(key)
    }
  }
}
