/** What a plan shows of permissions, up to the formats. */
import { expect, test } from 'vitest';
import { formatPlanJson, formatPlanMarkdown, formatPlanText, selected } from '#core/deploy/index.ts';
import type { MissingPermission } from '#core/deploy/doctor/index.ts';
import type { Plan } from '#core/deploy/model.ts';
import { applyReviewed, preparePlan } from '#core/deploy/prepare.ts';
import { clientOf, openWorld } from '../genesys/support.ts';
import { ACTOR, DEV, catalog, keptJournal, keptTrail, planOf } from './support.ts';

const NEW = catalog([
  { name: 'In Sales', division: 'Sales' },
  { name: 'In Support', division: 'Support' },
]);
const SENTENCE =
  'Creating codes in the division Sales needs routing:wrapupCode:add; these credentials have it only in Support.';

test('a plan says before its changes what the credentials lack, in each format', async () => {
  const { genesys, clock, sandbox } = await openWorld({ credentials: ({ clients }) => clientOf(clients.scoped) });
  const steps: string[] = [];
  const plan = await preparePlan({
    genesys,
    catalogs: [NEW],
    project: undefined,
    target: DEV,
    clock,
    onProgress: (step) => void steps.push(step),
  });
  expect(steps.at(-1)).toBe('Reading roles and permissions');
  const text = formatPlanText(plan);
  expect(text).toContain(`\nPermissions to check: 1\n  ${SENTENCE}\n\na.wrapup.yaml\n`);
  expect(formatPlanMarkdown(plan)).toContain('### Permissions to check: 1\n\n- Creating codes in the division Sales');
  expect(JSON.parse(formatPlanJson(plan))).toMatchObject({
    missingPermissions: [
      {
        certainty: 'missing',
        require: 'ALL',
        permissions: ['routing:wrapupCode:add'],
        division: { name: 'Sales' },
        heldIn: ['Support'],
        changes: ['create:In Sales'],
        text: SENTENCE,
      },
    ],
  });
  expect(sandbox.log.filter(({ path }) => path === '/api/v2/authorization/subjects/me')).toHaveLength(1);
});

test('a write that is refused says in which division the permission is missing, as the review did', async () => {
  const { sandbox, genesys, clock } = await openWorld({ credentials: ({ clients }) => clientOf(clients.scoped) });
  const prepare = { genesys, catalogs: [NEW], project: undefined, target: DEV, clock };
  const reviewed = await preparePlan(prepare);
  const run = { journal: keptJournal(), audit: keptTrail(), actor: ACTOR, applyId: 'doctor' };
  const applied = await applyReviewed({ ...prepare, ...run, reviewed });
  const results = applied.kind === 'applied' ? applied.result.results : [];
  const outcomes = results.map(({ change, outcome }) => `${change.name} ${outcome}`);
  expect(outcomes).toEqual(['In Sales failed', 'In Support done']);
  expect(results.at(0)?.message).toContain(SENTENCE);
  expect(sandbox.log.filter(({ path }) => path === '/api/v2/authorization/subjects/me')).toHaveLength(1);
});

test('a plan of credentials that may do all says nothing of permissions, and its fingerprint is the same', async () => {
  const planWith = async (client: 'full' | 'readOnly') => {
    const { genesys, clock } = await openWorld({ credentials: ({ clients }) => clientOf(clients[client]) });
    return preparePlan({ genesys, catalogs: [NEW], project: undefined, target: DEV, clock });
  };
  const [full, readOnly] = [await planWith('full'), await planWith('readOnly')];
  expect(full).not.toHaveProperty('permissions');
  expect(formatPlanText(full)).not.toContain('Permissions');
  expect(JSON.parse(formatPlanJson(full))).toMatchObject({ missingPermissions: [] });
  expect(readOnly.permissions?.missing).toHaveLength(2);
  expect(readOnly.fingerprint).toBe(full.fingerprint);
});

test('an org that does not tell roles leaves the plan as it is, and the plan says so', async () => {
  const { genesys, clock } = await openWorld({
    fault: ({ path }) => (path.endsWith('/subjects/me') ? { kind: 'answer', when: 'before', status: 404 } : undefined),
  });
  const plan = await preparePlan({ genesys, catalogs: [NEW], project: undefined, target: DEV, clock });
  expect(plan.changes).toHaveLength(2);
  expect(formatPlanText(plan)).toContain('Which permissions these credentials have could not be read:');
  expect(JSON.parse(formatPlanJson(plan))).toHaveProperty('permissionsNotRead');
});

const lacking = (text: string, ...changes: readonly string[]): MissingPermission => ({
  certainty: 'missing',
  require: 'ALL',
  permissions: ['a:b:c'],
  heldIn: [],
  changes,
  text,
});
const withLacking = (plan: Plan, ...missing: readonly MissingPermission[]): Plan => ({
  ...plan,
  permissions: { missing },
});

test('what is not selected needs no permission', () => {
  const plan = planOf({ codes: [{ name: 'A' }, { name: 'B' }] });
  const both = withLacking(plan, lacking('For both.', 'create:A', 'create:B'), lacking('For B.', 'create:B'));
  const onlyA = selected(both, ['create:A']);
  expect(onlyA.permissions?.missing).toEqual([lacking('For both.', 'create:A')]);
  expect(formatPlanText(onlyA)).not.toContain('For B.');
  expect(formatPlanText(selected(both, []))).not.toContain('Permissions');
});

test('a name of a division moves no cursor and is no markup', () => {
  const plan = withLacking(
    planOf({ codes: [{ name: 'A' }] }),
    lacking('In \u001B[2J<b>[x](http://y)\u202E.', 'create:A'),
  );
  for (const shown of [formatPlanText(plan), formatPlanMarkdown(plan)]) {
    expect(shown).not.toContain('\u001B');
    expect(shown).not.toContain('\u202E');
  }
  expect(formatPlanMarkdown(plan)).toContain('&#60;b&#62;\\[x\\](http&#58;//y)');
});
