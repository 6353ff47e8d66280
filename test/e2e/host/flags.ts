import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The flags of VS Code's own command line that the launcher understands; others are ignored. */
export interface Flags {
  readonly folder: string | undefined;
  readonly developmentPaths: readonly string[];
  readonly testsPath: string | undefined;
  readonly userData: string | undefined;
  readonly extensions: string | undefined;
}

const WITH_VALUE = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'extensions-dir',
  'folder-uri',
  'user-data-dir',
]);

/** Reads `--flag value`, `--flag=value` and bare arguments, as VS Code does. Paths become absolute. */
export function parseFlags(args: readonly string[]): Flags {
  const values = new Map<string, string[]>();
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(args[at] ?? '') ?? [];
    if (name === undefined) rest.push(args[at] ?? '');
    else if (WITH_VALUE.has(name)) values.set(name, [...(values.get(name) ?? []), inline ?? args[(at += 1)] ?? '']);
  }
  const last = (name: string) => toPath(values.get(name)?.at(-1));
  return {
    folder: last('folder-uri') ?? toPath(rest[0]),
    developmentPaths: (values.get('extensionDevelopmentPath') ?? []).map((value) => toPath(value) ?? value),
    testsPath: last('extensionTestsPath'),
    userData: last('user-data-dir'),
    extensions: last('extensions-dir'),
  };
}

function toPath(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value.startsWith('file:') ? fileURLToPath(value) : path.resolve(value);
}
