/** Where the service worker stands: beside the page, so that it answers for the whole desk. */
const PLACE = '/desk/service-worker.js'

/** Lets the desk open without a network from the next time on. Where a county's own network has no TLS there is none. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return
  // The first screen comes first.
  addEventListener('load', () => setTimeout(register, LATER))
}

/** Milliseconds. */
const LATER = 3000

function register(): void {
  navigator.serviceWorker.register(PLACE).catch((error: unknown) => {
    // Storage is full or forbidden: the desk works as before, with a network.
    reportError(error)
  })
}
