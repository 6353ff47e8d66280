import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalRecord } from '#core/ports.ts';
import { fileJournal } from '#host/journal.ts';
import { safeName } from '#host/safeName.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wrapsmith-'));
});

afterEach(() => rm(folder, { recursive: true }));

const record = (event: JournalRecord['event'], n = 0): JournalRecord => ({ at: n, apply: 'a1', event, detail: { n } });

describe('the journal', () => {
  it('writes one line a record, in the order of the calls, readable by the owner only', async () => {
    const journal = fileJournal(folder, 'org-1');
    const records = [record('begin'), ...Array.from({ length: 20 }, (_, n) => record('intent', n)), record('end')];
    await Promise.all(records.map((one) => journal.append(one)));
    const [file] = await readdir(join(folder, 'journal', '_org-1'));
    const path = join(folder, 'journal', '_org-1', file ?? '');
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(join(folder, 'journal', '_org-1'))).mode & 0o777).toBe(0o700);
    }
  });

  it('rejects when the disk refuses, and still takes the next record', async () => {
    const journal = fileJournal(join(folder, 'state'), 'org-1');
    await writeFile(join(folder, 'state'), 'in the way');
    await expect(journal.append(record('begin'))).rejects.toThrow();
    await rm(join(folder, 'state'));
    await expect(journal.append(record('begin'))).resolves.toBeUndefined();
  });

  it('keeps every id inside its folder and apart from every other', () => {
    const id = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 20,
    });
    fc.assert(
      fc.property(id, id, (one, other) => {
        const inside = relative(folder, join(folder, safeName(one)));
        return (
          inside === safeName(one) && /^_[\w-]*$/.test(inside) && (one === other || safeName(one) !== safeName(other))
        );
      }),
    );
  });
});
