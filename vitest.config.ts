import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': here('./src'),
      // Next resolves this marker to nothing on the server; its plain entry point throws.
      'server-only': here('./node_modules/server-only/empty.js'),
    },
  },
  test: {
    globals: false,
    // What two cores carry; each worker of the integration project has a database of its own.
    maxWorkers: 2,
    sequence: { shuffle: true },
    passWithNoTests: false,
    // Property tests compute for seconds where two cores are shared.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts', 'tests/structure/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup/guards.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/setup/postgres-for-vitest.ts'],
          setupFiles: ['tests/setup/guards.ts', 'tests/setup/truncate.ts'],
        },
      },
    ],
  },
})
