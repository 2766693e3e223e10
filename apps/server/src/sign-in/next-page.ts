/** Where one goes after signing in, where nothing else was asked for. */
export const DESK = '/desk/'

/** The page from which someone came to sign in, if it is one of our own; else the desk. */
export function ownPage(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return DESK
  const here = 'http://here.invalid'
  if (!URL.canParse(wanted, here)) return DESK
  const { origin, pathname, search, hash } = new URL(wanted, here)
  // What a browser folds into two slashes is another site's address.
  if (origin !== here || pathname.startsWith('//') || pathname.startsWith('/sign-in')) return DESK
  return `${pathname}${search}${hash}`
}
