/** Windows of one browser tell each other. */
const channel = new BroadcastChannel('luoshi-outbox')

const listeners = new Set<() => void>()

channel.onmessage = () => notify()

/** Says in every window that letters came or went. */
export function tellOutbox(): void {
  channel.postMessage(null)
  notify()
}

/** Calls each time letters came or went; gives what ends that. */
export function onOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function notify(): void {
  for (const listener of listeners) listener()
}
