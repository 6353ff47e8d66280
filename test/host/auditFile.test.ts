import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '#core/audit/chain.ts';
import { verify } from '#core/audit/verify.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { readTrail, trailOrgs } from '#host/auditReader.ts';
import { systemClock } from '#host/clock.ts';
import { entry } from '../audit/entries.ts';
import { tempFolder } from '../support/tempFolder.ts';

interface Bench {
  readonly folder: string;
  readonly lines: string;
  readonly head: string;
  readonly notes: string[];
  append(change: string): Promise<void>;
  heal(): Promise<void>;
  /** As another process would find it. */
  again(): Bench;
  changes(): Promise<readonly string[]>;
  findings(): Promise<readonly string[]>;
}

function bench(folder = tempFolder()): Bench {
  const notes: string[] = [];
  const log = fileAuditLog({ folder, orgId: 'org-1', clock: systemClock, onNote: (note) => void notes.push(note) });
  const trail = () => readTrail(folder, 'org-1', systemClock);
  return {
    folder,
    notes,
    lines: join(folder, 'audit', '_org-1.jsonl'),
    head: join(folder, 'audit', '_org-1.head.json'),
    append: (change) => log.append(entry(change)),
    heal: () => log.heal(),
    again: () => bench(folder),
    changes: async () => (await trail()).lines.map((text) => readLine(text)?.change ?? `? ${text}`),
    async findings() {
      const { lines, head } = await trail();
      return verify(lines, head).findings.map(({ kind, line, seq }) => `${kind} ${line ?? `number ${seq}`}`);
    },
  };
}

describe('the audit file', () => {
  it('keeps entries in the order of the calls, for its owner only, and each change once', async () => {
    const { folder, lines, head, append, again, changes, findings, notes } = bench();
    const names = Array.from({ length: 12 }, (_, index) => `create:${index}`);
    await Promise.all(names.map(append));
    await append('create:3');
    await again().append('create:4');
    await again().append('later');
    await append('last');
    expect(await changes()).toEqual([...names, 'later', 'last']);
    expect(await findings()).toEqual([]);
    expect(await trailOrgs(folder)).toEqual(['org-1']);
    expect(notes).toEqual([]);
    if (process.platform !== 'win32') {
      for (const path of [lines, head]) expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, 'audit')).mode & 0o777).toBe(0o700);
    }
  });

  it('writes nothing of a person or a secret, whoever made the entry', async () => {
    const folder = tempFolder();
    const log = fileAuditLog({ folder, orgId: 'org-1', clock: systemClock, onNote: () => undefined });
    const after = { description: 'ask canary@example.com', modifiedBy: 'Canary Person' };
    await log.append(entry('one', { after, message: 'Bearer canaryToken1 was refused.' }));
    for (const name of readdirSync(join(folder, 'audit')))
      expect(readFileSync(join(folder, 'audit', name), 'utf8')).not.toMatch(/canary/i);
  });

  it('rejects when the disk refuses, and still takes the next entry', async () => {
    const { folder, append, changes } = bench();
    writeFileSync(join(folder, 'audit'), 'in the way');
    await expect(append('one')).rejects.toThrow();
    rmSync(join(folder, 'audit'));
    await append('two');
    expect(await changes()).toEqual(['two']);
  });

  it('goes on after a damaged trail without mending it', async () => {
    const { lines, append, again, findings } = bench();
    for (const name of ['one', 'two', 'three']) await append(name);
    writeFileSync(lines, readFileSync(lines, 'utf8').replace('"name":"two"', '"name":"TWO"'));
    await again().append('four');
    expect(await findings()).toEqual(['changed 2']);
  });

  it('misses lines that were cut off its end, also after it went on', async () => {
    const { lines, append, again, findings } = bench();
    for (const name of ['one', 'two', 'three']) await append(name);
    writeFileSync(lines, readFileSync(lines, 'utf8').split('\n').slice(0, 1).join('\n') + '\n');
    expect(await findings()).toEqual(['missing number 2']);
    await again().append('four');
    expect(await findings()).toEqual(['missing number 2']);
    rmSync(lines);
    expect(await findings()).toEqual(['missing number 1']);
  });

  it('says for ever that its head file was gone', async () => {
    const { head, append, again, findings } = bench();
    for (const name of ['one', 'two']) await append(name);
    rmSync(head);
    expect(await findings()).toEqual(['noHead number undefined']);
    const next = again();
    await next.append('three');
    await next.append('four');
    expect(next.notes).toHaveLength(1);
    expect(await findings()).toEqual(['noHead number 3']);
  });
});

describe('after a crash', () => {
  it('completes a line wherever it was cut off, and says so', async () => {
    const { lines, append, changes } = bench();
    await append('one');
    const whole = readFileSync(lines);
    await append('création ü\u{1F424}');
    const both = readFileSync(lines);
    for (let size = whole.length; size < both.length; size += size % 7 === 0 ? 1 : 23) {
      writeFileSync(lines, both.subarray(0, size));
      const next = bench(join(lines, '..', '..'));
      await next.append('one');
      expect(readFileSync(lines).equals(both), `cut off at ${size}`).toBe(true);
      expect(next.notes).toEqual([
        'Line 2 of the audit trail was not written to its end before a crash. It was completed.',
      ]);
    }
    expect(await changes()).toEqual(['one', 'création ü\u{1F424}']);
  });

  it('writes a line that was announced and not begun, the first one too', async () => {
    const { lines, append, again, changes, findings } = bench();
    await append('one');
    truncateSync(lines, 0);
    expect(await findings()).toEqual(['missing number 1']);
    await again().append('two');
    expect(await changes()).toEqual(['one', 'two']);
    expect(await findings()).toEqual([]);
  });

  it('is put right without another entry, and nothing is made where there is no trail', async () => {
    const none = bench();
    await none.heal();
    expect(readdirSync(none.folder)).toEqual([]);
    const { lines, append, again, findings } = bench();
    await append('one');
    truncateSync(lines, 20);
    const next = again();
    await next.heal();
    expect(next.notes).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });

  it('sets a piece aside that belongs to no line, and says where', async () => {
    const { lines, append, again, changes, findings, folder } = bench();
    await append('one');
    appendFileSync(lines, '{"half a line');
    expect(await findings()).toEqual(['unreadable 2']);
    const next = again();
    await next.append('two');
    expect(await changes()).toEqual(['one', 'two']);
    expect(await findings()).toEqual([]);
    const aside = join(folder, 'audit', '_org-1.aside');
    expect(next.notes).toEqual([expect.stringContaining(aside)]);
    expect(readFileSync(aside, 'utf8')).toContain('half a line');
  });

  it('is whole again after every loss of bytes at the end of the last line', async () => {
    const whole = bench();
    for (const name of ['one', 'two', 'three']) await whole.append(name);
    const [lines, head] = [readFileSync(whole.lines), readFileSync(whole.head)];
    const before = lines.subarray(0, -1).lastIndexOf(10) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: before, max: lines.length }), async (size) => {
        const other = bench();
        mkdirSync(join(other.folder, 'audit'));
        writeFileSync(other.lines, lines.subarray(0, size));
        writeFileSync(other.head, head);
        await other.append('four');
        expect(await other.changes()).toEqual(['one', 'two', 'three', 'four']);
        expect(await other.findings()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
