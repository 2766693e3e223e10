import type { FileView } from '@luoshi/client'
import { useEffect, useRef, useState } from 'react'
import { deviceFile, isOnDevice } from '../outbox/device-files.ts'

/** A picture in small; for what is no picture its kind. */
export function Thumbnail({
  file,
  address,
}: {
  readonly file: FileView
  readonly address?: string | undefined
}) {
  const onDevice = useDeviceAddress(address === undefined && isPicture(file) ? file : null)
  const shown = address ?? onDevice
  if (shown !== undefined && isPicture(file)) {
    return <img className="thumbnail" src={shown} alt={file.name} loading="lazy" />
  }
  return (
    <span className="thumbnail" aria-hidden="true">
      {file.name.split('.').at(-1)?.slice(0, LETTERS).toUpperCase()}
    </span>
  )
}

/** Letters of a file's extension that fit. */
const LETTERS = 4

/** Whether a browser shows it as a picture. */
export function isPicture({ mediaType }: FileView): boolean {
  return /^image\/(?:png|jpeg|webp|gif)$/.test(mediaType)
}

/** Addresses of pictures that were chosen in this form, until it is closed. */
export function usePicture() {
  const addresses = useRef(new Map<string, string>())
  useEffect(() => {
    const known = addresses.current
    return () => {
      for (const address of known.values()) URL.revokeObjectURL(address)
      known.clear()
    }
  }, [])
  return {
    of: ({ digest }: FileView) => addresses.current.get(digest),
    remember: (view: FileView, file: File) => {
      if (isPicture(view)) addresses.current.set(view.digest, URL.createObjectURL(file))
    },
  }
}

/** Address of a picture that is on the device only, as after a reload. */
function useDeviceAddress(file: FileView | null): string | undefined {
  const [address, setAddress] = useState<string>()
  const digest = file !== null && isOnDevice(file) ? file.digest : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same digest is the same file.
  useEffect(() => {
    if (file === null || digest === null) return
    let made: string | undefined
    void deviceFile(file).then((found) => {
      if (found === undefined) return
      made = URL.createObjectURL(found)
      setAddress(made)
    })
    return () => {
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [digest])
  return address
}
