// Keeps the pages that were opened, and the notices of an issue that was opened, to be read without a connection. What
// is fresh always comes first.
const KEPT = 'luoshi-opened'
const NEVER = /^\/(?:api|desk|editor|healthz|metrics|view)(?:\/|$)/

const isKept = (url) => url.origin === location.origin && !NEVER.test(url.pathname)

const keep = async (url) => {
  const cache = await caches.open(KEPT)
  const answer = await fetch(url, { credentials: 'same-origin' })
  if (answer.ok && !answer.redirected) await cache.put(url, answer)
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { kind, urls = [] } = event.data ?? {}
  if (kind !== 'keep') return
  const wanted = urls.map((url) => new URL(url, location.origin)).filter(isKept)
  for (const url of wanted) url.hash = ''
  event.waitUntil(Promise.allSettled(wanted.map((url) => keep(url.href))))
})

const answer = async (request) => {
  const cache = await caches.open(KEPT)
  try {
    const fresh = await fetch(request)
    if (fresh.ok && !fresh.redirected) await cache.put(request.url.split('#')[0], fresh.clone())
    return fresh
  } catch (error) {
    const kept = await cache.match(request.url.split('#')[0], { ignoreVary: true })
    if (kept !== undefined) return kept
    throw error
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && isKept(new URL(request.url))) event.respondWith(answer(request))
})
