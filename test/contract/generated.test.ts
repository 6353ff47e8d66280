import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('generated files', () => {
  it('are what the schemas say', { timeout: 60_000 }, async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/generate.mjs', '--check'], {
      cwd: root,
    });
    expect(stdout + stderr).toBe('');
  });

  it('need nothing at run time', () => {
    const text = readFileSync(`${root}core/contract/generated/validators.mjs`, 'utf8');
    expect(text).not.toMatch(/^\s*import |__require|\bnew Function\b|\beval\(/m);
  });
});
