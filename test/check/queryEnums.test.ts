/** Every published value of both query kinds is accepted and completed in its place, and none that is absent there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, complete } from '#core/check/index.ts';
import { validateConversationAggregates, validateConversationDetails } from '#core/contract/generated/validators.mjs';
import type { QueryKind } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import { toValue } from '#core/text/walk.ts';
import { now } from '../fixtures/context.ts';

interface Model {
  readonly [field: string]: { readonly type: string; readonly enum?: readonly string[] };
}
interface Facts {
  readonly requestModel: string;
  readonly models: Readonly<Record<string, Model>>;
}

/** From the published facts, and not from our schemas. */
function factsOf(api: string): Facts {
  const file = new URL(`../../schemas/api/enums/${api}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Facts;
}

const details = factsOf('conversations.details.query');
const aggregates = factsOf('conversations.aggregates.query');

/** One place in a query that takes one of a few words: a file with the cursor where the word stands. */
interface Place {
  readonly kind: QueryKind;
  readonly model: string;
  readonly field: string;
  /** Written with `|` where the value stands. */
  readonly text: string;
}

const heads: Readonly<Record<QueryKind, string>> = {
  ConversationDetails: 'kind: ConversationDetails\ninterval: yesterday\n',
  ConversationAggregates: 'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [nOffered]\n',
};

const families = ['conversation', 'segment', 'evaluation', 'survey', 'resolution'] as const;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function predicates(kind: QueryKind, model: string, lead: string, indent: string): readonly Place[] {
  const place = (field: string, rest: string): Place => ({
    kind,
    model,
    field,
    text: `${heads[kind]}${lead}${indent}- { ${rest} }\n`,
  });
  return [
    place('dimension', 'dimension: |, operator: exists'),
    place('metric', 'metric: |, operator: exists'),
    place('operator', 'operator: |'),
    place('type', 'type: |'),
    place('propertyType', 'property: x, propertyType: |'),
  ];
}

const places: readonly Place[] = [
  ...families.flatMap((family): readonly Place[] => {
    const name = `${capital(family)}DetailQuery`;
    const key = `${family}Filters:\n  - type: and\n`;
    const kind = 'ConversationDetails';
    return [
      { kind, model: `${name}Filter`, field: 'type', text: `${heads[kind]}${family}Filters:\n  - type: |\n` },
      {
        kind,
        model: `${name}Clause`,
        field: 'type',
        text: `${heads[kind]}${key}    clauses:\n      - type: |\n`,
      },
      ...predicates(kind, `${name}Predicate`, `${key}    predicates:\n`, '      '),
      ...predicates(
        kind,
        `${name}Predicate`,
        `${key}    clauses:\n      - type: or\n        predicates:\n`,
        '          ',
      ),
    ];
  }),
  ...predicates(
    'ConversationAggregates',
    'ConversationAggregateQueryPredicate',
    'filter:\n  type: and\n  predicates:\n',
    '    ',
  ),
  ...[
    ['order', 'order: |'],
    ['orderBy', 'orderBy: |'],
  ].map(
    ([field = '', line = '']): Place => ({
      kind: 'ConversationDetails',
      model: details.requestModel,
      field,
      text: `${heads.ConversationDetails}${line}\n`,
    }),
  ),
  {
    kind: 'ConversationDetails',
    model: 'AnalyticsQueryAggregation',
    field: 'type',
    text: `${heads.ConversationDetails}aggregations:\n  - { type: | }\n`,
  },
  ...[
    ['groupBy', 'groupBy: [|]'],
    ['queryType', 'queryType: |'],
    ['alternateTimeDimension', 'alternateTimeDimension: |'],
  ].map(
    ([field = '', line = '']): Place => ({
      kind: 'ConversationAggregates',
      model: aggregates.requestModel,
      field,
      text: `${heads.ConversationAggregates}${line}\n`,
    }),
  ),
  {
    kind: 'ConversationAggregates',
    model: aggregates.requestModel,
    field: 'metrics',
    text: 'kind: ConversationAggregates\ninterval: yesterday\nmetrics: [|]\n',
  },
  ...(['target', 'function'] as const).map(
    (field): Place => ({
      kind: 'ConversationAggregates',
      model: 'ConversationAggregationView',
      field,
      text: `${heads.ConversationAggregates}views:\n  - { ${field}: | }\n`,
    }),
  ),
  ...(['name', 'function'] as const).map(
    (field): Place => ({
      kind: 'ConversationAggregates',
      model: 'ConversationAggregationSort',
      field,
      text: `${heads.ConversationAggregates}sortMetric: { ${field}: | }\n`,
    }),
  ),
];

const published = ({ kind, model, field }: Place): readonly string[] =>
  (kind === 'ConversationDetails' ? details : aggregates).models[model]?.[field]?.enum ?? [];

/** Every word of every enum of both kinds. */
const everyWord = [
  ...new Set(
    [details, aggregates].flatMap(({ models }) =>
      Object.values(models).flatMap((model) => Object.values(model).flatMap((field) => field.enum ?? [])),
    ),
  ),
].sort();

const validators = {
  ConversationDetails: validateConversationDetails,
  ConversationAggregates: validateConversationAggregates,
} as const;

/** True where the schema takes the word, whatever else it misses around it. */
function fits({ kind, text }: Place, word: string): boolean {
  const value = toValue(readSource('x.query.yaml', text.replace('|', '\uE001')).documents[0]?.root);
  const validate = validators[kind];
  validate(JSON.parse(JSON.stringify(value).replaceAll('\uE001', word)));
  return !(validate.errors ?? []).some(({ keyword }) => keyword === 'enum' || keyword === 'const');
}

/** What the check says of the word itself. */
function problemsAt({ text }: Place, word: string): readonly string[] {
  const source = readSource('x.query.yaml', text.replace('|', word));
  const at = text.indexOf('|');
  return check(source, { now })
    .filter(({ code, range }) => {
      const start = source.lines.offsetAt(range.start);
      return code === 'unknown-value' && start === at && source.lines.offsetAt(range.end) === at + word.length;
    })
    .map(({ code }) => code);
}

/** True where some error begins on the word: that it is unknown, or that only tutorials know it. */
function isMarked({ text }: Place, word: string): boolean {
  const source = readSource('x.query.yaml', text.replace('|', word));
  const at = text.indexOf('|');
  return check(source, { now }).some(
    ({ range, severity }) =>
      severity === 'error' && source.lines.offsetAt(range.start) <= at && source.lines.offsetAt(range.end) > at,
  );
}

function completedAt({ text }: Place): readonly string[] {
  const source = readSource('x.query.yaml', text.replace('|', ''));
  const position = source.lines.positionAt(text.indexOf('|'));
  return complete(source, position, { now })
    .filter(({ kind }) => kind === 'value')
    .map(({ label }) => label);
}

const named = places
  .filter((place) => published(place).length > 0)
  .map((place, index) => ({ ...place, title: `${index} ${place.kind}: ${place.model}.${place.field}` }));

it('every enum of the published models has its place here', () => {
  const here = new Set(named.map(({ kind, model, field }) => `${kind} ${model}.${field}`));
  const all = (
    [
      ['ConversationDetails', details],
      ['ConversationAggregates', aggregates],
    ] as const
  ).flatMap(([kind, { models }]) =>
    Object.entries(models).flatMap(([model, fields]) =>
      Object.entries(fields).flatMap(([field, facts]) =>
        facts.enum === undefined ||
        model === 'ConversationAggregateQueryFilter' ||
        model === 'ConversationAggregateQueryClause'
          ? []
          : [`${kind} ${model}.${field}`],
      ),
    ),
  );
  expect(all.filter((place) => !here.has(place))).toEqual([]);
  expect(everyWord.length).toBeGreaterThan(250);
});

describe.each(named)('$title', (place) => {
  const values = published(place);

  it('takes every published value', () => {
    // In one list each would hide behind the first, so each stands alone.
    expect(values.filter((value) => problemsAt(place, value).length > 0)).toEqual([]);
  });

  it('completes exactly these', () => {
    const asked = place.field === 'metrics' || place.field === 'groupBy' ? [] : values;
    expect(completedAt(place).toSorted()).toEqual((asked.length > 0 ? asked : values).toSorted());
  });

  it('refuses every published value that is absent here', () => {
    const strangers = everyWord.filter((word) => !values.includes(word));
    expect(strangers.filter((word) => fits(place, word))).toEqual([]);
    expect(values.filter((word) => !fits(place, word))).toEqual([]);
  });

  it('marks what is refused, and nothing else', () => {
    // A few of them: that the check says what the schema says is the same for all.
    const strangers = everyWord.filter((word, index) => !values.includes(word) && index % 97 === 0);
    expect(strangers.filter((word) => !isMarked(place, word))).toEqual([]);
  });
});

describe.each<[QueryKind, Facts, readonly string[]]>([
  ['ConversationDetails', details, ['ConversationDetailQueryPredicate', 'SegmentDetailQueryPredicate']],
  ['ConversationAggregates', aggregates, ['ConversationAggregateQueryPredicate']],
])('where of %s', (kind, { models }, predicateModels) => {
  const published = (field: 'dimension' | 'metric'): readonly string[] =>
    predicateModels.flatMap((model) => models[model]?.[field]?.enum ?? []);

  it('has a key for every dimension and metric, and completes it', () => {
    const source = readSource('x.query.yaml', `${heads[kind]}where:\n  \n`);
    const labels = complete(source, { line: heads[kind].split('\n').length, character: 2 }, { now }).map(
      ({ label }) => label,
    );
    const all = [...new Set([...published('dimension'), ...published('metric')])];
    expect(all.filter((key) => !labels.includes(key))).toEqual([]);
    const ours = new Set(['queue', 'agent', 'division', 'wrapUpCode', 'survey', 'evaluation', 'resolution']);
    expect(labels.filter((label) => !all.includes(label) && !ours.has(label))).toEqual([]);
  });

  it('takes each of them', () => {
    const wrong = [
      ...published('dimension').map((key) => `${key}: exists`),
      ...published('metric').map((key) => `${key}: exists`),
    ].filter((line) => check(readSource('x.query.yaml', `${heads[kind]}where:\n  ${line}\n`), { now }).length > 0);
    expect(wrong).toEqual([]);
  });
});
