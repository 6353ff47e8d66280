/** Random catalogs, projects and orgs with everything that a plan looks at. */
import fc from 'fast-check';
import type { GenesysProject, QueueDeclaration, WrapUpCatalog, WrapUpCode } from '#core/contract/generated/files.ts';
import type { CatalogFile, OrgCode, OrgOutbound, OrgSnapshot, OrgTable, PlanRequest } from '#core/deploy/model.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { DEV, HOME, SUPPORT, catalog, org } from './support.ts';

/** Few names in several spellings, so that matches, twins, strangers and earlier names are common. */
const name = fc.constantFrom('Alpha', 'alpha', 'Beta', 'BETA', 'Gamma', 'Délta', 'De\u0301lta', '__proto__', 'Zeta');
const QUEUE_NAMES = ['Q One', 'Q Two', 'q two', 'Q Three'];
const queueName = fc.constantFrom(...QUEUE_NAMES, 'Q Nowhere');
const text = fc.constantFrom('', 'one', 'two');
const flag = fc.constantFrom('RIGHT_PARTY_CONTACT' as const, 'BUSINESS_SUCCESS' as const, 'BUSINESS_FAILURE' as const);
const prompt = fc.constantFrom('MANDATORY' as const, 'OPTIONAL' as const, 'MANDATORY_TIMEOUT' as const);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const entry = fc
  .record({
    name,
    code: optional(fc.constantFrom('A_1', '7', '07', 'Alpha')),
    category: optional(text),
    description: optional(text),
    division: optional(fc.constantFrom('Support', 'Home', '*', 'Nowhere')),
    queues: optional(fc.array(queueName, { maxLength: 3 })),
    formerly: optional(fc.array(name, { maxLength: 2 })),
    state: optional(fc.constantFrom('active' as const, 'retired' as const, 'deleted' as const)),
    validFrom: optional(fc.constantFrom('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z')),
    validThrough: optional(fc.constantFrom('2021-01-01T00:00:00Z', '2031-01-01T00:00:00Z')),
    mandatory: optional(fc.boolean()),
    outbound: optional(fc.oneof(fc.constant('default' as const), fc.uniqueArray(flag, { maxLength: 2 }))),
    environments: optional(fc.constantFrom(['dev'], ['prod'])),
  })
  .map((fields) => present(fields) as unknown as WrapUpCode);

const declaration: fc.Arbitrary<QueueDeclaration> = fc
  .record({
    membership: optional(fc.constantFrom('exact' as const, 'additive' as const)),
    afterCallWork: optional(
      fc
        .record({ prompt: optional(prompt), timeout: optional(fc.constantFrom('30s', '1m')) })
        .map((fields) => present(fields) as NonNullable<NonNullable<QueueDeclaration>['afterCallWork']>),
    ),
  })
  .map((fields) => present(fields) as NonNullable<QueueDeclaration>);

const catalogFields: fc.Arbitrary<Partial<WrapUpCatalog> & Pick<WrapUpCatalog, 'codes'>> = fc.record({
  codes: fc.array(entry, { maxLength: 5 }),
  queues: fc.dictionary(queueName, declaration, { maxKeys: 3 }),
});

const catalogsAt = (folder: string): fc.Arbitrary<readonly CatalogFile[]> =>
  fc
    .array(catalogFields, { maxLength: 2 })
    .map((files) => files.map(({ codes, ...more }, index) => catalog(codes, more, `${folder}${index}.wrapup.yaml`)));

const orgCodes: fc.Arbitrary<readonly OrgCode[]> = fc
  .uniqueArray(fc.record({ name, description: text, division: fc.constantFrom(SUPPORT, HOME, { id: '*' }) }), {
    selector: (code) => code.name,
    maxLength: 7,
  })
  .map((codes) => codes.map((code, index) => ({ ...code, id: `c${index}` })));

const codeId = fc.nat(7).map((index) => `c${index}`);

const outbound: fc.Arbitrary<OrgOutbound> = fc
  .array(fc.tuple(codeId, fc.uniqueArray(flag, { maxLength: 3 })))
  .map((entries) => ({ version: 1, defaultSet: [], mapping: Object.fromEntries(entries) }));

const columnType = fc.constantFrom('string' as const, 'string' as const, 'integer' as const);
const table: fc.Arbitrary<OrgTable | { readonly missing: string }> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ missing: 'Codes' }) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        columns: fc.dictionary(
          fc.constantFrom('name', 'id', 'code', 'category', 'tags', 'state', 'description', 'owner'),
          columnType,
        ),
        keys: fc.uniqueArray(fc.oneof(name, fc.constantFrom('A_1', '7')), { maxLength: 4 }),
        cell: fc.infiniteStream(fc.constantFrom('', 'Alpha', 'Beta', 'c0', 'c1', 'active')),
      })
      .map(({ columns, keys, cell }) => {
        const row = () =>
          Object.fromEntries(
            Object.entries(columns).map(([column, type]) => [
              column,
              type === 'string' ? String(cell.next().value) : 3,
            ]),
          );
        return { id: 't', name: 'Codes', columns, rows: Object.fromEntries(keys.map((key) => [key, row()])) };
      }),
  },
);

const orgs: fc.Arbitrary<OrgSnapshot> = fc
  .record({
    codes: orgCodes,
    pairs: fc.array(fc.tuple(fc.nat(QUEUE_NAMES.length - 1), codeId), { maxLength: 14 }),
    prompts: fc.array(optional(prompt), { minLength: QUEUE_NAMES.length, maxLength: QUEUE_NAMES.length }),
    outbound,
    table: optional(table),
  })
  .map(({ codes, pairs, prompts, outbound: mappings, table: has }) => {
    const queues = QUEUE_NAMES.map((queue, index) => ({
      id: `q${index}`,
      name: queue,
      ...(prompts[index] === undefined ? {} : { wrapupPrompt: prompts[index] }),
    }));
    const known = new Set(codes.map(({ id }) => id));
    const queueCodes = Object.fromEntries(
      queues.map(({ id }, index) => [
        id,
        [...new Set(pairs.flatMap(([queue, code]) => (queue === index && known.has(code) ? [code] : [])))],
      ]),
    );
    return { ...org({ codes, queues, queueCodes }), outbound: mappings, ...(has === undefined ? {} : { table: has }) };
  });

const project: GenesysProject = {
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie', metadata: { dataTable: 'Codes' } } },
};

export const requests: fc.Arbitrary<PlanRequest> = fc
  .record({
    catalogs: catalogsAt(''),
    around: optional(
      fc.record({
        catalogs: catalogsAt('other/'),
        unreadable: fc.constantFrom<readonly string[]>([], ['broken.wrapup.yaml']),
        mentions: fc.constant([]),
      }),
    ),
    org: orgs,
  })
  .map(({ catalogs, around, org: snapshot }) => ({
    catalogs,
    project,
    target: DEV,
    org: snapshot,
    asOf: TEST_INSTANT,
    ...(around === undefined ? {} : { around }),
  }));
