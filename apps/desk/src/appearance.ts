import { useSyncExternalStore } from 'react'

/** What an officer chose: as the machine has it, or always light or dark. */
export type Appearance = 'system' | 'light' | 'dark'

const KEY = 'luoshi-appearance'

const wantsDark = matchMedia('(prefers-color-scheme: dark)')

const listeners = new Set<() => void>()

/** What was chosen on this device. */
export function chosenAppearance(): Appearance {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/** Chooses, and shows it at once. */
export function chooseAppearance(appearance: Appearance): void {
  if (appearance === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, appearance)
  showAppearance()
}

/** Puts the chosen appearance on the page. */
export function showAppearance(): void {
  document.documentElement.dataset['theme'] = themeNow()
  for (const listener of listeners) listener()
}

/** Light or dark, as it shows now. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, themeNow)
}

function themeNow(): 'light' | 'dark' {
  const chosen = chosenAppearance()
  if (chosen !== 'system') return chosen
  return wantsDark.matches ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

wantsDark.addEventListener('change', showAppearance)
