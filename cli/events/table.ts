import type { OutboxItem } from '#core/events/model.ts';
import { shownUrl } from '#core/events/words.ts';
import type { Column, Row } from '#core/query/run/model.ts';
import type { CliIo } from '../io.ts';
import { tableWriter } from '../rows/table.ts';
import { styleFor } from '../style.ts';

const COLUMNS: readonly Column[] = [
  { key: 'state', title: 'State', type: 'text' },
  { key: 'attempts', title: 'Attempts', type: 'number' },
  { key: 'nextAt', title: 'Not before', type: 'instant' },
  { key: 'subject', title: 'About', type: 'text' },
  { key: 'type', title: 'Event', type: 'text' },
  { key: 'url', title: 'Address', type: 'text' },
  { key: 'lastError', title: 'Last answer', type: 'text' },
  { key: 'key', title: 'Key', type: 'text' },
];

const DEFAULT_COLUMNS = 80;

/** What waits, in the order in which it was put in. */
export function itemsTable(items: readonly OutboxItem[], color: boolean, io: CliIo): string {
  if (items.length === 0) return '';
  const before = new Set<string>();
  const rows = items.map((item): Row => {
    const { key, url, event, attempts, nextAt, lastError } = item;
    const subject = JSON.stringify([url, event.source, event.subject]);
    const state = item.dead ? 'dead' : before.has(subject) ? 'held back' : 'waiting';
    before.add(subject);
    const due = state === 'waiting' ? nextAt : undefined;
    return [state, attempts, due, event.subject, event.type, shownUrl(url), lastError, key];
  });
  const writer = tableWriter(COLUMNS, {
    timeZone: 'UTC',
    style: styleFor(io.stdout, io.env, color),
    width: io.stdout.isTTY ? (io.stdout.columns ?? DEFAULT_COLUMNS) : undefined,
    onLeftOut: () => undefined,
  });
  return writer.begin() + writer.rows(rows) + writer.end();
}
