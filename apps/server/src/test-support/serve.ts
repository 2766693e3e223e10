import { onTestFinished } from 'vitest'
import { createLibrary, type Library } from '../library.ts'
import { readIssue } from '../read-issue.ts'
import { createApp } from '../web/app.ts'
import { listen } from '../web/listen.ts'

/** The library of some files. */
export async function libraryOf(...files: readonly string[]): Promise<Library> {
  const readings = []
  for (const file of files) {
    const reading = await readIssue(file)
    if (!reading.isRead) throw new Error(`${file}: ${reading.reason}`)
    readings.push(reading)
  }
  return createLibrary(readings)
}

/** A site over a library, on a free port. */
export async function serveLibrary(
  library: Library,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = await listen(createApp(library), { host: 'localhost', port: 0 })
  if (!server.isListening) throw new Error(server.reason)
  return server
}

/** The same, stopped when the test ends. */
export async function serveForTest(library: Library): Promise<string> {
  const { address, stop } = await serveLibrary(library)
  onTestFinished(stop)
  return address
}
