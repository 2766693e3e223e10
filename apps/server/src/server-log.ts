import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The server's log: lines of JSON for programs. Nothing of a person stands in it. What goes wrong is told by its kind, its
 * code and its place; what a database or a parser says besides may hold what someone wrote, and is left out.
 */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino({ level, serializers: { err: plainError } }, destination)
}

/** What is told of an error. */
interface PlainError {
  readonly type: string
  /** Only of our own errors and the language's: those of others may quote what they were given. */
  readonly message?: string
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  /** Where it happened. */
  readonly stack?: readonly string[]
}

/** Kinds whose sentences speak of the program and not of its data. */
const ownKinds: ReadonlySet<string> = new Set(['Error', 'TypeError', 'ReferenceError', 'RangeError'])

function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const isOwn = ownKinds.has(error.constructor.name) && code === undefined
  return {
    type: error.constructor.name,
    ...(isOwn ? { message: error.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(error.stack === undefined ? {} : { stack: framesOf(error.stack) }),
  }
}

function framesOf(stack: string): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
