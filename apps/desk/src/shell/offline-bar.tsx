import { useSyncExternalStore } from 'react'

/** Says when there is no network, and that nothing is lost. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (isOnline) return null
  return (
    <p className="problem mild" role="status">
      没有网络。填写的内容保存在本机，联网后再提交。
    </p>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
