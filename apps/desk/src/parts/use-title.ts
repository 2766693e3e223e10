import { useEffect } from 'react'

/** What the browser shows as the name of the screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - 落实`
  }, [title])
}
