// Makes the VSIX from an allow-list and fails when it is too large or holds anything unexpected.
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { root } from './lib/process.mjs';

/** 1.5 MB: an extension that is downloaded by every developer of a team stays small. */
const LIMIT = 1_500_000;
const ALLOWED = [
  /^package\.json$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE(\.txt)?$/,
  /^dist\/(extension|server|languageServer|sandbox)\.cjs$/,
  /^dist\/results\.(js|css)$/,
  /^client\/(media|syntaxes|language)\/[\w.-]+$/,
  /^client\/[\w.-]+\.json$/,
  /^schemas\/(queries\/)?[\w.-]+\.schema\.json$/,
  /^examples\/[\w./-]+\.(ya?ml|md)$/,
];

const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const files = await listFiles({ cwd: root, dependencies: false });
const strangers = files
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !ALLOWED.some((one) => one.test(file)));
if (strangers.length > 0) throw new Error(`Not on the allow-list of the package: ${strangers.join(', ')}`);
for (const file of ['extension.cjs', 'server.cjs', 'languageServer.cjs', 'sandbox.cjs', 'results.js', 'results.css']) {
  if (!files.includes(`dist/${file}`)) throw new Error(`dist/${file} is missing: run npm run build first.`);
}

await mkdir(path.join(root, 'artifacts'), { recursive: true });
const packagePath = path.join(root, 'artifacts', `${name}-${version}.vsix`);
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = await stat(packagePath);
console.log(
  `${path.relative(root, packagePath)}: ${files.length} files, ${(size / 1000).toFixed(0)} kB of at most ${LIMIT / 1000} kB`,
);
if (size > LIMIT) throw new Error(`The package has ${size} bytes, more than ${LIMIT}.`);
