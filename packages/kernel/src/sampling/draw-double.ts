import { drawSample } from './draw-sample.ts'

/** How many officers go to each object. */
const TOGETHER = 2

/** All that is needed to draw who is checked, and by whom, again. */
export interface DoubleDraw {
  /** Ids or names of all that could be checked. */
  readonly objects: readonly string[]
  /** All who could be sent. */
  readonly inspectors: readonly string[]
  /** Share of the objects in per cent. */
  readonly percent: string
  /** A whole number, recorded with the draw. */
  readonly seed: number
}

/** An object that was drawn, and who was drawn for it. */
export interface DrawnCheck {
  readonly object: string
  readonly inspectors: string[]
}

/** 双随机: draws objects, and two officers for each, from what was announced and the seed; null where there are not two. */
export function drawDouble({ objects, inspectors, percent, seed }: DoubleDraw): DrawnCheck[] | null {
  const people = [...new Set(inspectors)]
  if (people.length < TOGETHER) return null
  // Cut off, not rounded, so that the number drawn, which is rounded up, is two.
  const share = String(Math.floor((TOGETHER / people.length) * 1e8) / 1e6)
  return drawSample({ population: objects, percent, seed }).map((object, index) => ({
    object,
    inspectors: [...drawSample({ population: people, percent: share, seed: nextSeed(seed, index) })],
  }))
}

/** A seed of 32 bits of its own for each object. */
function nextSeed(seed: number, index: number): number {
  return (seed + (index + 1) * 0x9e3779b1) | 0
}
