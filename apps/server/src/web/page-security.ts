import type { secureHeaders } from 'hono/secure-headers'

/** Headers of every page for people: nothing but from this server, no script in a page, in nobody's frame. */
export const pageSecurity = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // Served on this machine without encryption; a proxy in front of it adds this header.
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]
