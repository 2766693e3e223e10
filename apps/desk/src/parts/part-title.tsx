import { createContext, type ReactNode, useContext } from 'react'

/** How deep the headings of a case's parts stand: below its title, which is deeper in a panel than on a page. */
export const PartLevel = createContext<2 | 3>(2)

/** The heading of a part. */
export function PartTitle({ children }: { readonly children: ReactNode }) {
  const level = useContext(PartLevel)
  return level === 2 ? <h2 className="part-title">{children}</h2> : <h3 className="part-title">{children}</h3>
}
