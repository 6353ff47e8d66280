import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outbox, OutboxItem } from '#core/events/model.ts';
import { isFields } from '#core/audit/chain.ts';
import { syncFolder, writeDurably } from './durable.ts';
import { unlessGone } from './unlessGone.ts';

export interface OutboxOptions {
  /** The state folder. */
  readonly folder: string;
  /** Told of a file that cannot be understood, in a sentence. */
  readonly onNote: (sentence: string) => void;
}

const SUFFIX = '.json';

/**
 * Events that wait, one file each, readable by their owner only. A file is put in its place whole, so a crash leaves the
 * old item or the new one.
 */
export function folderOutbox({ folder, onNote }: OutboxOptions): Outbox {
  const items = join(folder, 'events', 'outbox');
  const fileOf = (key: string): string => join(items, `${key}${SUFFIX}`);

  const read = async (name: string): Promise<OutboxItem | undefined> => {
    const path = join(items, name);
    const text = await unlessGone(readFile(path, 'utf8'), undefined);
    if (text === undefined) return undefined;
    const item = parsed(text);
    if (item !== undefined && `${item.key}${SUFFIX}` === name) return item;
    await unlessGone(rename(path, `${path}.aside`), undefined);
    onNote(`An event that waited could not be read. It was moved to ${path}.aside and will not be sent.`);
    return undefined;
  };

  return {
    async put(item) {
      if (!/^[\w-]+$/.test(item.key)) throw new Error('The key of an event is made of letters, digits and dashes.');
      await mkdir(items, { recursive: true, mode: 0o700 });
      await writeDurably(fileOf(item.key), JSON.stringify(item));
    },
    async list() {
      const names = (await unlessGone(readdir(items), [])).filter((name) => name.endsWith(SUFFIX)).sort();
      const found: OutboxItem[] = [];
      for (const name of names) {
        const item = await read(name);
        if (item) found.push(item);
      }
      return found;
    },
    async remove(key) {
      await rm(fileOf(key), { force: true });
      await unlessGone(syncFolder(items), undefined);
    },
  };
}

function parsed(text: string): OutboxItem | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isItem(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isItem(value: unknown): value is OutboxItem {
  if (!isFields(value)) return false;
  const { key, url, event, attempts, nextAt, dead } = value;
  const isEvent = isFields(event) && ['id', 'source', 'subject'].every((field) => typeof event[field] === 'string');
  return (
    isEvent &&
    [key, url].every((text) => typeof text === 'string') &&
    [attempts, nextAt].every(Number.isFinite) &&
    typeof dead === 'boolean'
  );
}
