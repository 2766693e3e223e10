import { describe, expect, it } from 'vitest'
import { law } from '../cite.ts'
import { fields, text } from '../schema/fields.ts'
import { definitionJson, definitionOf } from './define.ts'
import { citeOf, conflict, gap } from './gap.ts'

const known = { id: null, note: null, steps: { '*': { title: null, days: null } }, fields: null }

describe('a definition', () => {
  it('is a new, deeply frozen value', () => {
    const input = { id: 'wells', steps: { dug: { title: '打井', days: [1, 2] } } }
    const definition = definitionOf('流程wells', input, known)
    expect(definition).toEqual(input)
    expect(definition).not.toBe(input)
    expect(Object.isFrozen(definition.steps.dug.days)).toBe(true)
    expect(Object.isFrozen(input.steps)).toBe(false)
  })

  it('takes a frozen input', () => {
    const input = Object.freeze({ id: 'wells', steps: Object.freeze({}) })
    expect(definitionOf('流程wells', input, known)).toEqual(input)
  })

  it('refuses a key that nothing reads, names its place and the keys that are read', () => {
    const define = () => definitionOf('流程wells', { steps: { dug: { tittle: '打井' } } }, known)
    expect(define).toThrow('流程wells的steps.dug没有“tittle”这一项，可写的有：title、days。')
  })

  it('refuses code and what JSON cannot hold', () => {
    for (const note of [() => 1, new Date(0), Number.NaN, new Map()]) {
      expect(() => definitionOf('流程wells', { note }, known)).toThrow('流程wells的note不是数据')
    }
  })

  it('keeps a schema and shows it as its JSON Schema', () => {
    const definition = definitionOf(
      '台账wells',
      { id: 'wells', fields: fields({ village: text('村') }) },
      known,
    )
    const json = definitionJson(definition)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    expect(json).toMatchObject({ fields: { properties: { village: { label: '村' } } } })
  })
})

describe('what a text leaves open', () => {
  const article = law('行政许可法', '第四十二条')

  it('keeps the clause in which it is open', () => {
    expect(citeOf(gap('未写明首日是否计入', article))).toBe(article)
    expect(citeOf(article)).toBe(article)
  })

  it('keeps every place of a conflict', () => {
    expect(conflict('两处期限不同', article, law('某办法', '第三条')).bases).toHaveLength(2)
  })
})
