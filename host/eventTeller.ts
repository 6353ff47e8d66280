import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFields, readLine } from '#core/audit/chain.ts';
import type { AuditLine } from '#core/audit/model.ts';
import { itemsOf, type Listeners } from '#core/events/eventOf.ts';
import type { Outbox } from '#core/events/model.ts';
import type { Clock } from '#core/ports.ts';
import { readTrail } from './auditReader.ts';
import { writeDurably } from './durable.ts';
import { safeName } from './safeName.ts';
import { underLock } from './underLock.ts';
import { unlessGone } from './unlessGone.ts';

export interface TellerOptions {
  /** The state folder. */
  readonly folder: string;
  readonly orgId: string;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly listeners: Listeners;
  /** The one that is about to change, or has changed. */
  readonly environment: string;
}

export interface EventTeller {
  /**
   * Before an apply: what the trail has so far is not told to anybody who was not told of it before. Leaves nothing behind
   * where nobody wants to know anything.
   */
  begin(): Promise<void>;
  /**
   * After an apply: puts what the trail tells since into the outbox, also what a crash left untold. Gives the number of
   * items. Sends nothing.
   */
  fill(): Promise<number>;
}

/** How far the trail of an org was put into the outbox. */
interface Cursor {
  readonly seq: number;
  readonly hash: string;
  /** How many lines that was: it goes on where a trail begins anew, so that events keep their order. */
  readonly count: number;
}

/**
 * Events are made from the audit trail, which is durable before anything else is told of a change: so a crash at any
 * moment loses none.
 */
export function eventTeller({ folder, orgId, clock, outbox, listeners, environment }: TellerOptions): EventTeller {
  const path = join(folder, 'events', 'told', `${safeName(orgId)}.json`);
  const inTurn = <T>(action: () => Promise<T>): Promise<T> =>
    underLock({ folder, name: `events ${orgId}`, clock }, action);
  const save = async (line: AuditLine | undefined, count: number): Promise<void> => {
    const cursor: Cursor = { seq: line?.seq ?? 0, hash: line?.hash ?? '', count };
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably(path, JSON.stringify(cursor));
  };
  const linesNow = async (): Promise<readonly AuditLine[]> =>
    (await readTrail(folder, orgId, clock)).lines.flatMap((text) => readLine(text) ?? []);

  return {
    async begin() {
      if (listeners.targets(environment).length === 0 || (await cursorAt(path)) !== undefined) return;
      await inTurn(async () => {
        if ((await cursorAt(path)) === undefined) await save((await linesNow()).at(-1), 0);
      });
    },
    async fill() {
      // Nobody wanted to know of it before it began.
      if ((await cursorAt(path)) === undefined) return 0;
      return inTurn(async () => {
        const cursor = await cursorAt(path);
        if (cursor === undefined) return 0;
        const lines = untold(await linesNow(), cursor);
        const items = lines.flatMap((line, index) => itemsOf(line, cursor.count + index, listeners, clock.now()));
        for (const item of items) await outbox.put(item);
        if (lines.length > 0) await save(lines.at(-1), cursor.count + lines.length);
        return items.length;
      });
    },
  };
}

/** Where the trail was taken away and began anew, all of it is untold. */
function untold(lines: readonly AuditLine[], cursor: Cursor): readonly AuditLine[] {
  const at = lines.findLastIndex(({ hash }) => hash === cursor.hash);
  if (at >= 0) return lines.slice(at + 1);
  const isAnew = (lines.at(-1)?.seq ?? 0) < cursor.seq;
  return isAnew ? lines : lines.filter(({ seq }) => seq > cursor.seq);
}

async function cursorAt(path: string): Promise<Cursor | undefined> {
  const text = await unlessGone(readFile(path, 'utf8'), '');
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value)) return undefined;
    const { seq, hash, count } = value;
    if (typeof seq !== 'number' || typeof hash !== 'string' || typeof count !== 'number') return undefined;
    return { seq, hash, count };
  } catch {
    return undefined;
  }
}
