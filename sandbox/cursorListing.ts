/** Pages of a list by cursors, as Process Automation has them. */
import { cursorAt, indexIn } from './cursor.ts';
import type { Call } from './exchange.ts';
import type { Json, JsonObject } from './json.ts';
import { pageSizeIn } from './listing.ts';
import type { Switches } from './switches.ts';

/** Published in the SDK's documentation of both lists. */
const largestPage = 200;

/** `after` goes on behind a page, `before` goes back from its start. Without `nextUri` it is the last page. */
export function cursorListing<Item>(
  call: Call,
  items: readonly Item[],
  render: (item: Item) => Json,
  switches: Switches,
): JsonObject {
  const pageSize = pageSizeIn(call, switches, largestPage);
  const [after, before] = [call.query.get('after'), call.query.get('before')];
  const start = before ? Math.max(0, indexIn(before, 'before') - pageSize) : after ? indexIn(after, 'after') : 0;
  const end = start + pageSize;
  return {
    entities: items.slice(start, end).map(render),
    selfUri: uri(call, {}),
    ...(end < items.length ? { nextUri: uri(call, { after: cursorAt(end) }) } : {}),
    ...(start > 0 ? { previousUri: uri(call, { before: cursorAt(start) }) } : {}),
  };
}

function uri(call: Call, cursor: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(call.query);
  if (Object.keys(cursor).length > 0) {
    query.delete('after');
    query.delete('before');
  }
  for (const [name, value] of Object.entries(cursor)) query.set(name, value);
  const text = query.toString();
  return text === '' ? call.path : `${call.path}?${text}`;
}
