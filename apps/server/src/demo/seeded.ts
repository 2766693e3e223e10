/** Numbers that look like chance and are the same for the same seed: a demo county is made again as it was. */
export class Seeded {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    // Mulberry32: enough for made-up data, and nothing rests on it.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }

  /** From one whole number to another, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** One of several. */
  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('one of nothing')
    return item
  }

  /** A decimal with one digit behind the point. */
  tenths(least: number, most: number): string {
    return (this.between(least * 10, most * 10) / 10).toFixed(1)
  }
}
