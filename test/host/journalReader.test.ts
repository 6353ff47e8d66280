/** What is read of a journal after a crash: all that was durable, and nothing that was not. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '#core/ports.ts';
import { fileJournal } from '#host/journal.ts';
import { fileJournalReader } from '#host/journalReader.ts';
import { nameOf, safeName } from '#host/safeName.ts';
import { tempFolder } from '../support/tempFolder.ts';

const record = (event: JournalRecord['event'], n = 0, apply = 'a1'): JournalRecord => ({
  at: n,
  apply,
  event,
  detail: { n },
});
const WRITTEN = [record('begin'), record('intent', 1), record('outcome', 2)];

async function written(records = WRITTEN) {
  const folder = tempFolder();
  for (const one of records) await fileJournal(folder, 'org/1').append(one);
  const path = join(folder, 'journal', safeName('org/1'), `${safeName('a1')}.jsonl`);
  return { folder, path, reader: fileJournalReader(folder) };
}

describe('the journal, read again', () => {
  it('gives the records of each apply, and the applies by their time', async () => {
    const { folder, reader } = await written();
    const other = [record('begin', 0, '20261120-120000-b'), record('begin', 0, '20261119-120000-a')];
    for (const one of other) await fileJournal(folder, 'org/1').append(one);
    expect(await reader.applies('org/1')).toEqual(['20261119-120000-a', '20261120-120000-b', 'a1']);
    expect(await reader.read('org/1', 'a1')).toEqual(WRITTEN);
  });

  it('has nothing to tell of an org or an apply that it does not know', async () => {
    const { reader } = await written();
    expect(await reader.applies('org-2')).toEqual([]);
    expect(await reader.read('org/1', 'a2')).toEqual([]);
  });

  it('leaves out a last line that was cut off, wherever it was cut', async () => {
    const { path, reader } = await written();
    const whole = readFileSync(path, 'utf8');
    const line = JSON.stringify(record('end', 3));
    for (let length = 1; length <= line.length; length++) {
      writeFileSync(path, whole + line.slice(0, length));
      expect(await reader.read('org/1', 'a1')).toEqual(WRITTEN);
    }
  });

  it('can be written on behind a line that was cut off', async () => {
    const { folder, path, reader } = await written();
    appendFileSync(path, '{"at":3,"apply":"a1","ev');
    await fileJournal(folder, 'org/1').append(record('end', 4));
    expect(await reader.read('org/1', 'a1')).toEqual([...WRITTEN, record('end', 4)]);
  });

  it.each([
    ['a line that is no JSON', 'nonsense'],
    ['an empty line', ''],
    ['a record of another apply', JSON.stringify(record('intent', 1, 'a2'))],
    ['an event that does not exist', JSON.stringify({ ...record('intent'), event: 'other' })],
    ['a record without its detail', JSON.stringify({ at: 1, apply: 'a1', event: 'intent' })],
  ])('tells of %s, and in which line', async (_, line) => {
    const { path, reader } = await written();
    const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [first, line, ...rest].join('\n'));
    await expect(reader.read('org/1', 'a1')).rejects.toThrow(`Line 2 of the journal ${path} is damaged`);
  });

  it('finds every id again by the name of its file', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (id) => nameOf(safeName(id)) === id));
    expect([nameOf('a1'), nameOf('_a_00'), nameOf('_a.b')]).toEqual([undefined, undefined, undefined]);
  });

  it('passes over files that are not its own', async () => {
    const { folder, reader } = await written();
    writeFileSync(join(folder, 'journal', safeName('org/1'), 'notes.txt'), '');
    writeFileSync(join(folder, 'journal', safeName('org/1'), 'copy.jsonl'), '');
    expect(await reader.applies('org/1')).toEqual(['a1']);
    expect(readdirSync(join(folder, 'journal', safeName('org/1')))).toHaveLength(3);
  });
});
