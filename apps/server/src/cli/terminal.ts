/** What a command writes to: results on `out`, progress and warnings on `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (line: string) => void
}

/** The process's own output. A reader that has gone away (`| head`) ends the program quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    process.stderr.write(`${writeFailure(error)}\n`)
    process.exit(1)
  })
  process.stderr.on('error', () => {})
  return {
    out: (text) => void process.stdout.write(text),
    err: (line) => void process.stderr.write(`${line}\n`),
  }
}

/** Why something could not be written, in a sentence. */
export function writeFailure(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return '磁盘已满，无法写出。'
  return `无法写出（${error.code ?? error.message}）。`
}
