/// <reference lib="webworker" />
// Runs between the desk and the network: the desk opens without one, and shows what was seen last.

export {}

declare const self: ServiceWorkerGlobalScope

/** Files of this build, put in by `build.ts`: `/desk/assets/…` */
declare const DESK_FILES: readonly string[]

/** The page that every address of the desk gives. */
const PAGE = '/desk/'

/** Files of one build never change: another build has other names. */
const FILES = 'luoshi-desk-files'

/** Answers that were read last, of whoever is signed in. */
const ANSWERS = 'luoshi-desk-answers'

/** Answers that are kept; the oldest go first. */
const MOST_ANSWERS = 400

/** How long the server may be silent before what was seen last is shown. Milliseconds. */
const PATIENCE = 8_000

/** Tells the desk that an answer is of an earlier time. */
const KEPT = 'x-luoshi-kept'

/** What must come from the server itself: what is looked up as one types, files, sheets, pictures of papers. */
const NEVER_KEPT = /\/(?:find|export|files|papers|imports|reveal)\b/

self.addEventListener('install', (event) => {
  event.waitUntil(takeFiles())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOldFiles(), self.clients.claim()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (pathname === '/api/v1/session' && request.method === 'DELETE') event.waitUntil(caches.delete(ANSWERS))
  if (request.method !== 'GET') return
  if (pathname.startsWith('/desk/assets/')) event.respondWith(fileOf(request))
  else if (request.mode === 'navigate' && pathname.startsWith(PAGE)) event.respondWith(pageOf(request))
  else if (pathname.startsWith('/api/v1/') && !NEVER_KEPT.test(pathname)) {
    event.respondWith(answerOf(request, (work) => event.waitUntil(work)))
  }
})

async function takeFiles(): Promise<void> {
  const cache = await caches.open(FILES)
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  // Each by itself: what came before the network went need not come again. The page last: it names the files.
  await Promise.all(DESK_FILES.filter((file) => !known.has(file)).map((file) => cache.add(file)))
  await cache.add(PAGE)
  await self.skipWaiting()
}

async function dropOldFiles(): Promise<void> {
  const cache = await caches.open(FILES)
  const wanted = new Set([PAGE, ...DESK_FILES])
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  }
}

async function fileOf(request: Request): Promise<Response> {
  const cache = await caches.open(FILES)
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function pageOf(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    const kept = await (await caches.open(FILES)).match(PAGE)
    return kept ?? Response.error()
  }
}

async function answerOf(request: Request, inBackground: (work: Promise<void>) => void): Promise<Response> {
  const cache = await caches.open(ANSWERS)
  try {
    const answer = await fetch(request, {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE)]),
    })
    // Who is not signed in any more leaves nothing behind.
    if (answer.status === 401) inBackground(caches.delete(ANSWERS).then(() => undefined))
    if (answer.ok) inBackground(keep(cache, request, answer.clone()))
    return answer
  } catch (error) {
    const kept = await cache.match(request)
    if (kept === undefined || request.signal.aborted) throw error
    const headers = new Headers(kept.headers)
    headers.set(KEPT, '1')
    return new Response(kept.body, { status: kept.status, headers })
  }
}

async function keep(cache: Cache, request: Request, answer: Response): Promise<void> {
  await cache.put(request, answer)
  const kept = await cache.keys()
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST_ANSWERS))) await cache.delete(old)
}
