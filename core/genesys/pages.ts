/** Reads a list to its end. Lists have page numbers and no cursor, so one that changes meanwhile shifts under the reader. */
import { PAGE_SIZE } from '../contract/limits.ts';
import type { Api, ApiRequest, CallOptions } from './request.ts';
import type { Read } from './shape.ts';
import { count, expectShape, isFields, readAll } from './shape.ts';

interface Page<T> {
  readonly entities: readonly T[];
  readonly pageCount: number | undefined;
  readonly total: number | undefined;
}

/** What to list. `what` names it in an error, for example `a list of queues`. */
interface List<T> {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly what: string;
  readonly read: Read<T>;
}

/** Each has `id`, by which an entity that was met twice is known. */
interface Entity {
  readonly id: string;
}

/** A list that changed while it was read is read again this often; then what was seen is taken, each entity once. */
const READINGS = 3;
/** Ends a list whose page count never stops growing: a million entities. */
const MOST_PAGES = 10_000;

/** All entities of a list, each once, in the list's order. */
export async function allPages<T extends Entity>(api: Api, list: List<T>, options: CallOptions): Promise<readonly T[]> {
  for (let reading = 1; ; reading++) {
    const { entities, steady } = await readOnce(api, list, options);
    if (steady || reading === READINGS) return entities;
  }
}

async function readOnce<T extends Entity>(
  api: Api,
  list: List<T>,
  options: CallOptions,
): Promise<{ readonly entities: readonly T[]; readonly steady: boolean }> {
  const seen = new Map<string, T>();
  let steady = true;
  let total: number | undefined;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const query = new URLSearchParams({ pageSize: String(PAGE_SIZE), pageNumber: String(number), ...list.query });
    const request: ApiRequest = { method: 'GET', path: `${list.path}?${query.toString()}`, options };
    const page = expectShape(request, await api(request), list.what, readPage(list.read));
    if (number > 1 && page.total !== total) steady = false;
    total = page.total;
    for (const entity of page.entities) {
      if (seen.has(entity.id)) steady = false;
      seen.set(entity.id, entity);
    }
    // Without a page count a short page is the last one.
    const last = page.pageCount === undefined ? page.entities.length < PAGE_SIZE : number >= page.pageCount;
    if (last || page.entities.length === 0) break;
  }
  return { entities: [...seen.values()], steady };
}

/** The published listings leave `entities` optional; a listing without it is not taken for an empty one. */
function readPage<T>(read: Read<T>): Read<Page<T>> {
  return (value) => {
    if (!isFields(value)) return undefined;
    const entities = readAll(read)(value['entities']);
    return entities === undefined
      ? undefined
      : { entities, pageCount: count(value['pageCount']), total: count(value['total']) };
  };
}
