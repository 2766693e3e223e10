import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.ts',
      '{counties,tools,bench}/src/**/*.test.ts',
      'programmes/**/*.test.ts',
    ],
    environment: 'node',
    maxWorkers: 2,
  },
})
