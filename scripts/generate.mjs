// Writes schemas/queries/*.schema.json and core/contract/generated/ from schemas/: node scripts/generate.mjs
// With --check it writes nothing and fails when a committed file is not what it would write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateApi } from './lib/api.mjs';
import { generateQuerySchemas } from './lib/querySchemas.mjs';
import { root } from './lib/schemas.mjs';
import { generateTypes } from './lib/types.mjs';
import { generateValidators, generateValidatorTypes } from './lib/validators.mjs';

const folder = 'core/contract/generated';

/** Every generated file: path from the repository's root → text. */
export async function generate() {
  return {
    ...generateQuerySchemas(),
    [`${folder}/api.ts`]: generateApi(),
    [`${folder}/files.ts`]: await generateTypes(),
    [`${folder}/validators.d.mts`]: generateValidatorTypes(),
    [`${folder}/validators.mjs`]: await generateValidators(),
  };
}

/** The generated files that differ from the committed ones. */
export async function outdated() {
  return Object.entries(await generate())
    .filter(([file, text]) => text !== committed(file))
    .map(([file]) => file);
}

function committed(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function main(args) {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown) {
    console.error(`There is no option ${unknown}. Use --check or nothing.`);
    return 3;
  }
  if (!args.includes('--check')) {
    mkdirSync(path.join(root, folder), { recursive: true });
    for (const [file, text] of Object.entries(await generate())) writeFileSync(path.join(root, file), text);
    return 0;
  }
  const files = await outdated();
  for (const file of files) console.error(`${file} is not what schemas/ says. Run: npm run generate`);
  return files.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
