import { expect, it } from 'vitest';
import type { Column, Row } from '#core/query/run/model.ts';
import { createRowStore } from '#core/query/run/store/index.ts';
import { createRowView } from '#core/query/run/view/index.ts';

const COLUMN: Column = { key: 'name', title: 'Name', type: 'text' };
/** More different texts than a dictionary has room for, in letters, so that one text touches the next. */
const letters = Array.from(
  { length: 70_000 },
  (_, row): Row => [row.toString(36).replaceAll(/\d/g, (d) => 'ΑΒΓΔΕΖΗΘΙΚ'[Number(d)] ?? '')],
);

it.each([
  ['a few texts', []],
  ['many texts', letters],
])('a Greek sigma is found in its three forms, among %s', (_name, others) => {
  const store = createRowStore([COLUMN]);
  const names: readonly Row[] = [['ΟΔΟΣ'], ['οδος'], ['ΟΔΟΣΑΜ'], ['οδοσαμ'], ['Σ']];
  store.append([...others, ...names]);
  const view = createRowView(store, { timeZone: 'UTC' });
  const found = (text: string) => {
    view.filterBy([{ text }]);
    return [...view.rows('shown')].flat();
  };
  expect(found('ΟΔΟΣ')).toEqual(['ΟΔΟΣ', 'οδος', 'ΟΔΟΣΑΜ', 'οδοσαμ']);
  expect(found('οδος')).toEqual(['ΟΔΟΣ', 'οδος', 'ΟΔΟΣΑΜ', 'οδοσαμ']);
  expect(found('ΟΔΟΣΑ')).toEqual(['ΟΔΟΣΑΜ', 'οδοσαμ']);
  expect(found('σ')).toHaveLength(names.length);
});
