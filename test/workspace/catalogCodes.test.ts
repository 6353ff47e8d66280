import { describe, expect, it } from 'vitest';
import type { GenesysProject, WrapUpCatalog } from '#core/contract/generated/files.ts';
import { catalogCodes } from '#core/workspace/index.ts';

const catalog: WrapUpCatalog = {
  kind: 'WrapUpCatalog',
  categories: { sales: ['conversion', 'lead'], constructor: ['x'] },
  codes: [
    {
      name: 'Lead',
      code: 'LEAD',
      category: 'sales',
      subcategory: 'lead',
      reportingTags: ['region:na', 'cat:sales', 'region:na'],
      formerly: ['Prospect'],
    },
    { name: 'Sale', category: 'sales', queues: ['Support Voice'] },
    { name: 'Other', state: 'deleted' },
  ],
};

const all: GenesysProject = { kind: 'GenesysProject', policy: { subcategoryTags: 'all' } };

describe('codes of the catalogs', () => {
  it('have what queries and results ask for, deleted ones too', () => {
    expect(catalogCodes([catalog], undefined)).toEqual([
      {
        name: 'Lead',
        code: 'LEAD',
        category: 'sales',
        subcategory: 'lead',
        tags: ['cat:sales', 'sub:lead', 'region:na'],
        formerly: ['Prospect'],
      },
      { name: 'Sale', category: 'sales', tags: ['cat:sales'], formerly: [], queues: ['Support Voice'] },
      { name: 'Other', tags: [], formerly: [], state: 'deleted' },
    ]);
  });

  it('have a tag for every subcategory where the project says so', () => {
    expect(catalogCodes([catalog], all).map(({ tags }) => tags)).toEqual([
      ['cat:sales', 'sub:conversion', 'sub:lead', 'region:na'],
      ['cat:sales', 'sub:conversion', 'sub:lead'],
      [],
    ]);
  });

  it('are on the default queues where they name none', () => {
    const [lead, sale] = catalogCodes([{ ...catalog, defaults: { queues: ['Billing'] } }], undefined);
    expect([lead?.queues, sale?.queues]).toEqual([['Billing'], ['Support Voice']]);
  });

  it('come from all catalogs in their order', () => {
    const other: WrapUpCatalog = { kind: 'WrapUpCatalog', codes: [{ name: 'First' }] };
    expect(catalogCodes([other, catalog], all).map(({ name }) => name)).toEqual(['First', 'Lead', 'Sale', 'Other']);
  });
});
