import { describe, expect, it } from 'vitest'
import { cleanLine } from './cleaning.ts'
import { readLabel } from './labels.ts'
import { splitAtLabels } from './split-at-labels.ts'

const split = (...texts: string[]) =>
  splitAtLabels(
    texts.map((text) => {
      const traced = cleanLine(text, 1)
      return { traced, label: readLabel(traced) }
    }),
  ).map(({ traced }) => traced.text)

describe('splitAtLabels', () => {
  it('begins a clause inside a paragraph where the numbering goes on there', () => {
    expect(split('（一）申报。逐级上报。（二）审核。（县水利局负责）(三)公示。')).toEqual([
      '（一）申报。逐级上报。',
      '（二）审核。（县水利局负责）',
      '(三)公示。',
    ])
  })

  it('leaves the number alone where it stands at the head of the next paragraph', () => {
    const texts = ['（一）申报。按第（二）项办理。（二）中另有规定的除外。', '（二）审核。']
    expect(split(...texts)).toEqual(texts)
  })

  it('leaves a number inside a sentence alone', () => {
    expect(split('（一）申报。按照（二）的规定办理。')).toHaveLength(1)
  })
})
