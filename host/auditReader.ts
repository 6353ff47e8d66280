import { open, readdir } from 'node:fs/promises';
import type { AuditHead } from '#core/audit/head.ts';
import type { Clock } from '#core/ports.ts';
import { auditFolder, auditLock, auditPaths, headAt } from './auditPaths.ts';
import { linesFrom } from './lineBytes.ts';
import { nameOf } from './safeName.ts';
import { underLock } from './underLock.ts';
import { unlessGone } from './unlessGone.ts';

/** A trail as it stands on disk, for `verify`. */
export interface Trail {
  readonly orgId: string;
  /** Without line ends. */
  readonly lines: readonly string[];
  readonly head: AuditHead | undefined;
}

/** Ids of the orgs that have a trail on this machine. */
export async function trailOrgs(folder: string): Promise<readonly string[]> {
  const names = await unlessGone(readdir(auditFolder(folder)), []);
  // A head without its lines is a trail that somebody took away.
  const bases = names.flatMap((name) => /^(.*)(?:\.jsonl|\.head\.json)$/.exec(name)?.[1] ?? []);
  return [...new Set(bases.flatMap((base) => nameOf(base) ?? []))].sort();
}

/** Reads one trail while nobody writes to it. No lines where there is none. */
export async function readTrail(folder: string, orgId: string, clock: Clock): Promise<Trail> {
  const paths = auditPaths(folder, orgId);
  return underLock(auditLock(folder, orgId, clock), async () => {
    const file = await unlessGone(open(paths.lines, 'r'), undefined);
    const lines: string[] = [];
    try {
      if (file) for await (const { text } of linesFrom(file, 0)) lines.push(text);
    } finally {
      await file?.close();
    }
    return { orgId, lines, head: await headAt(paths) };
  });
}
