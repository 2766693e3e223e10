/** How much is under way at a time: the database answers while requests are made and answers are looked at. */
const AT_ONCE = 8

/** Does something with each, several at a time; the first that fails ends it. */
export async function sideBySide<Item>(
  items: Iterable<Item>,
  what: (item: Item) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await what(next.value)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
