import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { queryKinds, schemaAt, type JsonSchema } from '#core/contract/schema.ts';
import words from '#schemas/words/queries.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const enumsOf = (
  api: string,
): Readonly<Record<string, Readonly<Record<string, { readonly enum?: readonly string[] }>>>> =>
  (JSON.parse(readFileSync(path.join(root, `schemas/api/enums/${api}.json`), 'utf8')) as { models: never }).models;

const published = ['conversations.details.query', 'conversations.aggregates.query'].flatMap((api) =>
  Object.values(enumsOf(api)).flatMap((model) => Object.values(model).flatMap((field) => field.enum ?? [])),
);

describe('the words about queries', () => {
  it('there are some for every published value, and for nothing else', () => {
    const said = new Set([words.metrics, words.dimensions, words.values].flatMap((part) => Object.keys(part)));
    expect([...new Set(published)].filter((value) => !said.has(value))).toEqual([]);
    expect([...said].filter((value) => !published.includes(value))).toEqual([]);
  });

  it.each(queryKinds)('every key and value of %s has a description', (kind) => {
    const silent: string[] = [];
    const look = (schema: JsonSchema | undefined, at: string): void => {
      if (!schema) return;
      if (schema.enum && schema.enumDescriptions?.some((text) => text === '')) silent.push(at);
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        const steps = [...at.split('/').filter(Boolean), key];
        if ((schemaAt(kind, steps)?.schema.description ?? '') === '') silent.push(steps.join('/'));
        if (steps.length < 6 && property.type !== undefined) look(property, steps.join('/'));
      }
    };
    look(schemaAt(kind, [])?.schema, '');
    expect(silent).toEqual([]);
  });
});
