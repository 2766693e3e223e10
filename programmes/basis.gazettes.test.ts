import { citesIn, type InstrumentCite } from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { programmes } from './index.ts'

const gazettes = requireRealGazettes()

/** Lines of the gazette that a programme's notice stands in, without spaces: they are layout in Chinese. */
function linesOf({ county, docNumber, lines }: InstrumentCite): string[] {
  const spaceless = (text: string) => text.replaceAll(/[ \t\r]/g, '')
  const gazette = gazettes
    .filter(({ name }) => name.startsWith(`${county}-`))
    .map(({ text }) => text.split('\n').map(spaceless))
    .find((all) => all.slice(lines[0] - 1, lines[1]).some((line) => line.includes(docNumber)))
  if (gazette === undefined) throw new Error(`no gazette of ${county} has ${docNumber} in its lines ${lines}`)
  return gazette
}

/** The ways in which a figure may be printed: 30000 is also 3万. */
function printedForms(value: unknown): string[] {
  const figure = String(value)
  return /^\d+0000$/.test(figure) ? [figure, `${figure.slice(0, -4)}万`] : [figure]
}

describe.each(programmes.map((programme) => [programme.id, programme] as const))('%s', (_id, programme) => {
  if (programme.basis.kind !== 'instrument') throw new Error('a programme cites its notice')
  const gazette = linesOf(programme.basis)
  const printed = ({ lines: [first, last] }: InstrumentCite) => gazette.slice(first - 1, last).join('')

  it('cites lines that have text', () => {
    for (const { cite, path } of citesIn(programme)) {
      if (cite.kind === 'instrument') expect(printed(cite), path.join('.')).not.toBe('')
    }
  })

  it('takes every value of a parameter from the lines that it cites', () => {
    for (const { title, values } of programme.parameters) {
      for (const { value, basis } of values) {
        if (basis?.kind !== 'instrument') continue
        for (const item of [value].flat()) {
          const text = printed(basis)
          expect(
            printedForms(item).some((form) => text.includes(form)),
            `${title} ${item}`,
          ).toBe(true)
        }
      }
    }
  })

  it('prints its forms under the headings of the lines that it cites', () => {
    for (const paper of programme.papers) {
      if (paper.form !== 'table' || paper.basis.kind !== 'instrument') continue
      const text = printed(paper.basis)
      const headings = paper.columns.map(({ heading }) => heading).join('')
      for (const line of [paper.title, headings]) expect(text).toContain(line)
    }
  })
})
