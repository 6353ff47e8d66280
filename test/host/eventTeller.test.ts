import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '#core/events/model.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { systemClock } from '#host/clock.ts';
import { eventTeller } from '#host/eventTeller.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { entry } from '../audit/entries.ts';
import { URL_A } from '../events/support.ts';
import { tempFolder } from '../support/tempFolder.ts';

function bench(environment = 'dev') {
  const folder = tempFolder();
  const outbox = folderOutbox({ folder, onNote: () => undefined });
  const put: string[] = [];
  let refuse = Infinity;
  const teller = eventTeller({
    folder,
    orgId: 'org-1',
    clock: systemClock,
    outbox: {
      ...outbox,
      put: async (item: OutboxItem) => {
        if (put.length >= refuse) throw new Error('The process died.');
        put.push(item.event.data.change);
        await outbox.put(item);
      },
    },
    listeners: { targets: (environment) => (environment === 'dev' ? [{ url: URL_A }] : []), keyOf: () => undefined },
    environment,
  });
  const log = fileAuditLog({ folder, orgId: 'org-1', clock: systemClock, onNote: () => undefined });
  return {
    ...teller,
    folder,
    put,
    refuseAfter: (count: number) => void (refuse = count),
    log: async (...changes: readonly string[]) => {
      for (const change of changes) await log.append(entry(change));
    },
    waiting: async () => (await outbox.list()).map(({ event }) => event.data.change),
  };
}

describe('events after an apply', () => {
  it('are those of the changes since the last one, each put in once', async () => {
    const { begin, fill, log, waiting } = bench();
    await log('long ago');
    await begin();
    await log('one', 'two');
    expect(await fill()).toBe(2);
    expect(await fill()).toBe(0);
    await begin();
    await log('three');
    expect(await fill()).toBe(1);
    expect(await waiting()).toEqual(['one', 'two', 'three']);
  });

  it('are put in by the next apply where a crash came between', async () => {
    const { begin, fill, log, waiting } = bench();
    await begin();
    await log('one');
    // Here the process died, and the next one begins.
    await begin();
    await log('two');
    await fill();
    expect(await waiting()).toEqual(['one', 'two']);
  });

  it('are not lost, and not there twice, where the crash comes while they are put in', async () => {
    const { begin, fill, log, waiting, put, refuseAfter } = bench();
    await begin();
    await log('one', 'two', 'three');
    refuseAfter(2);
    await expect(fill()).rejects.toThrow();
    refuseAfter(Infinity);
    await fill();
    expect(put).toEqual(['one', 'two', 'one', 'two', 'three']);
    expect(await waiting()).toEqual(['one', 'two', 'three']);
  });

  it('are none, and leave nothing behind, where nobody wants to know', async () => {
    const { begin, fill, folder } = bench('prod');
    await begin();
    expect(await fill()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('go on where somebody took the trail away', async () => {
    const { begin, fill, log, waiting, folder } = bench();
    await begin();
    await log('one', 'two');
    await fill();
    rmSync(join(folder, 'audit'), { recursive: true });
    await begin();
    await log('three');
    await fill();
    expect(await waiting()).toEqual(['one', 'two', 'three']);
  });
});
