import { runStep } from './run-step.ts'

/** What can be told without running anything: types, style, and which package may import which. */
export async function checkStatically(): Promise<boolean> {
  const typed = await runStep('Types (tsc)', 'tsc', ['--noEmit', '--project', '.'])
  const deskTyped = await runStep('Types of the desk (tsc)', 'tsc', ['--noEmit', '--project', 'apps/desk'])
  const worker = 'apps/desk/src/service-worker'
  const workerTyped = await runStep('Types of the service worker (tsc)', 'tsc', [
    '--noEmit',
    '--project',
    worker,
  ])
  const styled = await runStep('Style and import directions (biome)', 'biome', [
    'ci',
    '--error-on-warnings',
    '.',
  ])
  return typed && deskTyped && workerTyped && styled
}
