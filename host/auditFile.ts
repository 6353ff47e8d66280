import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { chained, readLine } from '#core/audit/chain.ts';
import { type AuditHead, headOf, headText } from '#core/audit/head.ts';
import type { AuditEntry, AuditLog } from '#core/audit/model.ts';
import { redacted } from '#core/audit/redact.ts';
import type { Clock } from '#core/ports.ts';
import { healed } from './auditHeal.ts';
import { auditLock, type AuditPaths, auditPaths, headAt } from './auditPaths.ts';
import { writeDurably } from './durable.ts';
import { linesFrom } from './lineBytes.ts';
import { underLock } from './underLock.ts';
import { unlessGone } from './unlessGone.ts';

export interface AuditFileOptions {
  /** The state folder. */
  readonly folder: string;
  readonly orgId: string;
  readonly clock: Clock;
  /** Told what had to be put right, in a sentence. */
  readonly onNote: (sentence: string) => void;
}

export interface AuditFile extends AuditLog {
  /** Puts right what a crash left behind, and says so. `append` does it too. */
  heal(): Promise<void>;
}

/**
 * The audit trail of an org: one file of lines in the state folder, readable by its owner only, and a head file beside it.
 * Entries are redacted here, whoever made them. Each is written under a lock, so that several processes make one chain,
 * and first into the head file, so that a line that a crash cuts off can be completed. Rejects when the disk refuses.
 */
export function fileAuditLog(options: AuditFileOptions): AuditFile {
  const { folder, orgId, clock } = options;
  const paths = auditPaths(folder, orgId);
  const known: Known = { offset: 0, changes: new Set() };
  let last: Promise<void> = Promise.resolve();
  const inTurn = (action: (file: FileHandle) => Promise<void>): Promise<void> => {
    const done = last.then(() => underLock(auditLock(folder, orgId, clock), () => withFile(paths, action)));
    // A failed line must not fail the lines after it.
    last = done.catch(() => undefined);
    return done;
  };
  return {
    append: (entry) => inTurn((file) => write(file, redacted(entry), known, paths, options)),
    async heal() {
      // Looking must not leave a trail of nothing behind.
      if (!(await isThere(paths.lines)) && !(await isThere(paths.head))) return;
      await inTurn(async (file) => void (await healed(file, await headAt(paths), paths, options)));
    },
  };
}

/** What was read of the file so far. */
interface Known {
  offset: number;
  readonly changes: Set<string>;
}

async function write(
  file: FileHandle,
  entry: AuditEntry,
  known: Known,
  paths: AuditPaths,
  options: AuditFileOptions,
): Promise<void> {
  const head = await healed(file, await headAt(paths), paths, options);
  await readOn(file, known);
  if (known.changes.has(keyOf(entry))) return;
  const line = chained(head, entry);
  const next: AuditHead = headOf(line, head.restarts);
  await writeDurably(paths.head, headText(next));
  await file.appendFile(`${next.line}\n`);
  await file.sync();
}

const keyOf = ({ apply, change }: AuditEntry): string => JSON.stringify([apply, change]);

/** Reads what came since the last look, also from other processes. */
async function readOn(file: FileHandle, known: Known): Promise<void> {
  const { size } = await file.stat();
  if (size < known.offset) {
    known.offset = 0;
    known.changes.clear();
  }
  for await (const { text } of linesFrom(file, known.offset)) {
    const line = readLine(text);
    if (line) known.changes.add(keyOf(line));
  }
  known.offset = size;
}

const isThere = async (path: string): Promise<boolean> => (await unlessGone(stat(path), undefined)) !== undefined;

async function withFile(paths: AuditPaths, action: (file: FileHandle) => Promise<void>): Promise<void> {
  await mkdir(paths.folder, { recursive: true, mode: 0o700 });
  const file = await open(paths.lines, 'a+', 0o600);
  try {
    await action(file);
  } finally {
    await file.close();
  }
}
