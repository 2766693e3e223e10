/** Under which version the registers of the administration are kept. */
export const validity = { version: 1, validFrom: '2021-01-01', validTo: null } as const
