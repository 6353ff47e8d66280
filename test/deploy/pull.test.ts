/** What is pulled from an org is a catalog without errors, and a push of it would change nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import type { GenesysProject, WrapUpCatalog } from '#core/contract/generated/files.ts';
import type { OrgSnapshot, Plan } from '#core/deploy/model.ts';
import { makePlan } from '#core/deploy/plan.ts';
import { catalogText, pullCatalog, readForPull } from '#core/deploy/pull/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readCatalogs } from '#core/workspace/read.ts';
import { openWorld } from '../genesys/support.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';
import { orgs } from './randomOrgs.ts';
import { DEV, org, orgCode, VOICE } from './support.ts';

const PATH = 'pulled.wrapup.yaml';

function planOf(catalog: WrapUpCatalog, snapshot: OrgSnapshot, project?: GenesysProject): Plan {
  return makePlan({ catalogs: [{ path: PATH, catalog }], project, target: DEV, org: snapshot, asOf: TEST_INSTANT });
}

/** Of its text, as a user would have it on disk. */
function errorsIn(catalog: WrapUpCatalog): readonly string[] {
  const source = readSource(PATH, catalogText(catalog));
  expect(readCatalogs(source)).toEqual([catalog]);
  return check(source, { now: TEST_INSTANT }).flatMap(({ severity, message }) =>
    severity === 'error' ? [message] : [],
  );
}

test('the whole org of the sandbox', async () => {
  const { genesys } = await openWorld();
  const snapshot = await readForPull(genesys, DEV, undefined);
  const { catalog, leftOut } = pullCatalog({ org: snapshot, project: undefined, target: DEV });
  expect(errorsIn(catalog)).toEqual([]);
  expect(planOf(catalog, snapshot).changes).toEqual([]);
  expect(leftOut).toEqual([]);
  expect(catalog.codes).toHaveLength(snapshot.codes.length);
});

test('any org', () => {
  fc.assert(
    fc.property(orgs, (snapshot) => {
      const { catalog, leftOut } = pullCatalog({ org: snapshot, project: undefined, target: DEV });
      expect(errorsIn(catalog)).toEqual([]);
      expect(planOf(catalog, snapshot).changes).toEqual([]);
      const told = leftOut.filter(({ kind }) => kind === 'code').length;
      expect(catalog.codes.length + told).toBe(snapshot.codes.length);
    }),
    { numRuns: 500 },
  );
});

test('names of the environment are those of the files again', () => {
  const project: GenesysProject = {
    kind: 'GenesysProject',
    environments: {
      dev: { region: 'mypurecloud.ie', names: { queues: { Voice: 'Support Voice' }, divisions: { Help: 'Support' } } },
    },
  };
  const snapshot = org({
    codes: [orgCode('Refund', { division: { id: 'd-support', name: 'Support' } })],
    queueCodes: { [VOICE.id]: ['id-Refund'] },
  });
  const { catalog } = pullCatalog({ org: snapshot, project, target: DEV });
  expect(catalog).toMatchObject({
    division: 'Help',
    queues: { Voice: {} },
    codes: [{ name: 'Refund', queues: ['Voice'] }],
  });
  expect(planOf(catalog, snapshot, project).changes).toEqual([]);
});

test('only what is asked for', () => {
  const snapshot = org({
    codes: [orgCode('Refund A'), orgCode('Refund B', { division: { id: 'd-home', name: 'Home' } }), orgCode('Other')],
    queueCodes: { [VOICE.id]: ['id-Refund A', 'id-Other'] },
  });
  const namesOf = (only: Parameters<typeof pullCatalog>[0]['only']): readonly string[] =>
    pullCatalog({ org: snapshot, project: undefined, target: DEV, ...(only && { only }) }).catalog.codes.map(
      ({ name }) => name,
    );
  expect(namesOf({ names: ['refund*'] })).toEqual(['Refund A', 'Refund B']);
  expect(namesOf({ divisions: ['Home'] })).toEqual(['Refund B']);
  expect(namesOf({ queues: ['support voice'] })).toEqual(['Other', 'Refund A']);
  expect(namesOf({ names: ['*a'], queues: ['*'] })).toEqual(['Refund A']);
});

test('what cannot be in a catalog is told with its reason', () => {
  const codes = [
    orgCode('ININ-OUTBOUND-BUSY'),
    orgCode('Refund'),
    { ...orgCode('refund '), id: 'other' },
    orgCode('Fine'),
  ];
  const { catalog, leftOut } = pullCatalog({ org: org({ codes }), project: undefined, target: DEV });
  expect(catalog.codes.map(({ name }) => name)).toEqual(['Fine']);
  expect(leftOut.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    'ININ-OUTBOUND-BUSY: Its name belongs to the system.',
    expect.stringContaining('Refund: The org has 2 codes whose names look the same'),
    expect.stringContaining('refund : The org has 2 codes whose names look the same'),
  ]);
});
