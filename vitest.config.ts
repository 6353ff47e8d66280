import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    setupFiles: ['test/support/fixedSeed.ts'],
    testTimeout: 20_000,
    pool: 'threads',
  },
});
