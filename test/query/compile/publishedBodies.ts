/** Random bodies of the two queries, built from the published request models in schemas/api/enums. */
import fc from 'fast-check';
import aggregates from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import details from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import type { QueryKind } from '#core/query/model.ts';

interface Field {
  readonly type: string;
  readonly required: boolean;
  readonly enum?: readonly string[];
}

interface Published {
  readonly requestModel: string;
  readonly models: Readonly<Record<string, Readonly<Record<string, Field>>>>;
}

const published: Readonly<Record<QueryKind, Published>> = {
  ConversationDetails: details,
  ConversationAggregates: aggregates,
};

const day = 86_400_000;

/** Two instants as the API takes them, in the order from, to. */
const interval = fc
  .tuple(
    fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }),
    fc.integer({ min: 1, max: 400 * day }),
    fc.constantFrom('Z', '+01:00', '-0330', '+14'),
    fc.constantFrom(19, 23),
  )
  .map(([from, length, zone, digits]) => {
    const text = (ms: number): string => `${new Date(ms).toISOString().slice(0, digits)}${zone}`;
    return `${text(from)}/${text(from + length + 1000)}`;
  });

/** Also what YAML would read as something other than text, and what has to be escaped. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'no',
    'on',
    '~',
    '007',
    '1e3',
    '2026-11-01',
    'null',
    '- a',
    '# a',
    'a: b',
    ' ',
    '\n',
    'a\n b\n',
    '"',
    "'",
  ),
);

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);

function valueOf(kind: QueryKind, name: string, { type, enum: values = [] }: Field): fc.Arbitrary<unknown> {
  if (name === 'interval') return interval;
  if (name === 'timeZone') return fc.constantFrom('UTC', 'Europe/Amsterdam', 'America/St_Johns');
  const item = /^array<(.*)>$/.exec(type)?.[1];
  if (item !== undefined) {
    return fc.array(valueOf(kind, '', { type: item, required: true, enum: values }), { maxLength: 3 });
  }
  if (type === 'enum') return fc.constantFrom(...values);
  if (type === 'string') return text;
  if (type === 'integer') return fc.nat();
  if (type === 'number') return number;
  if (type === 'boolean') return fc.boolean();
  return modelOf(kind, type);
}

function modelOf(kind: QueryKind, model: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = published[kind].models[model];
  if (fields === undefined) throw new Error(`No published model ${model}.`);
  const arbitraries = Object.entries(fields).map(([name, field]) => [name, valueOf(kind, name, field)]);
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  return fc.record(Object.fromEntries(arbitraries), { requiredKeys: required, noNullPrototype: true });
}

export function publishedBody(kind: QueryKind): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return modelOf(kind, published[kind].requestModel);
}
