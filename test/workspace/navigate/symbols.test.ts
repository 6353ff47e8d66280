import { describe, expect, it } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { workspaceSymbols } from '#core/workspace/navigate/index.ts';
import { all } from './files.ts';
import { shown } from './project.ts';

const files = Object.entries(all).map(([name, text]) => openText(name, text));

function found(query: string): readonly string[] {
  return workspaceSymbols(files, query).map(({ kind, name }) => `${kind} ${name}`);
}

describe('symbols of a workspace', () => {
  it('are codes, categories, queues, queries and environments', () => {
    expect(found('').toSorted()).toEqual([
      'category sales',
      'category support',
      'code Escalated',
      'code New Lead',
      'code Refund',
      'environment dev',
      'environment prod',
      'query ConversationDetails',
      'query ConversationDetails',
      'query ConversationDetails',
      'queue Billing',
      'queue Support Voice',
    ]);
  });

  it('say where they are and what they belong to', () => {
    const symbols = workspaceSymbols(files, 'refund');
    expect(shown(files, symbols)).toEqual(['a.wrapup.yaml:12 Refund']);
    expect(symbols[0]).toMatchObject({
      kind: 'code',
      name: 'Refund',
      detail: 'WU_REFUND',
      container: 'support',
      file: 'a.wrapup.yaml',
    });
    expect(workspaceSymbols([openText('file:///x/a.wrapup.yaml', all['a.wrapup.yaml'])], 'billing')[0]?.container).toBe(
      'a.wrapup.yaml',
    );
  });

  it('are found by their `code`', () => {
    expect(found('wu_esc')).toEqual(['code Escalated']);
  });

  it.each([
    ['sv', 'queue Support Voice'],
    ['NEWL', 'code New Lead'],
    ['supp voi', 'queue Support Voice'],
  ])('are found by some letters: %s', (query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  it('come best first: the whole name, its beginning, a word, a part, letters', () => {
    const names = ['x r e f y', 'My preferred', 'My ref', 'Reference', 'Ref', 'fer'];
    const text = `kind: WrapUpCatalog\ncodes:\n${names.map((name) => `  - name: ${name}\n`).join('')}`;
    const symbols = workspaceSymbols([openText('a.wrapup.yaml', text)], 'ref');
    expect(symbols.map(({ name }) => name)).toEqual(['Ref', 'Reference', 'My ref', 'x r e f y', 'My preferred']);
  });

  it('are at most 500', () => {
    const text = `kind: WrapUpCatalog\ncodes:\n${Array.from({ length: 600 }, (_, at) => `  - name: Code ${at}\n`).join('')}`;
    expect(workspaceSymbols([openText('a.wrapup.yaml', text)], '')).toHaveLength(500);
  });

  it('are there in a half-typed file', () => {
    const text =
      'kind: WrapUpCatalog\ncategories: { sales: [\ncodes:\n  - name: A\n  - code: X\n  - name\n  - name: ""\n';
    expect(workspaceSymbols([openText('a.wrapup.yaml', text)], '').map(({ name }) => name)).toEqual([
      'sales',
      'A',
      'X',
    ]);
  });
});
