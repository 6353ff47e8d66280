/** Real processes that deliver the same events at once, one of which may be killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderOutbox } from '#host/outboxFolder.ts';
import { item } from '../events/support.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';

const PROGRAM = join(import.meta.dirname, 'eventProcess.ts');

async function bench(events: number) {
  const folder = tempFolder();
  const file = join(folder, 'arrived');
  const outbox = folderOutbox({ folder, onNote: () => undefined });
  for (let seq = 1; seq <= events; seq++) await outbox.put(item(seq, `Code ${seq % 5}`, { nextAt: 0 }));
  const start = () => {
    const child = spawn(process.execPath, [PROGRAM, folder, file], { stdio: ['ignore', 'inherit', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  const arrived = (): readonly string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  return { outbox, start, arrived };
}

it('three processes deliver each event once, and those of a code in their order', { timeout: 60_000 }, async () => {
  const { outbox, start, arrived } = await bench(30);
  const codes = await Promise.all(
    [start(), start(), start()].map(async (child) => (await once(child, 'exit'))[0] as unknown),
  );
  expect(codes).toEqual([0, 0, 0]);
  expect(await outbox.list()).toEqual([]);
  expect(arrived()).toHaveLength(30);
  const numbers = arrived().map((id) => Number(id.replace('event-', '')));
  for (let code = 0; code < 5; code++) {
    const own = numbers.filter((number) => number % 5 === code);
    expect(own).toEqual([...own].sort((a, b) => a - b));
  }
  expect(new Set(numbers).size).toBe(30);
});

it('what a killed process leaves is delivered by the next one', { timeout: 60_000 }, async () => {
  const { outbox, start, arrived } = await bench(60);
  const killed = start();
  await waitFor(() => arrived().length > 3);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await once(start(), 'exit');
  expect(await outbox.list()).toEqual([]);
  expect(new Set(arrived()).size).toBe(60);
  // At most what was in flight came twice.
  expect(arrived().length).toBeLessThanOrEqual(64);
});
