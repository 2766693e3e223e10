import type { Programme } from './programme.ts'

/**
 * Whether a county carries a programme out: its own notice orders it, it rests on a law that holds everywhere, or it says
 * itself that every county can use it.
 *
 * @param county region slug
 */
export function isOfCounty({ basis, isGeneral = false }: Programme, county: string): boolean {
  return isGeneral || basis.kind === 'law' || basis.county === county
}
