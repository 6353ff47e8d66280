/** Generated projects whose files have much to say about each other, and steps that change them. */
import fc from 'fast-check';
import type { OrgNames } from '#core/query/model.ts';
import { northwind, now } from '../fixtures/context.ts';
import { editsOf, type Edit } from './randomEdits.ts';

/** A file of a project, by name. */
export type Files = Readonly<Record<string, string>>;

export type Step =
  | { readonly kind: 'edit'; readonly file: number; readonly edit: Edit }
  /** Another line in the place of one, as typing in it comes to in the end. */
  | { readonly kind: 'line'; readonly file: number; readonly line: number; readonly text: string }
  | { readonly kind: 'remove'; readonly file: number }
  | { readonly kind: 'put-back'; readonly file: number }
  | { readonly kind: 'now'; readonly now: number }
  | { readonly kind: 'org'; readonly org: OrgNames | undefined }
  | { readonly kind: 'complete'; readonly complete: boolean };

const names = fc.constantFrom(
  'Refund',
  'refund',
  'Credit',
  'Café',
  'Credit  Note',
  'Old',
  'Issue Resolved',
  '"open',
  '[x]',
);
const queues = fc.constantFrom(
  '[Billing]',
  '[Claims]',
  '[Billing, Claims]',
  '[billing]',
  '[Nowhere]',
  '[Biling]',
  'Billing',
);
const fields = fc.oneof(
  names.map((name) => `name: ${name}`),
  queues.map((list) => `queues: ${list}`),
  fc.constantFrom(
    'code: X',
    'code: x',
    'code: Y',
    'formerly: [Old]',
    'formerly: [Refund, Credit]',
    'category: support',
    'category: sales',
    'category: suport',
    'subcategory: resolved',
    'subcategory: lead',
    'mandatory: true',
    'environments: [dev]',
    'environments: [prod]',
    'validThrough: 2026-11-20T12:00:30Z',
    'validThrough: 2027-01-01T00:00:00Z',
    'state: retired',
    'description: Text',
    'descripton: Text',
    'reportingTags: [a, b]',
    'name',
    '- x',
  ),
);
const headLines = fc.constantFrom(
  'naming: platform',
  'naming: portable',
  'division: Support',
  'categories: { support: [resolved, lead], sales: [] }',
  'categories: { support: [resolved] }',
  'queues: { Billing: { afterCallWork: { prompt: OPTIONAL } }, Claims: {} }',
  'queues: { Billing: {}, billing: {} }',
  'queues: { Claims: { afterCallWork: { prompt: MANDATORY } } }',
  'queues: [Billing]',
  'defaults: { queues: [Billing] }',
  'defaults: { queues: [Claims, Nowhere] }',
  'reportingTags: [x]',
  '# note',
);

function catalogText(head: readonly string[], codes: readonly (readonly string[])[], eol: string): string {
  const items = codes.map((code) => `  - ${code.join('\n    ')}\n`);
  return `kind: WrapUpCatalog\n${head.map((line) => `${line}\n`).join('')}codes:\n${items.join('')}`.replaceAll(
    '\n',
    eol,
  );
}

export const catalogs: fc.Arbitrary<string> = fc
  .record({
    head: fc.uniqueArray(headLines, { maxLength: 4, selector: (line) => line.split(':')[0] }),
    codes: fc.array(fc.uniqueArray(fields, { minLength: 1, maxLength: 4, selector: (line) => line.split(':')[0] }), {
      minLength: 1,
      maxLength: 6,
    }),
    eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
  })
  .map(({ head, codes, eol }) => catalogText(head, codes, eol));

const projects = fc.constantFrom(
  'kind: GenesysProject\n',
  'kind: GenesysProject\nnaming: platform\n',
  'kind: GenesysProject\nenvironments:\n  dev: { region: mypurecloud.ie }\n  prod: { region: mypurecloud.ie }\n',
  'kind: GenesysProject\npolicy:\n  require: [queues, division, code, description]\n  subcategoryTags: all\n  name: { maxLength: 6, pattern: "^[A-Z]" }\n',
  'kind: GenesysProject\nnope: 1\n',
);
const queries = fc.constantFrom(
  'kind: ConversationDetails\ninterval: last 7 days\nwhere:\n  wrapUpCode: [Refund, Nothing]\n  queue: Billing\n',
  'kind: ConversationAggregates\ninterval: last 7 days\nmetrics: [nOffered]\nwhere:\n  wrapUpCode: { category: support, tag: a }\n',
);

export const fileNames = ['a.wrapup.yaml', 'b.wrapup.yaml', 'c.wrapup.yaml', 'genesys.yaml', 'q.query.yaml'] as const;

export const projectFiles: fc.Arbitrary<Files> = fc
  .tuple(catalogs, catalogs, catalogs, projects, queries)
  .map((texts) => Object.fromEntries(fileNames.map((name, at) => [name, texts[at] ?? ''])));

/** Mostly edits of catalogs. */
export function stepsOf(texts: fc.Arbitrary<string> = catalogs): fc.Arbitrary<Step> {
  const file = fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 2 }) }, fc.nat({ max: 4 }));
  const line = fc.nat({ max: 30 });
  const itemLines = fields.chain((text) => fc.constantFrom(`    ${text}`, `  - ${text}`));
  const whole = fc.oneof({ weight: 3, arbitrary: itemLines }, headLines);
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('line' as const), file, line, text: whole }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), file, edit: editsOf(texts) }) },
    fc.record({ kind: fc.constant('remove' as const), file }),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('put-back' as const), file }) },
    fc.record({
      kind: fc.constant('now' as const),
      now: fc.integer({ min: -1, max: 2 }).map((by) => now + by * 60_000),
    }),
    fc.record({ kind: fc.constant('org' as const), org: fc.constantFrom(northwind, undefined) }),
    fc.record({ kind: fc.constant('complete' as const), complete: fc.boolean() }),
  );
}
