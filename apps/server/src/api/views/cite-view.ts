import type { CiteView } from '@luoshi/client'
import { type Basis, type Cite, citeOf, citeText } from '@luoshi/kernel'
import type { Library } from '../../library.ts'

/** Views of the cites of definitions, which live as long as the process does. */
const known = new WeakMap<Library, WeakMap<Cite, CiteView>>()

/** A clause as it is shown beside what rests on it, linked to its lines. */
export function citeView(library: Library, basis: Basis): CiteView {
  const cite = citeOf(basis)
  const ofLibrary = known.get(library) ?? new WeakMap<Cite, CiteView>()
  known.set(library, ofLibrary)
  const view = ofLibrary.get(cite) ?? { text: citeText(cite), href: addressOf(library, cite) }
  ofLibrary.set(cite, view)
  return view
}

function addressOf(library: Library, cite: Cite): string | null {
  return cite.kind === 'law' ? null : library.linesAddress(cite.county, cite.docNumber, cite.lines)
}
