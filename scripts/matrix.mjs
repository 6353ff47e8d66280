// The whole fault matrix, which takes half an hour: npm run matrix
// Every call of a push of every kind of change with every fault, once and lasting; the process killed at every request of a
// push of 200 changes. `npm test` has a part of it. Ends with 1 where one case does not end in the plan's state.
import path from 'node:path';
import { bin, run, toolEnv } from './lib/process.mjs';

process.exitCode = await run(
  path.join(bin, 'vitest'),
  ['run', 'test/deploy/faultMatrix', 'test/cli/kill.test.ts', '--maxWorkers=2'],
  { env: { ...toolEnv(), WRAPSMITH_MATRIX: 'all' } },
);
