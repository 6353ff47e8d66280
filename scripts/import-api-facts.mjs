// Takes the facts of the published API into schemas/api/: node scripts/import-api-facts.mjs <folder>
// The folder holds extracts of the published SDKs as JSON. Run once for each new version of the facts;
// everything else reads schemas/api/ only. The output depends on the content alone, so a second run changes nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/schemas.mjs';

const files = [
  'endpoints.json',
  'errors-2018-swagger.json',
  'limits.json',
  'models.json',
  'notification-topics.json',
  'oauth.json',
  'regions.json',
  'system-wrapup-codes.json',
];

const from = process.argv[2];
if (!from || !existsSync(from)) {
  console.error('Name the folder that holds the facts: node scripts/import-api-facts.mjs <folder>');
  process.exit(3);
}
const target = path.join(root, 'schemas/api');
const enums = readdirSync(path.join(from, 'enums'))
  .filter((name) => name.endsWith('.json'))
  .sort();

rmSync(path.join(target, 'enums'), { recursive: true, force: true });
mkdirSync(path.join(target, 'enums'), { recursive: true });
for (const file of [...files, ...enums.map((name) => `enums/${name}`)]) {
  const data = JSON.parse(readFileSync(path.join(from, file), 'utf8'));
  check(file, data);
  writeFileSync(path.join(target, file), `${JSON.stringify(data, tidy, 1)}\n`);
}
console.error(`Took ${files.length + enums.length} files into schemas/api.`);

/** A file that says how many entries it has must have that many, or it was cut off. */
function check(file, data) {
  if (typeof data.count !== 'number') return;
  const list = data.endpoints ?? data.regions ?? data.topics ?? data.models;
  const found = list ? Object.keys(list).length : undefined;
  if (found !== data.count) throw new Error(`${file} says ${data.count} entries and has ${found}.`);
}

/** Sources that only a private index can look up say "third party"; what is left can be looked up by anyone. */
function tidy(key, value) {
  if (typeof value !== 'string') return value;
  if (key === 'note') return value.replace('number lost in the stored copy', 'its number is not known');
  if (key !== 'source') return value;
  const open = value
    .split(/; | vs /)
    .map((part) => part.replace(' (stored copy)', '').replace('only stored swagger with', 'the swagger that still has'))
    .filter((part) => !/\bid \d{6,}/.test(part));
  return open.length > 0 || value === '' ? open.join('; ') : 'third party';
}
