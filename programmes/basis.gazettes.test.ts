import { citesIn, type InstrumentCite } from '@luoshi/kernel'
import { requireRealGazettes } from '@luoshi/testing'
import { describe, expect, it } from 'vitest'
import { programmes } from './index.ts'

const gazettes = requireRealGazettes()

/** Lines of each gazette, without spaces: they are layout in Chinese. */
const spaceless = gazettes.map(({ name, text }) => ({
  name,
  lines: text.split('\n').map((line) => line.replaceAll(/[ \t\r]/g, '')),
}))

/** Lines of the gazette in which a notice stands: the one that has its number on a line of its own, before the cited ones. */
function gazetteOf({ county, docNumber, lines: [first] }: InstrumentCite): readonly string[] {
  const gazette = spaceless.find(
    ({ name, lines }) => name.startsWith(`${county}-`) && lines.slice(0, first + 20).includes(docNumber),
  )
  if (gazette === undefined) throw new Error(`no gazette of ${county} has ${docNumber} before line ${first}`)
  return gazette.lines
}

/** The ways in which a figure may be printed: 30000 is also 3万. */
function printedForms(value: unknown): string[] {
  const figure = String(value)
  return /^\d+0000$/.test(figure) ? [figure, `${figure.slice(0, -4)}万`] : [figure]
}

describe.each(programmes.map((programme) => [programme.id, programme] as const))('%s', (_id, programme) => {
  const printed = (cite: InstrumentCite) => {
    const [first, last] = cite.lines
    return gazetteOf(cite)
      .slice(first - 1, last)
      .join('')
  }

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

  it('takes every target and weight of an indicator from the lines that it cites', () => {
    for (const { title, targets, weights = [] } of programme.indicators ?? []) {
      const figures = [
        ...targets.map(({ value, basis }) => ({
          figure: 'words' in value ? value.words : value.figure,
          basis,
        })),
        ...weights.map(({ value, basis }) => ({ figure: value, basis })),
      ]
      for (const { figure, basis } of figures) {
        if (basis.kind !== 'instrument') continue
        const text = printed(basis)
        const isPrinted = printedForms(figure).some((form) => text.includes(form))
        expect(isPrinted, `${title} ${figure}`).toBe(true)
      }
    }
  })

  it('prints its forms under the headings of the lines that it cites', () => {
    for (const paper of programme.papers) {
      // A form that the notice asks for and does not print says so with a gap.
      const isPrinted = paper.open?.every(({ kind }) => kind !== 'gap') ?? true
      if (paper.form !== 'table' || paper.basis.kind !== 'instrument' || !isPrinted) continue
      const text = printed(paper.basis)
      const headings = paper.columns.map(({ heading }) => heading).join('')
      for (const line of [paper.title, headings]) expect(text).toContain(line)
    }
  })
})
