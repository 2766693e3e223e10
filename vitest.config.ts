import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      '{counties,tools,bench}/src/**/*.test.ts',
      'programmes/**/*.test.ts',
    ],
    environment: 'node',
    maxWorkers: 2,
    // What files share is loaded once for each of the two processes, not for every file (docs/decisions/007-tests.md).
    // A file therefore leaves nothing behind: no environment, no clock, no server.
    isolate: false,
    // Only to end what hangs: no test judges by time, and hostile megabytes take seconds on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is looked at again until it holds: a page on a busy machine takes more than a second.
    expect: { poll: { timeout: 30_000, interval: 100 } },
  },
})
