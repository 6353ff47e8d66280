import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOutbox } from '#host/outboxFolder.ts';
import { item } from '../events/support.ts';
import { tempFolder } from '../support/tempFolder.ts';

function bench() {
  const folder = tempFolder();
  const notes: string[] = [];
  const outbox = folderOutbox({ folder, onNote: (note) => void notes.push(note) });
  return { outbox, notes, items: join(folder, 'events', 'outbox') };
}

it('keeps items in the order of their keys, for their owner only, until they are removed', async () => {
  const { outbox, items, notes } = bench();
  expect(await outbox.list()).toEqual([]);
  for (const seq of [10, 9, 2]) await outbox.put(item(seq, 'A'));
  await outbox.put(item(9, 'A', { attempts: 3, lastError: 'It answered 500.' }));
  await outbox.remove('0002-a');
  await outbox.remove('0002-a');
  expect(await outbox.list()).toEqual([item(9, 'A', { attempts: 3, lastError: 'It answered 500.' }), item(10, 'A')]);
  expect(notes).toEqual([]);
  if (process.platform === 'win32') return;
  expect(statSync(items).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(items)) expect(statSync(join(items, name)).mode & 0o777).toBe(0o600);
});

it('sets aside what cannot be read, says so once, and goes on with the rest', async () => {
  const { outbox, items, notes } = bench();
  await outbox.put(item(1, 'A'));
  await outbox.put(item(2, 'A'));
  const [first = ''] = readdirSync(items).sort();
  writeFileSync(join(items, first), '{"key": ');
  writeFileSync(join(items, 'strange.json'), JSON.stringify(item(3, 'A')));
  expect(await outbox.list()).toEqual([item(2, 'A')]);
  expect(await outbox.list()).toEqual([item(2, 'A')]);
  expect(notes).toHaveLength(2);
  expect(readFileSync(join(items, `${first}.aside`), 'utf8')).toBe('{"key": ');
});

it('takes no key that leads out of its folder', async () => {
  await expect(bench().outbox.put(item(1, 'A', { key: '../x' }))).rejects.toThrow('letters, digits and dashes');
});
