import { useSyncExternalStore } from 'react'

// A browser knows of its cable, not of the server behind it: what was asked last tells more.
let isReached = true

const listeners = new Set<() => void>()

/** Told by each request: whether the server answered. */
export function noteReach(isAnswered: boolean): void {
  if (isReached === isAnswered) return
  isReached = isAnswered
  for (const listener of listeners) listener()
}

/** Whether the server was there when it was asked last, and the device has a network. */
export function isWithinReach(): boolean {
  return navigator.onLine && isReached
}

/** The same, for what shows it. */
export function useReach(): boolean {
  return useSyncExternalStore(subscribe, isWithinReach)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
