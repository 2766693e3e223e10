export * from './back-up.ts'
export * from './restore.ts'
