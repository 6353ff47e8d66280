import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { queryKinds } from '#core/contract/schema.ts';
import { compileQuery } from '#core/query/compile/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readProject, readQueries } from '#core/workspace/index.ts';
import { publishedBody } from './publishedBodies.ts';

const project = readProject(readSource('genesys.yaml', 'kind: GenesysProject\ntimeZone: Asia/Tokyo\n'));

/** Text → tree → query → body, as the editor does it. */
function compiled(name: string, text: string): unknown {
  const source = readSource(name, text);
  expect(source.problems).toEqual([]);
  const [query, ...more] = readQueries(source);
  if (query === undefined || project === undefined) throw new Error(`No query in\n${text}`);
  expect(more).toEqual([]);
  const result = compileQuery(query, { now: Date.UTC(2026, 10, 20, 12), project });
  return result.ok ? result.query.body : result.problems;
}

describe.each(queryKinds)('a pasted body of %s', (kind) => {
  it('is sent as it was pasted, as YAML', () => {
    fc.assert(
      fc.property(publishedBody(kind), (body) => {
        expect(compiled('pasted.query.yaml', stringify({ kind, ...body }))).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });

  it('is sent as it was pasted, as JSON', () => {
    fc.assert(
      fc.property(publishedBody(kind), (body) => {
        expect(compiled('pasted.query.json', JSON.stringify({ kind, ...body }, undefined, 2))).toEqual(body);
      }),
      { numRuns: 100 },
    );
  });
});
