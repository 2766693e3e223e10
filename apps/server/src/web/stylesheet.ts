import { readFileSync } from 'node:fs'

/** The parts of the style sheet, in the order in which they hold; what stands later wins. */
const parts = [
  'base',
  'frame',
  'lists',
  'notice',
  'tables',
  'extracts',
  'source',
  'programme',
  'sign-in',
  'portal',
  'editor',
  'services',
  'narrow',
  'print',
]

/** The one style sheet of all pages. */
export function readStylesheet(): string {
  return parts
    .map((part) => readFileSync(new URL(`./styles/${part}.css`, import.meta.url), 'utf8'))
    .join('\n')
}
