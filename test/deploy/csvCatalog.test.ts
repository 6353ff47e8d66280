/** Tables as spreadsheets save them. */
import { expect, test } from 'vitest';
import { csvCatalog } from '#core/deploy/pull/index.ts';

const codesOf = (text: string): unknown => {
  const result = csvCatalog(text);
  return result.ok ? result.catalog.codes : result.errors;
};

test('columns are found by their titles, and empty cells say nothing', () => {
  const table =
    'Name,Sub Category,QUEUES,Tags,Mandatory,State,Outbound\nRefund,agreed,"Billing; Support Voice",a:b|c:d,yes,Retired,default\n"Late, by mail",,,,no,,\n';
  expect(csvCatalog(table)).toEqual({
    ok: true,
    notes: [],
    catalog: {
      kind: 'WrapUpCatalog',
      naming: 'platform',
      queues: { Billing: {}, 'Support Voice': {} },
      codes: [
        {
          name: 'Refund',
          subcategory: 'agreed',
          queues: ['Billing', 'Support Voice'],
          reportingTags: ['a:b', 'c:d'],
          mandatory: true,
          state: 'retired',
          outbound: 'default',
        },
        { name: 'Late, by mail', mandatory: false },
      ],
    },
  });
});

test.each([
  ['semicolons and a mark at the start', '\uFEFFname;description\nRefund;Given back\n'],
  ['tabs and line ends of Windows', 'name\tdescription\r\nRefund\tGiven back\r\n'],
  ['quotes, spaces and empty lines', '"name", description\n\n "Refund" , Given back \n\n'],
])('%s', (_what, table) => {
  expect(codesOf(table)).toEqual([{ name: 'Refund', description: 'Given back' }]);
});

test('a column that no catalog has is told of', () => {
  const result = csvCatalog('name,colour\nRefund,red\n');
  expect(result).toMatchObject({ ok: true, notes: ['The column "colour" is none of a catalog\'s, and was left out.'] });
});

test.each([
  ['', ['The table is empty. Its first line names the columns, for example `name,description,queues`.']],
  ['title\nRefund\n', ['No column is called `name`. The first line names the columns; it has "title".']],
  [
    'name,tags,Reporting Tags\nA,b,c\n',
    ['Two columns are `reportingTags`: "tags" and "Reporting Tags". Keep one of them.'],
  ],
  ['name,code\nRefund,R\n,X\nRefund,Y\n', ['Line 3 has no name.', 'Line 4 names "Refund" again; it is in line 2.']],
  ['name,state\nRefund,gone\n', ['Line 2: "gone" does not fit `state`. Possible: active, retired, deleted.']],
  ['name,mandatory\n"Two\nlines",perhaps\n', ['Line 3: "perhaps" does not fit `mandatory`. Possible: yes or no.']],
  ['name\n"never closed\n', [expect.stringMatching(/^The table cannot be read: /)]],
])('a broken table is told line by line: %j', (table, errors) => {
  expect(codesOf(table)).toEqual(errors);
});

test('titles that are names of objects are none of ours', () => {
  expect(csvCatalog('name,__proto__,constructor\nRefund,a,b\n')).toMatchObject({
    ok: true,
    catalog: { codes: [{ name: 'Refund' }] },
  });
});
