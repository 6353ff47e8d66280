/** A body that the API takes becomes a file that means the same body: no key, value or type is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '#core/query/compile/index.ts';
import { convertToQuery } from '#core/query/convert/index.ts';
import { isMap } from '#core/query/compile/json.ts';
import type { QueryKind } from '#core/query/model.ts';
import { readSource } from '#core/text/parse.ts';
import { toValue } from '#core/text/walk.ts';
import aggregates from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import details from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import { now } from '../../fixtures/context.ts';

interface Field {
  readonly type: string;
  readonly required: boolean;
  readonly enum?: readonly string[];
}

type Models = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** Texts that YAML or a careless writer would change. */
const texts = fc.oneof(
  fc.constantFrom(
    'No',
    'on',
    '~',
    '007',
    '1e3',
    'true',
    'null',
    '',
    ' a ',
    '- a',
    'a: b',
    '#',
    'a #b',
    '[x]',
    '2026-11-01',
    '0x1F',
    '\u2028',
    '\uFEFFa',
    '"',
    "'",
    '\\',
    '😀',
    '\uD800',
    '=',
    '<<',
    '!tag',
    '&a',
    '*a',
    '---',
    'exists',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.uuid(),
);
const times = fc.constantFrom(
  '2026-11-01T00:00:00.000Z/2026-11-08T00:00:00.000Z',
  '2026-11-01T00:00:00+01:00/2026-11-02T00:00:00+01:00',
);
const zones = fc.constantFrom('Europe/Amsterdam', 'UTC', 'America/New_York');
const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.constantFrom(0, 1.5, 1e21, 12_345_678_901_234_567_000, 5e-324, 1e300),
);

function bodies(models: Models, name: string): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(models[name] ?? {});
  const shape = Object.fromEntries(
    fields.map(([key, field]) => [
      key,
      key === 'interval' ? times : key === 'timeZone' ? zones : values(models, field),
    ]),
  );
  const required = fields.filter(([, field]) => field.required).map(([key]) => key);
  return fc.record(shape, { requiredKeys: required });
}

function values(models: Models, field: Field): fc.Arbitrary<unknown> {
  const inner = /^array<(.+)>$/.exec(field.type)?.[1];
  if (inner !== undefined) {
    return fc.array(values(models, { ...field, type: inner === 'string' && field.enum ? 'enum' : inner }), {
      maxLength: 3,
    });
  }
  if (field.enum !== undefined) return fc.constantFrom(...field.enum);
  if (models[field.type] !== undefined) return bodies(models, field.type);
  switch (field.type) {
    case 'integer':
      return fc.integer();
    case 'number':
      return numbers;
    case 'boolean':
      return fc.boolean();
    case 'string':
      return texts;
    default:
      throw new Error(`What is ${field.type}?`);
  }
}

const kinds: readonly (readonly [QueryKind, fc.Arbitrary<Record<string, unknown>>])[] = [
  ['ConversationDetails', bodies(details.models, details.requestModel)],
  ['ConversationAggregates', bodies(aggregates.models, aggregates.requestModel)],
];

function converted(text: string): string {
  const result = convertToQuery(text);
  if (!result.ok) throw new Error(result.message);
  // What the API would refuse for another reason is said, and stays as it was.
  expect(result.notes.filter((note) => !/^(?:Nothing says which|Still to do: )/.test(note))).toEqual([]);
  return result.text;
}

function valueOf(yaml: string): Record<string, unknown> {
  const source = readSource('pasted.query.yaml', yaml);
  expect(source.problems).toEqual([]);
  const value = toValue(source.documents[0]?.root);
  if (!isMap(value)) throw new Error('This is no map.');
  return { ...value };
}

describe.each(kinds)('a body of %s', (kind, arbitrary) => {
  const path = kind === 'ConversationDetails' ? details.endpoint.path : aggregates.endpoint.path;

  it('is the same when its file is read', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(undefined, 2), (body, indent) => {
        const { kind: read, ...rest } = valueOf(converted(JSON.stringify(body, null, indent)));
        // What only one of the kinds has tells them apart; an interval alone is a details query.
        if (kind === 'ConversationAggregates') expect(read).toBe(kind);
        expect(rest).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });

  it('compiles to itself, whatever command it was copied with', () => {
    fc.assert(
      fc.property(arbitrary, (body) => {
        const json = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
        const command = `curl -X POST 'https://api.mypurecloud.com${path}' -H 'Authorization: Bearer hush' --data-raw '${json}'`;
        const text = converted(command);
        expect(text).not.toContain('hush');
        const value = valueOf(text);
        expect(value['kind']).toBe(kind);
        // Checked against its schema above: what is read has the shape that the compiler wants.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const file = { kind, document: 0, value } as unknown as Parameters<typeof compileQuery>[0];
        const compiled = compileQuery(file, { now });
        expect(compiled.ok ? compiled.query.body : compiled.problems).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });
});
