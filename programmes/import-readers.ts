import type { ImportReader } from '@luoshi/kernel'

/** How files of other systems are read, by programme and source; loaded when one is sent and not before. */
export const importReaders: Readonly<Record<string, () => Promise<ImportReader>>> = {
  'deep-tillage/monitoring-export': async () =>
    (await import('./deep-tillage/monitoring/read-export.ts')).readExport,
  'deep-tillage/terminal-track': async () =>
    (await import('./deep-tillage/monitoring/read-terminal-track.ts')).readTerminalTrack,
  'enforcement/published-list': async () =>
    (await import('./enforcement/read-published-list.ts')).readPublishedList,
}
