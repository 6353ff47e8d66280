/** Hints beside the text of catalogs and project files; those of queries are in queryEditor.test.ts. */
import { expect, test } from 'vitest';
import { type CheckContext, inlayKinds, inlaysOf } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import type { Range } from '#core/text/position.ts';
import { northwind, now } from '../fixtures/context.ts';

const catalog = `kind: WrapUpCatalog
division: Support
categories:
  support: [resolved, escalation]
queues:
  Support Voice: {}
  Claims: {}
codes:
  - name: Issue Resolved
    category: support
    subcategory: resolved
    queues: [support voice, Claims]
    reportingTags: [a, sub:resolved]
  - name: Brand New
    queues: &some
      - Support Voice
    division: Support
  - name: Twice
    queues: *some
`;
const divisions = [{ id: '77777777-7777-4777-8777-777777777777', name: 'Support' }];
const context: CheckContext = { now, org: { ...northwind, divisions } };

const hints = (text: string, knowing = context, range?: Range, shown?: Parameters<typeof inlaysOf>[3]): string[] =>
  inlaysOf(readSource(text.startsWith('kind: G') ? 'genesys.yaml' : 'a.wrapup.yaml', text), knowing, range, shown).map(
    ({ position, label }) => `${position.line}:${position.character} ${label}`,
  );

test('names in a catalog have the beginning of their id beside them once, where the org knows one', () => {
  expect(hints(catalog)).toEqual(['1:17 77777777', '5:15 11111111', '8:24 44444444', '16:21 77777777']);
  expect(inlaysOf(readSource('a.wrapup.yaml', catalog), context)[1]?.tooltip).toBe(
    '11111111-1111-4111-8111-111111111111 in org Northwind, seen 3 min ago.',
  );
});

test('nothing is shown while nobody is signed in, or what is known is a day old', () => {
  expect(hints(catalog, { now })).toEqual([]);
  expect(hints(catalog, { now: now + 86_400_000, org: northwind })).toEqual([]);
});

test('a name that two have, or only a deleted code, has no id', () => {
  const one = { id: '99999999-9999-4999-8999-999999999999', name: 'Issue Resolved' };
  const named = (wrapUpCodes: CheckContext['org'] & object): string[] => hints(catalog, { now, org: wrapUpCodes });
  const only = { org: northwind.org, readAt: now };
  expect(named({ ...only, wrapUpCodes: [one, { ...one, id: 'x' }] })).toEqual([]);
  expect(named({ ...only, wrapUpCodes: [{ ...one, deleted: true }] })).toEqual([]);
  expect(named({ ...only, wrapUpCodes: [one, { ...one, id: 'x', deleted: true }] })).toEqual(['8:24 99999999']);
});

test('only lines that are asked for have hints', () => {
  const lines = (start: number, end: number): string[] =>
    hints(catalog, context, { start: { line: start, character: 0 }, end: { line: end, character: 0 } });
  expect(lines(2, 8)).toEqual(['5:15 11111111', '8:24 44444444']);
  expect(lines(2, 4)).toEqual([]);
});

test('each kind can be turned off, and the tags of a code turned on', () => {
  expect(hints(catalog, context, undefined, new Set())).toEqual([]);
  expect(hints(catalog, context, undefined, new Set(['tags']))).toEqual(['12:36 cat:support']);
  const project = { kind: 'GenesysProject' as const, policy: { subcategoryTags: 'all' as const } };
  expect(hints(catalog, { ...context, project }, undefined, new Set(['tags']))).toEqual([
    '12:36 cat:support sub:escalation',
  ]);
  expect(inlayKinds).toEqual(['interval', 'ids', 'names', 'tags']);
});

test('the org that an environment is bound to has its name', () => {
  const text = `kind: GenesysProject\nenvironments:\n  dev:\n    region: mypurecloud.ie\n    org: ${northwind.org.id}\n  prod:\n    region: mypurecloud.de\n    org: 0a2c0c52-7d3b-4c1e-9a57-2f8d3e5b1a90\n`;
  expect(hints(text)).toEqual(['4:45 Northwind']);
});
