import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** The property tests that make random edits, for as long as they take. */
export default defineConfig({
  test: {
    include: globSync('test/{text,workspace}/**/*.test.ts').filter((file) =>
      readFileSync(file, 'utf8').includes('/randomEdits.ts'),
    ),
    setupFiles: ['test/fuzz/setup.ts'],
    testTimeout: 0,
    hookTimeout: 0,
    pool: 'threads',
    // The processes are what runs side by side.
    maxWorkers: 1,
  },
});
