import { defineConfig } from 'vitest/config';

/** The property tests alone, for as long as they take. */
export default defineConfig({
  test: {
    include: ['test/text/**/*.property.test.ts', 'test/workspace/**/*.property.test.ts'],
    setupFiles: ['test/fuzz/setup.ts'],
    testTimeout: 0,
    hookTimeout: 0,
    pool: 'threads',
    // The processes are what runs side by side.
    maxWorkers: 1,
  },
});
