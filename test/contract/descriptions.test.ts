import { describe as suite, expect, it } from 'vitest';
import {
  allowedKeys,
  allowedTypes,
  allowedValues,
  describe,
  examplesOf,
  hasFreeKeys,
  isRequired,
  requiredKeys,
} from '#core/contract/descriptions.ts';
import { validateCode } from '#core/contract/generated/validators.mjs';
import { type FileKind, fileKinds, isFileKind, type SchemaPath } from '#core/contract/schema.ts';

/** Every place of a kind, free keys and entries of lists as `*`. Conditions nest without end: one in another is enough. */
function allPlaces(kind: FileKind, path: SchemaPath = []): readonly SchemaPath[] {
  const inner = [...allowedKeys(kind, path).map(({ key }) => key), '*'];
  const below = inner.map((key) => path.concat(key)).filter((place) => describe(kind, place) !== undefined);
  const nested = path.filter((step) => step === 'any' || step === 'all').length > 1;
  return [path, ...(nested ? [] : below.flatMap((place) => allPlaces(kind, place)))];
}

suite('describe', () => {
  it.each(fileKinds)('has a sentence for every place of %s', (kind) => {
    const all = allPlaces(kind);
    expect(all.length).toBeGreaterThan(20);
    for (const path of all) expect(describe(kind, path), path.join('.')).toMatch(/^[A-Z`].*[.`)]/s);
  });

  it('gives what it is, the meaning of each value, and an example', () => {
    expect(describe('WrapUpCatalog', ['codes', 3, 'state'])).toContain('- `retired`: Taken off its queues');
    expect(describe('WrapUpCatalog', ['codes', '*', 'reportingTags'])).toContain(
      'Example: `[priority:high, region:na]`',
    );
    expect(describe('WrapUpCatalog', ['queues', 'Support Voice', 'membership'])).toContain('`exact`');
  });

  it.each([
    [['colour']],
    [['codes', 'name']],
    [['codes', 0, 'name', 'x']],
    [['__proto__']],
    [['codes', 0, 'constructor']],
  ])('has nothing for %j', (path) => expect(describe('WrapUpCatalog', path)).toBeUndefined());
});

suite('keys, values and types', () => {
  it('lists the keys of a code in the order people write them', () => {
    const keys = allowedKeys('WrapUpCatalog', ['codes', 0]);
    expect(keys.map(({ key }) => key).slice(0, 4)).toEqual(['name', 'code', 'category', 'subcategory']);
    expect(keys.filter(({ required }) => required).map(({ key }) => key)).toEqual(['name']);
    expect(keys.every(({ description, types }) => description !== '' && types.length > 0)).toBe(true);
  });

  it('tells maps with free keys from maps with fixed ones', () => {
    expect(hasFreeKeys('WrapUpCatalog', ['queues'])).toBe(true);
    expect(hasFreeKeys('GenesysProject', ['environments'])).toBe(true);
    expect(hasFreeKeys('WrapUpCatalog', ['codes', '*'])).toBe(false);
    expect(allowedKeys('WrapUpCatalog', ['categories'])).toEqual([]);
  });

  it('knows what is required', () => {
    expect(requiredKeys('WrapUpCatalog', [])).toEqual(['kind', 'codes']);
    expect(isRequired('WrapUpCatalog', ['codes', 0, 'name'])).toBe(true);
    expect(isRequired('WrapUpCatalog', ['codes', 0, 'code'])).toBe(false);
    expect(isRequired('WrapUpCatalog', [])).toBe(false);
  });

  it('lists fixed values: enums, constants, booleans, the word in place of a list', () => {
    const values = (path: SchemaPath) => allowedValues('WrapUpCatalog', path).map(({ value }) => value);
    expect(values(['kind'])).toEqual(['WrapUpCatalog']);
    expect(values(['codes', 0, 'mandatory'])).toEqual([true, false]);
    expect(values(['codes', 0, 'outbound'])).toEqual(['default']);
    expect(values(['codes', 0, 'outbound', 0])).toContain('RIGHT_PARTY_CONTACT');
    expect(values(['codes', 0, 'name'])).toEqual([]);
    expect(allowedValues('WrapUpCatalog', ['naming']).find(({ isDefault }) => isDefault)?.value).toBe('portable');
  });

  it('lists types', () => {
    expect(allowedTypes('WrapUpCatalog', ['codes', 0, 'outbound'])).toEqual(['array', 'string']);
    expect(allowedTypes('WrapUpCatalog', ['queues', 'Voice'])).toEqual(['object', 'null']);
    expect(allowedTypes('GenesysProject', ['policy', 'name', 'maxLength'])).toEqual(['integer']);
    expect(allowedTypes('GenesysProject', ['colour'])).toEqual([]);
  });

  it('shows only examples that are right', () => {
    for (const { key } of allowedKeys('WrapUpCatalog', ['codes', '*'])) {
      for (const example of examplesOf('WrapUpCatalog', ['codes', '*', key])) {
        expect(validateCode({ name: 'Resolved', [key]: example }), `${key}: ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });
});

it('knows the kinds', () => {
  expect(isFileKind('WrapUpCatalog')).toBe(true);
  expect(isFileKind('wrapUpCatalog')).toBe(false);
  expect(isFileKind(7)).toBe(false);
});
