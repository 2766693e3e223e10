/** Bytes in a kilobyte, for people. */
const KILOBYTE = 1024

/** 12 KB, 3.4 MB */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / KILOBYTE
  return kilobytes < KILOBYTE ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`
}
