// What the pages do beyond reading: opened pages are kept for when there is no connection. Nothing else needs this.
const keepOpened = async () => {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  const kept = document.querySelectorAll('.notices th a[href], link[rel="stylesheet"][href], script[src]')
  const urls = [...kept].map((element) => element.href ?? element.src)
  active?.postMessage({ kind: 'keep', urls: [location.href, ...urls] })
}

keepOpened().catch(() => undefined)
