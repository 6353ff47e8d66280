// Kills its process at the nth time that a file is put in its place: KILL_AT=3 KILL=before|after node --import …
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const rename = fs.rename.bind(fs);
let left = Number(process.env['KILL_AT']);
const killIf = (when: string): void => {
  if (left === 0 && process.env['KILL'] === when) process.kill(process.pid, 'SIGKILL');
};
fs.rename = async (...args) => {
  left--;
  killIf('before');
  await rename(...args);
  killIf('after');
};
syncBuiltinESMExports();
