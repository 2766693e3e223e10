import type { CiteView } from '@luoshi/client'
import { type Basis, type Cite, citeOf, citeText } from '@luoshi/kernel'
import type { Library } from '../../library.ts'
import { spanAddress } from '../../web/addresses.ts'

/** Views of the cites of definitions, which live as long as the process does. */
const known = new WeakMap<Library, WeakMap<Cite, CiteView>>()

/** A clause as it is shown beside what rests on it, linked to its lines where that gazette was read. */
export function citeView(library: Library, basis: Basis): CiteView {
  const cite = citeOf(basis)
  const ofLibrary = known.get(library) ?? new WeakMap<Cite, CiteView>()
  known.set(library, ofLibrary)
  const view = ofLibrary.get(cite) ?? { text: citeText(cite), href: addressOf(library, cite) }
  ofLibrary.set(cite, view)
  return view
}

function addressOf(library: Library, cite: Cite): string | null {
  if (cite.kind === 'law') return null
  const [first, last] = cite.lines
  const notice = library
    .noticesByNumber(cite.county, cite.docNumber)
    .find(({ instrument }) => instrument.lines[0] <= first && last <= instrument.lines[1])
  return notice === undefined ? null : spanAddress(notice.from, cite.lines)
}
