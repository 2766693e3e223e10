import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Folder of the whole project. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Prints a line of progress or a result. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/**
 * Runs one step of a longer check in the project's folder, its output going straight to the terminal.
 *
 * @returns whether it ended well
 */
export function runStep(title: string, command: string, args: readonly string[]): Promise<boolean> {
  say(`\n▶ ${title}`)
  const child = spawn(command, args, { cwd: projectFolder, stdio: 'inherit' })
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`${command}: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => resolve(code === 0))
  })
}
