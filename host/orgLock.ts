import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LockAnswer, LockHolder, OrgLock } from '#core/ports.ts';
import { errorCode } from './fsError.ts';
import { isAlive, processStart } from './processStart.ts';
import { safeName } from './safeName.ts';

/** One turn at the lock, as its file says. */
interface Turn extends LockHolder {
  readonly pid: number;
  /** As `processStart` gives it: an id alone may by now be another process's. */
  readonly started?: string;
  readonly released: boolean;
}

/**
 * A lock for each org in the state folder, for all processes of this machine that share it. Each turn is a file with a
 * number, made with all its content under a name that must not exist; the highest number counts, and only its owner
 * writes to it again. So of two that find the last turn over, one makes the next file, and the other is told.
 */
export function fileOrgLock(folder: string, link: Link = linkSync): OrgLock {
  return {
    take: async (orgId, holder) => takeTurn(join(folder, 'lock', safeName(orgId)), holder, link),
  };
}

/** Gives a file another name; fails where the name is taken. */
type Link = (path: string, name: string) => void;

function takeTurn(folder: string, holder: LockHolder, link: Link): LockAnswer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const started = processStart(process.pid);
  const turn: Turn = {
    ...holder,
    pid: process.pid,
    released: false,
    ...(started === undefined ? {} : { started }),
  };
  for (;;) {
    const last = Math.max(0, ...turnsIn(folder));
    if (last > 0) {
      const before = readTurn(folder, last);
      if (before === undefined) continue;
      if (isHeld(before)) return { taken: false, by: told(before) };
    }
    const own = last + 1;
    if (!made(folder, own, turn, link)) continue;
    // Somebody may have made this turn and later ones in the meantime, and cleared this one away.
    if (turnsIn(folder).some((other) => other > own)) rmSync(fileOf(folder, own), { force: true });
    else return taken(folder, own, turn);
  }
}

function taken(folder: string, own: number, turn: Turn): LockAnswer {
  for (const old of turnsIn(folder)) if (old < own - KEPT) rmSync(fileOf(folder, old), { force: true });
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    process.off('exit', release);
    try {
      renameSync(temporary(folder, { ...turn, released: true }), fileOf(folder, own));
    } catch {
      // A full disk, or a folder that is gone: removing needs neither.
      rmSync(fileOf(folder, own), { force: true });
    }
  };
  // Who is killed leaves the file behind; the next one sees that its process is gone.
  process.on('exit', release);
  return { taken: true, release: async () => release() };
}

/** A few turns are kept, so that one who read the folder a moment ago cannot make an old number again. */
const KEPT = 3;

function isHeld({ released, pid, started }: Turn): boolean {
  if (released || !isAlive(pid)) return false;
  const now = processStart(pid);
  return started === undefined || now === undefined || now === started;
}

const told = ({ who, apply, since, pid }: Turn): LockHolder => ({ who: `${who} (process ${pid})`, apply, since });

/** False where the file was there already. */
function made(folder: string, turn: number, content: Turn, link: Link): boolean {
  const path = temporary(folder, content);
  try {
    linkOrCopy(path, fileOf(folder, turn), link);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(path, { force: true });
  }
}

/** A disk without links takes a copy. It is not there all at once, but no other can be made beside it. */
function linkOrCopy(path: string, name: string, link: Link): void {
  try {
    link(path, name);
  } catch (error) {
    if (!NO_LINKS.has(errorCode(error))) throw error;
    copyFileSync(path, name, constants.COPYFILE_EXCL);
  }
}

const NO_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function temporary(folder: string, content: Turn): string {
  const path = join(folder, `${randomBytes(8).toString('hex')}.new`);
  writeFileSync(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
  return path;
}

const fileOf = (folder: string, turn: number): string => join(folder, `${turn}.json`);

function turnsIn(folder: string): readonly number[] {
  return readdirSync(folder).flatMap((name) => {
    const number = /^(\d{1,15})\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** Undefined where it was cleared away just now. Throws where the file says nothing: then nobody knows who has the lock. */
function readTurn(folder: string, number: number): Turn | undefined {
  const path = fileOf(folder, number);
  try {
    const turn: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isTurn(turn)) return turn;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Error(`The lock ${path} cannot be read. Make sure that no push is running, then delete its folder.`);
}

function isTurn(value: unknown): value is Turn {
  if (typeof value !== 'object' || value === null) return false;
  if (!('who' in value) || !('apply' in value) || !('since' in value) || !('pid' in value) || !('released' in value))
    return false;
  const { who, apply, since, pid, released } = value;
  return (
    typeof who === 'string' &&
    typeof apply === 'string' &&
    typeof since === 'number' &&
    typeof pid === 'number' &&
    typeof released === 'boolean' &&
    (!('started' in value) || typeof value.started === 'string')
  );
}
