import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, digestOf } from './digest.ts'

/** Keys also of kinds that an engine puts in an order of its own, or takes for something else. */
const keys = fc.oneof(
  fc.string(),
  fc.nat().map(String),
  fc.constantFrom('__proto__', 'constructor', '10', '9', '面积'),
)
const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, undefined),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}))

/** Keys in order at every depth, as plainly as it can be said. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const known = Object.keys(value).filter((key) => Reflect.get(value, key) !== undefined)
  return `{${known
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${plainly(Reflect.get(value, key))}`)
    .join()}}`
}

it('writes any value with its keys in order, whatever they are', () => {
  fc.assert(fc.property(values, (value) => void expect(canonicalJson(value)).toBe(plainly(value))))
})

it('writes the same text for a value whose keys come in another order', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, item]) => [key, turned(item)]),
    )
  }
  fc.assert(
    fc.property(values, (value) => void expect(canonicalJson(turned(value))).toBe(canonicalJson(value))),
  )
})

it('digests by SM3', () => {
  // What `openssl dgst -sm3` says of the five bytes "abc", with their quotation marks.
  expect(digestOf('abc')).toBe('528c3024b744271c65749567bcd47e81568907bc7becebc2ca7c138e152b517e')
})
