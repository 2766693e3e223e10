/** How a command ends, as its caller sees it. */
export const exitCodes = {
  /** Every file was read. */
  done: 0,
  /** The command was used wrongly, or could not run. */
  failed: 1,
  /** A file could not be read; the others were. */
  unread: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
