import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { noOrg } from '#server/org.ts';
import { createProjects } from '#server/projects.ts';

const project = 'file:///w/genesys.yaml';
const catalog = 'file:///w/a.wrapup.yaml';
const texts = new Map([
  [project, 'kind: GenesysProject\n'],
  [catalog, 'kind: WrapUpCatalog\nqueues:\n  Billing: {}\ncodes:\n  - name: Refund\n'],
  ['file:///w/a.query.yaml', 'interval: today\n'],
  ['file:///w/other.yaml', 'kind: ConversationAggregates\n'],
]);

function contextFor(uri: string): Promise<CheckContext> {
  const open = TextDocument.create(uri, 'wrapsmith', 1, texts.get(uri) ?? '');
  const documents = {
    get: (asked: string) => (asked === uri ? open : undefined),
    all: () => [open],
    source: (document: TextDocument) => readSource(document.uri, document.getText()),
    isCurrent: () => true,
    onChanged: () => undefined,
    onClosed: () => undefined,
  };
  const files = {
    read: async (asked: string) => texts.get(asked),
    findProject: async () => project,
    catalogs: async () => [catalog],
  };
  const clock = { now: () => 0, sleep: async () => undefined };
  return createProjects(files, documents, clock, noOrg).contextFor(uri);
}

describe('what is around a document', () => {
  it.each(['file:///w/a.query.yaml', 'file:///w/other.yaml'])(
    'has the codes and queues for the query %s',
    async (uri) => {
      expect(await contextFor(uri)).toMatchObject({ catalogs: [{ name: 'Refund' }], queueNames: ['Billing'] });
    },
  );

  it('has no codes for a catalog, where every key that is typed would read them all', async () => {
    const context = await contextFor(catalog);
    expect(context.project).toBeDefined();
    expect(Object.keys(context)).not.toContain('catalogs');
    expect(Object.keys(context)).not.toContain('queueNames');
  });
});
