// The main job, headless, on the sandbox: check the samples, plan, push, see that nothing is left to do, and query.
// Everything is done with the command line as a user would; a step that ends otherwise than expected ends the demo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';
import { capture, node, root, run, toolEnv } from './lib/process.mjs';

const color = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (color ? `\u001b[1m${text}\u001b[22m` : text);
const cli = path.join('dist', 'cli.cjs');
const catalogs = ['examples/support.wrapup.yaml', 'examples/sales.wrapup.yaml'];
const queries = ['examples/wrapups.query.yaml', 'examples/volumes.query.yaml'];
const rules = ['examples/csat.survey.yaml'];

let failure;
const say = (text) => console.log(`\n${bold(text)}`);

/** Runs one command of the CLI, shows it as one would type it, and expects its exit code. */
async function step(text, args, expected, env = {}) {
  if (failure) return;
  say(text);
  console.log(`$ wrapsmith ${args.join(' ')}\n`);
  const code = await run(node, [cli, ...args], { env: { ...toolEnv(), ...env } });
  if (code !== expected) failure = `wrapsmith ${args[0]} ended with exit code ${code}, not ${expected}.`;
}

/** The same, for a result of which the beginning is enough to see. */
async function glance(text, args, expected, env, lines) {
  if (failure) return;
  say(text);
  console.log(`$ wrapsmith ${args.join(' ')}\n`);
  const { code, stdout, stderr } = await capture(node, [cli, ...args], { env: { ...toolEnv(), ...env } });
  const all = stdout.trimEnd().split('\n');
  for (const line of all.slice(0, lines)) console.log(line.slice(0, 150).trimEnd());
  if (all.length > lines) console.log(`… ${all.length - lines} more lines`);
  console.log(stderr.trimEnd());
  if (code !== expected) failure = `wrapsmith ${args[0]} ended with exit code ${code}, not ${expected}.`;
}

say('Building the bundles');
if ((await run(node, ['scripts/build.mjs'])) !== 0) throw new Error('The build failed.');

await step(
  '1. The sample catalogs, queries and survey rules are sound',
  ['validate', ...catalogs, ...queries, ...rules, 'examples/genesys.yaml'],
  0,
);
await step('2. The broken ones are told what is wrong, as a compiler would', ['validate', 'examples/broken'], 1);

say('3. An org to work on: the sandbox, on a free port of this machine');
const sandbox = spawn(node, [cli, 'sandbox', '--port', '0', '--seed', '1'], {
  cwd: root,
  env: toolEnv(),
  stdio: ['pipe', 'pipe', 'inherit'],
});
try {
  const ended = once(sandbox, 'exit').then(([code]) => {
    throw new Error(`The sandbox ended with exit code ${code}.`);
  });
  const [line] = await Promise.race([once(readline.createInterface({ input: sandbox.stdout }), 'line'), ended]);
  ended.catch(() => undefined);
  const { url, clientId, clientSecret } = JSON.parse(line);
  console.log(`${url} answers as a Genesys Cloud org would.`);
  const env = { GENESYSCLOUD_OAUTHCLIENT_ID: clientId, GENESYSCLOUD_OAUTHCLIENT_SECRET: clientSecret };
  await step('4. What a push would do', ['plan', ...catalogs, '--sandbox', url, '--quiet'], 0, env);
  await step('5. Do it', ['push', ...catalogs, '--sandbox', url, '--yes', '--quiet'], 0, env);
  await step(
    '6. Again: nothing is left to do',
    ['plan', ...catalogs, '--sandbox', url, '--quiet', '--detailed-exitcode'],
    0,
    env,
  );
  await glance(
    '7. What agents chose in the last week, and why there is nothing where there is nothing',
    ['query', queries[0], '--document', '1', '--sandbox', url],
    0,
    env,
    14,
  );
  await glance(
    '8. How many there were and how long they took, for each queue and day',
    ['query', queries[1], '--document', '1', '--sandbox', url],
    0,
    env,
    14,
  );
  await step(
    "9. The request behind it, names turned into the API's own form",
    ['query', queries[0], '--document', '2', '--show', 'curl', '--quiet'],
    0,
  );
} finally {
  sandbox.kill();
}

say(failure ?? 'Done. npm start opens the same samples in the editor.');
process.exitCode = failure ? 1 : 0;
