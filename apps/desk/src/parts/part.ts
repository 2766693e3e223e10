import { type ComponentType, lazy } from 'react'

/** A part of the desk did not come: without a network, or since a renewed server has others. */
export class PartMissing extends Error {}

/** Loads a part of the desk; that it did not come is told from what fails in it. */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    throw new PartMissing('a part of the desk did not load', { cause })
  }
}

/** A part that comes when it is first shown. Every other kind of props would be a stricter one. */
// biome-ignore lint/suspicious/noExplicitAny: React's own `lazy` asks for it.
export function part<Part extends ComponentType<any>>(load: () => Promise<Part>) {
  return lazy(async () => ({ default: await loadPart(load) }))
}
