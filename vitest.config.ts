import { defineConfig } from 'vitest/config'

const property = ['packages/engine/test/property/**/*.test.ts']
const launcher = ['packages/server/test/embedded/**/*.test.ts']
const exclude = ['**/node_modules/**', '**/dist/**']

/** No test changes what a module keeps, so that a worker loads the program once, not once for each file. */
const isolate = false

export default defineConfig({
  test: {
    // The machine that this is meant for has two cores; PostgreSQL and the browser want their share of them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: [
            'packages/{engine,contract}/{src,test}/**/*.test.ts',
            'packages/web/{src,test}/**/*.test.{ts,tsx}',
            'catalogue/**/*.test.ts',
            'bench/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...exclude, ...property],
          testTimeout: 20_000,
        },
      },
      {
        test: { name: 'property', isolate, include: property, exclude, testTimeout: 120_000 },
      },
      {
        test: {
          name: 'database',
          isolate,
          include: ['packages/server/{src,test}/**/*.test.ts'],
          exclude: [...exclude, ...launcher],
          globalSetup: ['packages/server/test/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Starts servers of its own, and kills them.
        test: { name: 'launcher', include: launcher, exclude, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        // A browser and a program for each worker; a journey mostly waits for its page, so that four go side by side.
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          exclude,
          globalSetup: ['e2e/global-setup.ts'],
          maxConcurrency: 2,
          // As long as a page is waited for.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
