import { appendFile, type FileHandle } from 'node:fs/promises';
import { type ChainEnd, EMPTY_CHAIN, readLine } from '#core/audit/chain.ts';
import { type AuditHead, headOf } from '#core/audit/head.ts';
import type { AuditLine } from '#core/audit/model.ts';
import type { Clock } from '#core/ports.ts';
import type { AuditPaths } from './auditPaths.ts';
import { endOf, linesFrom } from './lineBytes.ts';

/** Where the next line goes on, and where heads were missed before. */
export type ChainStart = ChainEnd & Pick<AuditHead, 'restarts'>;

interface HealOptions {
  readonly clock: Clock;
  readonly onNote: (sentence: string) => void;
}

/**
 * Puts the end of a trail right after a crash: the line of the head file is completed, and a piece that belongs to no
 * known line is set aside, with words. Lines that somebody changed or took away stay as they are, for `verify` to find.
 */
export async function healed(
  file: FileHandle,
  head: AuditHead | undefined,
  paths: AuditPaths,
  options: HealOptions,
): Promise<ChainStart> {
  const { line, end, rest } = await endOf(file);
  const isDue = head !== undefined && isNextAfter(line, readLine(head.line));
  if (rest.length > 0) {
    const isPiece = isDue && Buffer.from(head.line).subarray(0, rest.length).equals(rest);
    if (!isPiece) await setAside(rest, paths, options);
    await file.truncate(end);
  }
  if (isDue) {
    await file.appendFile(`${head.line}\n`);
    await file.sync();
    options.onNote(`Line ${head.seq} of the audit trail was not written to its end before a crash. It was completed.`);
  }
  return head ?? restarted(file, options);
}

/** True where `next` is the line after the one that the file ends with. */
function isNextAfter(last: string | undefined, next: AuditLine | undefined): boolean {
  if (next === undefined) return false;
  const before = last === undefined ? EMPTY_CHAIN : readLine(last);
  return before !== undefined && next.seq === before.seq + 1 && next.previous === before.hash;
}

async function setAside(piece: Buffer, { aside }: AuditPaths, { clock, onNote }: HealOptions): Promise<void> {
  const record = { at: clock.now(), piece: piece.toString('utf8') };
  await appendFile(aside, `${JSON.stringify(record)}\n`, { mode: 0o600, flush: true });
  onNote(`The audit trail ended with a piece of a line that nothing is known of. It was moved to ${aside}.`);
}

/** Without a head file the chain goes on from the last line that can be read, and the head says so from then on. */
async function restarted(file: FileHandle, { onNote }: HealOptions): Promise<ChainStart> {
  let last: AuditLine | undefined;
  let lines = 0;
  for await (const { text } of linesFrom(file, 0)) {
    lines++;
    last = readLine(text) ?? last;
  }
  if (lines === 0) return { ...EMPTY_CHAIN, restarts: [] };
  const start = last === undefined ? EMPTY_CHAIN : headOf(last);
  onNote('The head file of the audit trail is gone, so nobody can say whether lines are missing. The trail goes on.');
  return { seq: start.seq, hash: start.hash, restarts: [start.seq + 1] };
}
