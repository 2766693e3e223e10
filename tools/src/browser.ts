import { existsSync } from 'node:fs'
import { runStep, say } from './run-step.ts'

const PACKAGES = ['chromium-headless-shell', 'fonts-noto-cjk']
const INSTALL = `apt-get install --yes --no-install-recommends ${PACKAGES.join(' ')}`

/** Where the browser of the page tests stands: `CHROMIUM`, else Debian's. */
export function browserPath(): string {
  return process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell'
}

/** Makes sure that the page tests have a browser: installs Debian's where we may, else says what to run. */
export async function ensureBrowser(): Promise<boolean> {
  if (existsSync(browserPath())) return true
  const isNamed = process.env['CHROMIUM'] !== undefined
  const mayInstall = !isNamed && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    say(
      `\nThe page tests need a browser, and ${browserPath()} is not there. Install it and run the tests again:`,
    )
    say(`  sudo ${INSTALL}`)
    say('or name another Chromium in the environment variable CHROMIUM.')
    return false
  }
  const listed = await runStep('Debian package lists', 'apt-get', ['update', '--quiet'])
  if (!listed) return false
  const command = `DEBIAN_FRONTEND=noninteractive ${INSTALL}`
  return runStep('Browser for the page tests', 'sh', ['-c', command])
}
