/** An org, a project and its catalogs, and the way from a query's text to its call. */
import { compileQuery, type CompileContext, type CompiledQuery } from '#core/query/compile/index.ts';
import type { OrgNames, QueryFile } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import { catalogCodes, readCatalogs, readProject, readQueries } from '#core/workspace/index.ts';

export const ids = {
  support: '11111111-0000-4000-8000-000000000001',
  billing: '11111111-0000-4000-8000-000000000002',
  supportDev: '11111111-0000-4000-8000-000000000003',
  anna: '22222222-0000-4000-8000-000000000001',
  bob: '22222222-0000-4000-8000-000000000002',
  otherBob: '22222222-0000-4000-8000-000000000003',
  home: '33333333-0000-4000-8000-000000000001',
  sales: '33333333-0000-4000-8000-000000000002',
  escalation: '44444444-0000-4000-8000-000000000001',
  escalationDeleted: '44444444-0000-4000-8000-000000000002',
  resolved: '44444444-0000-4000-8000-000000000003',
  lead: '44444444-0000-4000-8000-000000000004',
  oldLead: '44444444-0000-4000-8000-000000000005',
  callback: '44444444-0000-4000-8000-000000000006',
  callbackLower: '44444444-0000-4000-8000-000000000007',
} as const;

export const org: OrgNames = {
  org: { id: '99999999-0000-4000-8000-000000000000', name: 'Acme' },
  readAt: 0,
  queues: [
    { id: ids.support, name: 'Support Voice' },
    { id: ids.billing, name: 'Billing' },
    { id: ids.supportDev, name: 'Support Voice DEV' },
  ],
  users: [
    { id: ids.anna, name: 'Anna' },
    { id: ids.bob, name: 'Bob' },
    { id: ids.otherBob, name: 'Bob' },
  ],
  divisions: [
    { id: ids.home, name: 'Home' },
    { id: ids.sales, name: 'Sales' },
  ],
  wrapUpCodes: [
    { id: ids.escalationDeleted, name: 'Escalation', deleted: true },
    { id: ids.escalation, name: 'Escalation' },
    { id: ids.resolved, name: 'Resolved' },
    { id: ids.lead, name: 'Lead' },
    { id: ids.oldLead, name: 'Prospect', deleted: true },
    { id: ids.callback, name: 'Callback Later' },
    { id: ids.callbackLower, name: 'callback later' },
  ],
};

export const project = readProject(
  readSource(
    'genesys.yaml',
    `kind: GenesysProject
timeZone: Europe/Amsterdam
environments:
  dev:
    region: mypurecloud.ie
    names: { queues: { Support Voice: Support Voice DEV }, divisions: { Support: Sales } }
`,
  ),
);

const catalogs = readCatalogs(
  readSource(
    'codes.wrapup.yaml',
    `kind: WrapUpCatalog
categories: { support: [escalation, resolved], sales: [lead], later: [never] }
codes:
  - { name: Escalation, code: ESC, category: support, subcategory: escalation, reportingTags: ["priority:high"] }
  - { name: Resolved, code: RES, category: support, subcategory: resolved }
  - { name: Lead, code: LEAD, category: sales, subcategory: lead, formerly: [Prospect], reportingTags: ["priority:high"] }
  - { name: Not Pushed, code: NEW, category: support }
  - { name: Never Pushed, code: NEVER, category: later, subcategory: never }
`,
  ),
);

export const context: CompileContext = {
  now: Date.UTC(2026, 10, 20, 12),
  org,
  catalogs: catalogCodes(catalogs, project),
  ...(project === undefined ? {} : { project }),
};

/** The first query of a file; fails where the file has none that fits its schema. */
export function queryOf(text: string): QueryFile {
  const source = readSource('test.query.yaml', text);
  const [query] = readQueries(source);
  if (query === undefined) throw new Error(`No query in this text: ${JSON.stringify(source.problems)}\n${text}`);
  return query;
}

/** What a query compiles to; fails where it does not. */
export function compiled(text: string, within: CompileContext = context): CompiledQuery {
  const result = compileQuery(queryOf(text), within);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.query;
}

export function details(rest: string, within: CompileContext = context): CompiledQuery {
  return compiled(`kind: ConversationDetails\ninterval: yesterday\n${rest}`, within);
}

export function aggregates(rest: string, within: CompileContext = context): CompiledQuery {
  return compiled(`kind: ConversationAggregates\ninterval: yesterday\nmetrics: [nOffered]\n${rest}`, within);
}
