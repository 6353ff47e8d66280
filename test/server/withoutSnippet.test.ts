import { expect, it } from 'vitest';
import { withoutSnippet } from '#server/withoutSnippet.ts';

it.each([
  ['name: $0', 'name: '],
  ['kind: ${1:Name}\n$0', 'kind: Name\n'],
  ['mandatory: ${1|true,false|}', 'mandatory: true'],
  ['price: \\$5 \\} \\\\ ${2}', 'price: $5 } \\ '],
  ['plain', 'plain'],
])('%j is inserted as %j', (snippet, text) => {
  expect(withoutSnippet(snippet)).toBe(text);
});
