import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';

const URI = 'file:///p/a.wrapup.yaml';
const TEXT =
  'kind: WrapUpCatalog # ours\ncodes:\n  - nmae: Resolved   # spelling\n  - name: Lead\n    descripton: A lead\n';

let client: LspClient;
afterEach(() => client.dispose());

const at = (line: number, character: number, length = 0): Range => ({
  start: { line, character },
  end: { line, character: character + length },
});

async function actions(range: Range, only?: string[]): Promise<readonly CodeAction[]> {
  return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function applied({ documentChanges, changes }: WorkspaceEdit): string {
  const [first] = documentChanges ?? [];
  const edits = first && 'edits' in first ? first.edits : changes?.[URI];
  const document = TextDocument.create(URI, 'wrapsmith', 1, TEXT);
  return TextDocument.applyEdits(
    document,
    (edits ?? []).flatMap((edit) => ('newText' in edit ? [edit] : [])),
  );
}

describe('quick fixes', () => {
  it('repair what is under the cursor and leave everything else as it is', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, TEXT);
    const [fix] = await actions(at(2, 5));
    expect(fix).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'unknown-field', source: 'wrapsmith' }],
    });
    expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    expect(applied(fix?.edit ?? {})).toBe(TEXT.replace('nmae', 'name'));
  });

  it('are those of the asked range only', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, TEXT);
    expect(await actions(at(0, 2))).toEqual([]);
    const lines = new Set(
      (await actions({ start: at(2, 0).start, end: at(4, 16).end })).map(
        (fix) => fix.diagnostics?.[0]?.range.start.line,
      ),
    );
    expect(lines).toEqual(new Set([2, 4]));
    const second = await actions(at(4, 6, 3));
    expect(second.length).toBeGreaterThan(0);
    expect(second.every((fix) => fix.diagnostics?.[0]?.range.start.line === 4)).toBe(true);
  });

  it('are not given to who asks for another kind', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, TEXT);
    expect(await actions(at(2, 5), ['source.organizeImports'])).toEqual([]);
    expect(await actions(at(2, 5), ['quickfix'])).not.toEqual([]);
  });

  it('are of the version that is open, and in the plain form for a client that knows no versions', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, TEXT);
    await client.change(URI, { range: at(0, 0), text: '' });
    const [versioned] = await actions(at(2, 5));
    expect(versioned?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 2 } }]);
    client.dispose();

    client = await startLsp(PLAIN);
    await client.open(URI, TEXT);
    const [simple] = await actions(at(2, 5));
    expect(simple?.edit?.documentChanges).toBeUndefined();
    expect(applied(simple?.edit ?? {})).toBe(TEXT.replace('nmae', 'name'));
  });

  it('follow a change of the project, also when nobody asked for problems in between', async () => {
    const project = 'file:///p/genesys.yaml';
    client = await startLsp(PULLING, memoryFiles({ [project]: 'kind: GenesysProject\n' }));
    await client.open(URI, 'kind: WrapUpCatalog\ncodes:\n  - name: Lead\n');
    expect(await actions(at(2, 10))).toEqual([]);
    await client.open(project, 'kind: GenesysProject\npolicy: { require: [code] }\n');
    const [fix] = await actions(at(2, 10));
    expect(fix).toMatchObject({ diagnostics: [{ code: 'policy-missing-field' }] });
  });
});
