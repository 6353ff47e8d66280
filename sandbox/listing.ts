/** Pages of a list with the published listing fields. */
import { badField } from './errors.ts';
import type { Call } from './exchange.ts';
import { parameterDefault } from './facts.ts';
import type { Json, JsonObject } from './json.ts';
import type { Switches } from './switches.ts';

export interface PageLimits {
  /** The largest page; undefined where none is stated, then the switch decides. */
  readonly maximumSize?: number;
  /** The last page that may be asked for, where one is stated. */
  readonly maximumNumber?: number;
}

/**
 * One page of `items` as a listing. `pageSize` and `pageNumber` come from the query or from the published defaults.
 * A page after the last one is empty. Throws `bad.request` for what is not a whole number from 1.
 */
export function listing<Item>(
  call: Call,
  items: readonly Item[],
  render: (item: Item) => Json,
  switches: Switches,
  limits: PageLimits = {},
): JsonObject {
  const pageSize = pageSizeIn(call, switches, limits.maximumSize ?? switches.pageSizeMaximum);
  const pageNumber = wholeNumber(call, 'pageNumber', '1');
  if (limits.maximumNumber !== undefined && pageNumber > limits.maximumNumber) throw badField('pageNumber');
  const pageCount = Math.ceil(items.length / pageSize);
  const start = (pageNumber - 1) * pageSize;
  const uri = (page: number): string => pageUri(call, pageSize, page);
  return {
    entities: items.slice(start, start + pageSize).map(render),
    pageSize,
    pageNumber,
    total: items.length,
    firstUri: uri(1),
    selfUri: uri(pageNumber),
    ...(pageNumber < pageCount ? { nextUri: uri(pageNumber + 1) } : {}),
    ...(pageNumber > 1 ? { previousUri: uri(pageNumber - 1) } : {}),
    lastUri: uri(Math.max(1, pageCount)),
    pageCount,
  };
}

/** The size of a page that the query asks for, or the published default. */
export function pageSizeIn(call: Call, switches: Switches, maximum: number): number {
  const asked = wholeNumber(call, 'pageSize', '25');
  if (asked <= maximum) return asked;
  if (switches.pageSizeOverMaximum === 'refused') throw badField('pageSize');
  return maximum;
}

function wholeNumber(call: Call, name: string, fallback: string): number {
  const text = call.query.get(name) ?? parameterDefault(call.method, call.template, name) ?? fallback;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < 1) throw badField(name);
  return value;
}

/** Relative to the host, with the other query parameters kept, as the API writes them. */
function pageUri(call: Call, pageSize: number, pageNumber: number): string {
  const query = new URLSearchParams(call.query);
  query.set('pageSize', String(pageSize));
  query.set('pageNumber', String(pageNumber));
  return `${call.path}?${query.toString()}`;
}
