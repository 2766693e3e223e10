import type { SignInSettings } from './settings.ts'

/** A username: small letters, digits, dots, dashes and underlines, a letter first, 2 to 32 in all. */
export function isUsername(text: string): boolean {
  return /^[a-z][a-z0-9._-]{1,31}$/.test(text)
}

/** Characters of the longest password: longer ones would only cost time. */
export const LONGEST_PASSWORD = 128

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9\s]/]

/** What stands against a password, each as a sentence: what was found and what would pass. Empty for a good one. */
export function passwordFaults(
  password: string,
  owner: { readonly username: string; readonly name: string },
  settings: SignInSettings,
): readonly string[] {
  const length = [...password].length
  const found = classes.filter((pattern) => pattern.test(password)).length
  const plain = password.toLowerCase()
  const faults: string[] = []
  if (length < settings.leastLength) {
    faults.push(`口令有${length}个字符，应不少于${settings.leastLength}个。`)
  }
  if (length > LONGEST_PASSWORD) faults.push(`口令有${length}个字符，应不多于${LONGEST_PASSWORD}个。`)
  if (found < settings.leastClasses) {
    faults.push(
      `口令只用了${found}种字符，小写字母、大写字母、数字、符号中应不少于${settings.leastClasses}种。`,
    )
  }
  if (plain.includes(owner.username)) faults.push('口令里有账号名，应去掉。')
  if (plain.includes(owner.name.toLowerCase())) faults.push('口令里有您的姓名，应去掉。')
  return faults
}
