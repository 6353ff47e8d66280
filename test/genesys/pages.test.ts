import { expect, test } from 'vitest';
import { allPages } from '#core/genesys/pages.ts';
import type { Api } from '#core/genesys/request.ts';
import { readNamed } from '#core/genesys/shape.ts';
import { failureOf } from './support.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const named = (count: number): Named[] =>
  Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: `Name ${index}` }));
const list = { path: '/api/v2/things', what: 'a list of things', read: readNamed };

/** Serves pages of `items`, which `beforePage` may change, as somebody else would. */
function server(
  items: Named[],
  beforePage: (request: number) => void = () => undefined,
): { readonly api: Api; readonly paths: string[] } {
  const paths: string[] = [];
  const api: Api = async ({ path }) => {
    paths.push(path);
    beforePage(paths.length);
    const query = new URLSearchParams(path.split('?')[1]);
    const size = Number(query.get('pageSize'));
    const start = (Number(query.get('pageNumber')) - 1) * size;
    const entities = items.slice(start, start + size);
    return { data: { entities, total: items.length, pageCount: Math.ceil(items.length / size) } };
  };
  return { api, paths };
}

test.each([0, 1, 99, 100, 101, 250])('reads %i entities, each once', async (count) => {
  const { api } = server(named(count));
  expect(await allPages(api, list, {})).toEqual(named(count));
});

test('a list that lost an entity while it was read is read again, so that nothing is missed', async () => {
  const items = named(150);
  const { api, paths } = server(items, (request) => {
    if (request === 2) items.splice(0, 1);
  });
  const read = await allPages(api, list, {});
  expect(read.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(paths).toHaveLength(4);
});

test('a list that gained an entity while it was read gives no entity twice', async () => {
  const items = named(150);
  const { api } = server(items, (request) => {
    if (request === 2) items.unshift({ id: 'new', name: 'New' });
  });
  const read = await allPages(api, list, {});
  expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
  expect(read).toHaveLength(151);
});

test('a list that never holds still ends all the same', async () => {
  const items = named(150);
  let next = 0;
  const { api, paths } = server(items, () => items.unshift({ id: `more-${next++}`, name: 'More' }));
  await allPages(api, list, {});
  expect(paths).toHaveLength(6);
});

test('without a page count a short page is the last one', async () => {
  const pages = [named(100), named(130).slice(100)];
  let request = 0;
  const api: Api = async () => ({ data: { entities: pages[request++] ?? [] } });
  expect(await allPages(api, list, {})).toHaveLength(130);
});

test('one entity of the wrong shape makes the whole list unreadable', async () => {
  const api: Api = async () => ({ data: { entities: [{ id: 'a', name: 'A' }, { name: 'no id' }], pageCount: 1 } });
  expect(await failureOf(allPages(api, list, {}))).toMatchObject({
    kind: 'unreadable',
    message: 'The answer is not a list of things.',
  });
});
