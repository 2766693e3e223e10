import { whenIdle } from '../when-idle.ts'

/** Where the service worker stands: beside the page, so that it answers for the whole desk. */
const PLACE = '/desk/service-worker.js'

/** Lets the desk open without a network from then on. Where a county's own network has no TLS there is none. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return
  // The first screen comes first; then at once: the network may go at any time.
  addEventListener('load', () => whenIdle(register))
  // What was not all there when the network went is fetched when it is back.
  addEventListener('online', () => {
    if (navigator.serviceWorker.controller === null) register()
  })
}

/** Calls when a page that no service worker stood beside has one; gives what ends that. */
export function onFirstKeeper(then: () => void): () => void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (workers === undefined || workers.controller !== null) return () => undefined
  workers.addEventListener('controllerchange', then, { once: true })
  return () => workers.removeEventListener('controllerchange', then)
}

function register(): void {
  navigator.serviceWorker.register(PLACE).catch((error: unknown) => {
    // Storage is full or forbidden: the desk works as before, with a network.
    reportError(error)
  })
}
