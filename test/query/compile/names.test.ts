import { describe, expect, it } from 'vitest';
import type { CompileContext } from '#core/query/compile/index.ts';
import type { JsonObject } from '#core/query/model.ts';
import { context, details, ids, org } from './world.ts';

/** The values of the one condition that `where` has. */
function values(where: string, within: CompileContext = context): unknown {
  const { segmentFilters } = details(`where: ${where}`, within).body;
  const [filter] = (segmentFilters ?? []) as readonly { readonly predicates: readonly JsonObject[] }[];
  return filter?.predicates.map(({ value }) => value);
}

const { org: _, ...offline } = context;
const { catalogs: _catalogs, ...withoutCatalogs } = context;

describe('names', () => {
  it('are found as spelled, else by what people mean', () => {
    expect(values('{ queue: Billing }')).toEqual([ids.billing]);
    expect(values('{ queue: "  BILLING " }')).toEqual([ids.billing]);
    expect(values('{ wrapUpCode: Callback Later }')).toEqual([ids.callback]);
  });

  it('go by what genesys.yaml calls them in the environment', () => {
    expect(values('{ queue: Support Voice }', { ...context, environment: 'dev' })).toEqual([ids.supportDev]);
    expect(values('{ queue: Support Voice }', { ...context, environment: 'prod' })).toEqual([ids.support]);
    expect(
      details('where: { division: Support }', { ...context, environment: 'dev' }).body.conversationFilters,
    ).toMatchObject([{ predicates: [{ value: ids.sales }] }]);
  });

  it('stay names while nobody is signed in', () => {
    const query = details('where: { queue: [Support Voice, Billing], agent: Anna }', offline);
    expect(query.body.segmentFilters).toMatchObject([
      {
        clauses: [{ predicates: [{ value: '<id of queue "Support Voice">' }, { value: '<id of queue "Billing">' }] }],
        predicates: [{ value: '<id of agent "Anna">' }],
      },
    ]);
    expect(query.missing.map(({ kind, name, why }) => [kind, name, why])).toEqual([
      ['queue', 'Support Voice', 'offline'],
      ['queue', 'Billing', 'offline'],
      ['user', 'Anna', 'offline'],
    ]);
  });

  it.each([
    [
      '{ queue: Biling }',
      'absent',
      `Acme has no queue "Biling". Check the name, or map it under 'names' in genesys.yaml.`,
    ],
    [
      '{ agent: Bob }',
      'ambiguous',
      `"Bob" may mean more than one agent of Acme: "Bob" (${ids.bob}), "Bob" (${ids.otherBob}). Write the id under 'userId' instead.`,
    ],
    [
      '{ wrapUpCode: CALLBACK LATER }',
      'ambiguous',
      `"CALLBACK LATER" may mean more than one wrap-up code of Acme: "Callback Later" (${ids.callback}), "callback later" (${ids.callbackLower}). Write the name exactly as the org does.`,
    ],
  ])('%s is %s', (where, why, message) => {
    expect(details(`where: ${where}`).missing).toMatchObject([{ why, message }]);
  });

  it('say so where their list could not be read', () => {
    const { queues: __, ...rest } = org;
    expect(details('where: { queue: Billing }', { ...context, org: rest }).missing).toMatchObject([
      { why: 'unreadable', message: expect.stringContaining('The queues of Acme could not be read') },
    ]);
  });
});

describe('a wrap-up code', () => {
  it('by name means the deleted codes of that name too, the living first', () => {
    expect(values('{ wrapUpCode: Escalation }')).toEqual([ids.escalation, ids.escalationDeleted]);
    expect(values('{ wrapUpCode: Prospect }')).toEqual([ids.oldLead]);
  });

  it('of the system, or by id, needs no org', () => {
    const codes =
      '[ININ-WRAP-UP-TIMEOUT, inin-wrap-up-skipped, ININ-NEW-ONE, Default Wrap-up Code, 44444444-0000-4000-8000-00000000000f]';
    const query = details(`where: { wrapUpCode: ${codes} }`);
    expect(query.missing).toEqual([]);
    expect(values(`{ wrapUpCode: ${codes} }`)).toEqual([
      'ININ-WRAP-UP-TIMEOUT',
      'ININ-WRAP-UP-SKIPPED',
      'ININ-NEW-ONE',
      '7fb334b0-0e9e-11e4-9191-0800200c9a66',
      '44444444-0000-4000-8000-00000000000f',
    ]);
  });

  it.each([
    ['{ category: sales }', [ids.lead, ids.oldLead]],
    ['{ subcategory: resolved }', [ids.resolved]],
    ['{ tag: "cat:sales" }', [ids.lead, ids.oldLead]],
    ['{ tag: "priority:high" }', [ids.escalation, ids.escalationDeleted, ids.lead, ids.oldLead]],
    ['{ tag: "priority:high", category: [support, later] }', [ids.escalation, ids.escalationDeleted]],
    ['{ code: [RES, LEAD] }', [ids.resolved, ids.lead, ids.oldLead]],
    ['{ name: prospect }', [ids.lead, ids.oldLead]],
    ['{ name: [Lead, Callback Later] }', [ids.lead, ids.oldLead, ids.callback]],
  ])('by catalog: %s', (selector, expected) => {
    expect(values(`{ wrapUpCode: ${selector} }`)).toEqual(expected);
  });

  it('that the org does not have yet is left out, and that is said', () => {
    const query = details('where: { wrapUpCode: { category: support } }');
    expect(query.missing).toEqual([]);
    expect(query.notes).toEqual([
      'Of the codes with category "support", Acme does not have: "Not Pushed". No conversation can have them.',
    ]);
  });

  it.each([
    ['{ category: nowhere }', 'No code in the project\'s catalogs has category "nowhere".'],
    [
      '{ category: sales, tag: [a, b] }',
      'No code in the project\'s catalogs has category "sales", and tag "a" or "b".',
    ],
    ['{ category: later }', 'The org has no code with category "later" yet.'],
  ])('that nobody has is no absent filter: %s', (selector, why) => {
    const query = details(`where: { wrapUpCode: ${selector}, agent: Anna }`);
    expect(query.nothing).toBe(`${why} Nothing could match, so nothing is sent.`);
    expect(JSON.stringify(query.body)).toContain('<no wrap-up code with ');
  });

  it('by an earlier name is the code that has the name now', () => {
    const entry = { tags: [], formerly: [] };
    const catalogs = [
      { ...entry, name: 'Lead', category: 'sales', formerly: ['resolved'] },
      { ...entry, name: 'Resolved', category: 'support' },
    ];
    expect(values('{ wrapUpCode: { category: sales } }', { ...context, catalogs })).toEqual([ids.lead]);
    expect(values('{ wrapUpCode: { name: Resolved } }', { ...context, catalogs })).toEqual([ids.resolved]);
  });

  it('cannot be looked up where a catalog is broken', () => {
    expect(details('where: { wrapUpCode: { category: support } }', withoutCatalogs).missing).toMatchObject([
      { kind: 'wrapUpCode', why: 'unreadable', message: expect.stringContaining('Repair them first.') },
    ]);
    expect(values('{ wrapUpCode: { name: Resolved } }', withoutCatalogs)).toEqual([ids.resolved]);
  });

  it('by catalog stays a name while nobody is signed in', () => {
    const query = details('where: { wrapUpCode: { category: sales } }', offline);
    expect(query.missing).toMatchObject([{ kind: 'wrapUpCode', name: 'Lead', why: 'offline' }]);
  });
});
