// A process of its own, so that nothing else is on its heap: node test/bench/computeProcess.ts <entries> <keystrokes>
import { measureCompute } from './compute.ts';

const [entries, keystrokes] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(measureCompute(entries ?? 10_000, keystrokes ?? 2_000, Date.now())));
