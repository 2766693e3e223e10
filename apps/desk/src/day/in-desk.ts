/** Addresses come from the server as a browser has them; screens are named below `/desk`. */
export function inDesk(href: string): string {
  return href.replace(/^\/desk/, '')
}

/** Whether an address is a screen of the desk and not a page beside it. */
export function isScreen(href: string): boolean {
  return href.startsWith('/desk/')
}
