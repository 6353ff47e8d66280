/** What the files mean as rows of the environment's data table. */
import { describe, expect, test } from 'vitest';
import type { GenesysProject, WrapUpCode } from '#core/contract/generated/files.ts';
import type { OrgSnapshot, OrgTable, Plan } from '#core/deploy/model.ts';
import { catalog, org, orgCode, outline, planOf } from './support.ts';

const project: GenesysProject = {
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
};
const table = (
  rows: OrgTable['rows'],
  columns: OrgTable['columns'] = { name: 'string', state: 'string' },
): OrgTable => ({
  id: 't-1',
  name: 'Codes',
  columns,
  rows,
});
const withTable = (codes: readonly WrapUpCode[], has: OrgSnapshot['table'], more: Partial<OrgSnapshot> = {}): Plan =>
  planOf({
    catalogs: [catalog(codes, { categories: { support: ['callback'] } })],
    project,
    org: { ...org({ codes: [orgCode('A')] }), ...(has && { table: has }), ...more },
  });

test.each(['.', '..'])('a key that an address would take for a folder is told of, and never sent: %s', (code) => {
  for (const state of ['active', 'deleted'] as const) {
    const plan = withTable([{ name: 'A', code, state }], table({ [code]: { name: 'A' } }));
    const rows = plan.changes.filter(({ id }) => id.startsWith('metadata:') || id.endsWith(':row'));
    expect(rows.map(({ kind, why }) => `${kind}: ${why}`)).toEqual([
      `blocked: A row of the data table "Codes" cannot be called "${code}". Give the entry another \`code\`.`,
    ]);
  }
});

describe('rows of the data table', () => {
  const all: OrgTable['columns'] = Object.fromEntries(
    [
      'name',
      'id',
      'code',
      'category',
      'subcategory',
      'tags',
      'validFrom',
      'validThrough',
      'state',
      'description',
      'owner',
    ].map((column) => [column, 'string' as const]),
  );

  test('have all that is known in the columns that the table has, under the code', () => {
    const entry: WrapUpCode = {
      name: 'A',
      code: 'A_1',
      category: 'support',
      subcategory: 'callback',
      reportingTags: ['region:na'],
      validFrom: '2026-01-01T00:00:00Z',
    };
    const plan = withTable([entry], table({}, all), { codes: [orgCode('A', { description: 'from the org' })] });
    const after = {
      name: 'A',
      id: 'id-A',
      code: 'A_1',
      category: 'support',
      subcategory: 'callback',
      tags: 'cat:support,sub:callback,region:na',
      validFrom: '2026-01-01T00:00:00Z',
      validThrough: '',
      state: 'active',
      description: 'from the org',
    };
    expect(plan.changes).toEqual([
      expect.objectContaining({
        kind: 'metadata',
        id: 'metadata:A_1',
        name: 'A',
        key: 'A_1',
        after,
        call: { method: 'POST', path: '/api/v2/flows/datatables/t-1/rows', body: { key: 'A_1', ...after } },
      }),
    ]);
    expect(
      outline(
        withTable([entry], table({ A_1: { ...after, owner: 'me' } }, all), {
          codes: [orgCode('A', { description: 'from the org' })],
        }),
      ),
    ).toEqual([]);
  });

  test('that differ are replaced in our columns only', () => {
    const plan = withTable(
      [{ name: 'A', state: 'retired' }],
      table({ A: { name: 'A', state: 'active', owner: 'me' } }),
    );
    expect(plan.changes).toMatchObject([
      {
        before: { name: 'A', state: 'active' },
        after: { name: 'A', state: 'retired' },
        call: { method: 'PUT', path: '/api/v2/flows/datatables/t-1/rows/A', into: 'tableRow' },
      },
    ]);
  });

  test('of a new code wait for its id', () => {
    const plan = withTable([{ name: 'New' }], table({}, { id: 'string', name: 'string' }));
    expect(outline(plan)).toEqual(['create New', 'metadata New']);
    expect(plan.changes[1]).toMatchObject({ awaitsId: true, after: { name: 'New' } });
    expect(withTable([{ name: 'New' }], table({})).changes[1]).not.toHaveProperty('awaitsId');
  });

  test('of a deleted code go, also where the code is gone already', () => {
    const rows = { A: { name: 'A' }, B: { name: 'B' } };
    const codes: WrapUpCode[] = [
      { name: 'A', state: 'deleted' },
      { name: 'B', state: 'deleted' },
    ];
    const plan = withTable(codes, table(rows));
    expect(outline(plan)).toEqual(['metadata A', 'metadata B', 'delete A']);
    expect(plan.changes[1]).toMatchObject({ call: { method: 'DELETE', path: '/api/v2/flows/datatables/t-1/rows/B' } });
    expect(plan.changes[1]).not.toHaveProperty('after');
  });

  test('under an earlier name go where they are the code itself', () => {
    const codes: WrapUpCode[] = [{ name: 'A', formerly: ['Before', 'Other'] }];
    const rows = { Before: { name: 'Before' }, Other: { name: 'Somebody else' } };
    const calls = withTable(codes, table(rows)).changes.map((change) =>
      'call' in change ? `${change.call.method} ${change.call.path}` : change.kind,
    );
    expect(calls).toEqual([
      'POST /api/v2/flows/datatables/t-1/rows',
      'DELETE /api/v2/flows/datatables/t-1/rows/Before',
    ]);
  });

  test('take the types of their columns, and a text that does not fit is blocked', () => {
    const columns = { code: 'integer', name: 'string', category: 'boolean' } as const;
    const written = (entry: WrapUpCode) => withTable([entry], table({}, columns)).changes[0];
    expect(written({ name: 'A', code: '17' })).toMatchObject({ after: { code: 17, name: 'A' } });
    expect(written({ name: 'A', code: '017' })).toMatchObject({
      kind: 'blocked',
      why: expect.stringContaining('The column "code" of the data table "Codes" has the type integer') as unknown,
    });
    expect(written({ name: 'A' })).toMatchObject({ after: { name: 'A' } });
  });

  test('of two entries with one key are blocked', () => {
    const codes: WrapUpCode[] = [{ name: 'A' }, { name: 'B', code: 'A' }];
    expect(outline(withTable(codes, table({})))).toEqual(['create B', 'blocked A', 'blocked B']);
  });

  test('of a table that the org does not have are told once, with what to do', () => {
    const plan = withTable([{ name: 'A' }, { name: 'New' }], { missing: 'Codes' });
    expect(outline(plan)).toEqual(['create New', 'blocked Codes']);
    expect(plan.changes[1]?.why).toContain('The org has no data table "Codes" that these credentials can see. Make it');
  });
});
