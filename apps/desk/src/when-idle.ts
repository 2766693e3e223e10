/** How long a browser may be busy before it is done all the same. Milliseconds. */
const AT_THE_LATEST = 2000

/** Does something as soon as the browser has nothing more urgent to do. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: AT_THE_LATEST })
  else setTimeout(work, AT_THE_LATEST)
}
