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
    // Only to end what hangs: no test judges by time, and hostile megabytes take seconds on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is looked at again until it holds: a page on a busy machine takes more than a second.
    expect: { poll: { timeout: 30_000, interval: 100 } },
  },
})
