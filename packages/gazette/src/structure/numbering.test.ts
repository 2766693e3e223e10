import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelStyle } from './labels.ts'
import { createNumbering } from './numbering.ts'

type Step = readonly [LabelStyle, ...number[]] | 'p'

const place = (...steps: Step[]) => {
  const numbering = createNumbering()
  return steps.map((step) => {
    if (step === 'p') return numbering.placeParagraph().id
    const [style, ...path] = step
    return numbering.placeLabel({ style, path, value: path.at(-1) ?? 0, text: '' }).id
  })
}

describe('createNumbering', () => {
  it('nests the levels of a notice and goes back up with their numbers', () => {
    expect(
      place(['han', 1], ['han-bracket', 1], ['digit', 1], ['digit', 2], ['han-bracket', 2], ['han', 2], 'p'),
    ).toEqual(['1', '1.1', '1.1.1', '1.1.2', '1.2', '2', '2.p1'])
  })

  it('counts articles on over chapters', () => {
    expect(place(['chapter', 1], ['article', 1], ['article', 2], ['chapter', 2], ['article', 3])).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '2.3',
    ])
  })

  it('lets numbers run on over the headings above them', () => {
    expect(place(['han', 1], ['han-bracket', 1], ['digit', 1], ['han-bracket', 2], ['digit', 2])).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.2',
      '1.2.2',
    ])
  })

  it('puts decimal numbers under the number that they begin with', () => {
    expect(
      place(
        ['decimal', 1],
        ['decimal', 1, 1],
        ['decimal', 2],
        ['decimal', 2, 1],
        ['decimal', 2, 1, 3],
        ['decimal', 2, 2],
      ),
    ).toEqual(['1', '1.1', '2', '2.1', '2.1.3', '2.2'])
  })

  it('keeps ids apart where numbers come again', () => {
    expect(place(['han-bracket', 1], ['han-bracket', 2], ['han-bracket', 1])).toEqual(['1', '2', '1~2'])
  })

  it('puts the clauses of an annex under it', () => {
    const numbering = createNumbering()
    numbering.placeLabel({ style: 'han', path: [1], value: 1, text: '一、' })
    expect(numbering.placeAnnex('附件1').id).toBe('附件1')
    expect(numbering.placeLabel({ style: 'han', path: [1], value: 1, text: '一、' })).toEqual({
      id: '附件1.1',
      parent: '附件1',
      level: 2,
    })
  })

  it('gives back any tree from the order of its numbers', () => {
    const styles = ['chapter', 'article', 'han-bracket', 'digit', 'digit-bracket'] as const
    fc.assert(
      fc.property(fc.array(fc.nat({ max: styles.length - 1 }), { maxLength: 40 }), (depths) => {
        const counts: number[] = []
        const steps: Step[] = []
        const ids: string[] = []
        for (const wanted of depths) {
          const depth = Math.min(wanted, counts.length)
          counts.length = Math.min(counts.length, depth + 1)
          counts[depth] = (counts[depth] ?? 0) + 1
          steps.push([styles[depth] as LabelStyle, counts[depth]])
          ids.push(counts.join('.'))
        }
        expect(place(...steps)).toEqual(ids)
      }),
    )
  })
})
