import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditHead, readHead } from '#core/audit/head.ts';
import type { Clock } from '#core/ports.ts';
import { safeName } from './safeName.ts';
import type { FileLockOptions } from './underLock.ts';
import { unlessGone } from './unlessGone.ts';

/** Where the audit trail of an org lies. */
export interface AuditPaths {
  readonly folder: string;
  readonly lines: string;
  readonly head: string;
  /** Pieces of lines that nobody could complete. */
  readonly aside: string;
}

export const auditFolder = (stateFolder: string): string => join(stateFolder, 'audit');

export function auditPaths(stateFolder: string, orgId: string): AuditPaths {
  const folder = auditFolder(stateFolder);
  const base = join(folder, safeName(orgId));
  return { folder, lines: `${base}.jsonl`, head: `${base}.head.json`, aside: `${base}.aside` };
}

/** Whoever writes a trail, or wants to read it whole, has this lock. */
export const auditLock = (stateFolder: string, orgId: string, clock: Clock): FileLockOptions => ({
  folder: stateFolder,
  name: `audit ${orgId}`,
  clock,
});

/** What the head file says; undefined where there is none that can be understood. */
export async function headAt({ head }: AuditPaths): Promise<AuditHead | undefined> {
  const text = await unlessGone(readFile(head, 'utf8'), undefined);
  return text === undefined ? undefined : readHead(text);
}
