import type { SignInSettings } from './settings.ts'

/** A username: small letters, digits, dots, dashes and underlines, a letter first, 2 to 32 in all. */
export function isUsername(text: string): boolean {
  return /^[a-z][a-z0-9._-]{1,31}$/.test(text)
}

/** Characters of the longest password: longer ones would only cost time. */
export const LONGEST_PASSWORD = 128

const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9\s]/]

/** What stands against a password. */
export interface PasswordFault {
  readonly code: string
  /** What was found and what would pass. */
  readonly message: string
}

/** Everything that stands against a password; nothing for a good one. Whether it was used before, others know. */
export function passwordFaults(
  password: string,
  owner: { readonly username: string; readonly name: string },
  settings: SignInSettings,
): readonly PasswordFault[] {
  const length = [...password].length
  const found = classes.filter((pattern) => pattern.test(password)).length
  const plain = password.toLowerCase()
  const { leastLength, leastClasses } = settings
  const faults = [
    length < leastLength && {
      code: 'password-short',
      message: `口令有${length}个字符，应不少于${leastLength}个。`,
    },
    length > LONGEST_PASSWORD && {
      code: 'password-long',
      message: `口令有${length}个字符，应不多于${LONGEST_PASSWORD}个。`,
    },
    found < leastClasses && {
      code: 'password-plain',
      message: `口令用了${found}种字符，小写字母、大写字母、数字、符号中应不少于${leastClasses}种。`,
    },
    [owner.username, owner.name.toLowerCase()].some((name) => plain.includes(name)) && {
      code: 'password-names-owner',
      message: '口令里有账号名或者姓名，应去掉。',
    },
  ]
  return faults.filter((fault) => fault !== false)
}
