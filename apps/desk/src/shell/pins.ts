import { useSyncExternalStore } from 'react'
import { useSession } from '../api/session-context.ts'

/** A screen that an officer keeps at hand. */
export interface Pin {
  readonly href: string
  readonly label: string
}

const listeners = new Set<() => void>()

const NONE: readonly Pin[] = []

/** What was read last, so that the same text gives the same pins. */
let latest: { readonly text: string; readonly pins: readonly Pin[] } = { text: '', pins: NONE }

/** Screens kept at hand on this device for this officer, in the order in which they were pinned. */
export function usePins() {
  const { officer } = useSession()
  const key = `luoshi-pins/${officer.id}`
  const pins = useSyncExternalStore(subscribe, () => read(key))
  const keep = (next: readonly Pin[]) => {
    localStorage.setItem(key, JSON.stringify(next))
    for (const listener of listeners) listener()
  }
  const isPinned = (href: string) => pins.some((pin) => pin.href === href)
  return {
    pins,
    isPinned,
    toggle: (pin: Pin) =>
      keep(isPinned(pin.href) ? pins.filter(({ href }) => href !== pin.href) : [...pins, pin]),
  }
}

function read(key: string): readonly Pin[] {
  const text = localStorage.getItem(key) ?? ''
  if (text === '') return NONE
  if (text !== latest.text) latest = { text, pins: parsed(text) }
  return latest.pins
}

function parsed(text: string): readonly Pin[] {
  try {
    return JSON.parse(text) as readonly Pin[]
  } catch {
    return NONE
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
