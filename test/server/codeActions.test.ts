import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix, Problem } from '#core/check/problem.ts';
import type { TextEdit } from '#core/text/position.ts';
import { jointFix } from '#core/check/fixes/jointFix.ts';
import { type LspClient, memoryFiles, PLAIN, PULLING, startLsp } from '../support/lspClient.ts';

const URI = 'file:///p/a.wrapup.yaml';
const TEXT =
  'kind: WrapUpCatalog # ours\ncodes:\n  - nmae: Resolved   # spelling\n  - name: Lead\n    descripton: A lead\n';

const REPAIRED = TEXT.replace('nmae', 'name').replace('descripton', 'description');

let client: LspClient;
afterEach(() => client.dispose());

const fixes = (range: Range) => actions(range, ['quickfix']);

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

function applied({ documentChanges, changes }: WorkspaceEdit, text = TEXT): string {
  const [first] = documentChanges ?? [];
  const edits = first && 'edits' in first ? first.edits : changes?.[URI];
  const document = TextDocument.create(URI, 'wrapsmith', 1, text);
  return TextDocument.applyEdits(
    document,
    (edits ?? []).flatMap((edit) => ('newText' in edit ? [edit] : [])),
  );
}

describe('quick fixes', () => {
  it('repair what is under the cursor and leave everything else as it is', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, TEXT);
    const [fix] = await fixes(at(2, 5));
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
    expect(await fixes(at(0, 2))).toEqual([]);
    const lines = new Set(
      (await fixes({ start: at(2, 0).start, end: at(4, 16).end })).map((fix) => fix.diagnostics?.[0]?.range.start.line),
    );
    expect(lines).toEqual(new Set([2, 4]));
    const second = await fixes(at(4, 6, 3));
    expect(second.length).toBeGreaterThan(0);
    expect(new Set(second.flatMap((fix) => fix.diagnostics?.map(({ range }) => range.start.line)))).toEqual(
      new Set([4]),
    );
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
    const [versioned] = await fixes(at(2, 5));
    expect(versioned?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 2 } }]);
    client.dispose();

    client = await startLsp(PLAIN);
    await client.open(URI, TEXT);
    const [simple] = await fixes(at(2, 5));
    expect(simple?.edit?.documentChanges).toBeUndefined();
    expect(applied(simple?.edit ?? {})).toBe(TEXT.replace('nmae', 'name'));
  });

  it('of one kind are offered together, behind those of one problem, where there is more than one', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, TEXT);
    const offered = await fixes(at(2, 5));
    expect(offered.map(({ title, isPreferred }) => [title, isPreferred]).at(-1)).toEqual([
      'Fix all 2 problems of this kind in the file',
      undefined,
    ]);
    expect(offered.at(-1)?.diagnostics).toMatchObject([{ code: 'unknown-field' }]);
    expect(applied(offered.at(-1)?.edit ?? {})).toBe(REPAIRED);
    await client.change(URI, { text: `${TEXT}    qqqqqqqq: 1\n` });
    expect((await fixes(at(2, 5))).at(-1)?.title).toBe('Fix 2 of 3 problems of this kind in the file');
    await client.change(URI, { text: TEXT.replace('nmae', 'name') });
    expect((await fixes(at(4, 5))).map(({ title }) => title)).not.toContainEqual(
      expect.stringContaining('of this kind'),
    );
  });

  it('that somebody has to choose are offered for the whole file too, where others have the same', async () => {
    const expired = TEXT.replace('nmae', 'name').replace('descripton: A lead', 'validThrough: 2020-01-01T00:00:00Z');
    const text = `${expired}  - name: Order\n    validThrough: 2020-01-01T00:00:00Z\n`;
    const resolving = { codeAction: { resolveSupport: { properties: ['edit'] } } };
    client = await startLsp({ ...PULLING, textDocument: { ...PULLING.textDocument, ...resolving } });
    await client.open(URI, text);
    const all = (await fixes(at(4, 20))).find(({ title }) => title.startsWith('Retire') && title.includes(', for'));
    expect(all?.title).toBe("Retire the code: 'state: retired', for all 2 problems of this kind in the file");
    expect(all?.edit).toBeUndefined();
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', all);
    expect(applied(edit ?? {}, text).match(/state: retired/g)).toHaveLength(2);
    const wrong = { ...all, data: { uri: URI, version: 1, fixesOf: { code: 1 } } };
    expect((await client.connection.sendRequest<CodeAction>('codeAction/resolve', wrong)).edit).toBeUndefined();
  });

  it('follow a change of the project, also when nobody asked for problems in between', async () => {
    const project = 'file:///p/genesys.yaml';
    client = await startLsp(PULLING, memoryFiles({ [project]: 'kind: GenesysProject\n' }));
    await client.open(URI, 'kind: WrapUpCatalog\ncodes:\n  - name: Lead\n');
    expect(await fixes(at(2, 10))).toEqual([]);
    await client.open(project, 'kind: GenesysProject\npolicy: { require: [code] }\n');
    const [fix] = await fixes(at(2, 10));
    expect(fix).toMatchObject({ diagnostics: [{ code: 'policy-missing-field' }] });
  });
});

describe('an action whose edits are made when it is chosen', () => {
  const LATER: ClientCapabilities = {
    ...PULLING,
    textDocument: { ...PULLING.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } },
  };
  const named = async (title: RegExp): Promise<CodeAction> => {
    const found = (await actions(at(2, 5), ['quickfix', 'source.sort'])).find((action) => title.test(action.title));
    if (!found) throw new Error('It is not offered.');
    return found;
  };
  const resolved = (action: CodeAction) => client.connection.sendRequest<CodeAction>('codeAction/resolve', action);

  it('fixes a whole kind', async () => {
    client = await startLsp(LATER);
    await client.open(URI, TEXT);
    const action = await named(/of this kind/);
    expect(action.edit).toBeUndefined();
    expect(applied((await resolved(action)).edit ?? {})).toBe(REPAIRED);
  });

  it('sorts a catalog, which a client that cannot ask later gets at once when it asks for it', async () => {
    const unsorted = 'kind: WrapUpCatalog\ncodes:\n  - name: B\n  - name: A\n';
    const sorted = 'kind: WrapUpCatalog\ncodes:\n  - name: A\n  - name: B\n';
    client = await startLsp(LATER);
    await client.open(URI, unsorted);
    const action = await named(/name/);
    expect(action.edit).toBeUndefined();
    expect(applied((await resolved(action)).edit ?? {}, unsorted)).toBe(sorted);
    client.dispose();

    client = await startLsp(PULLING);
    await client.open(URI, unsorted);
    expect(applied((await named(/name/)).edit ?? {}, unsorted)).toBe(sorted);
    expect((await actions(at(2, 5))).filter(({ kind }) => kind === 'source.sort')).toEqual([]);
  });

  it('is refused when the document changed meanwhile, and left as it is when it is not ours', async () => {
    client = await startLsp(LATER);
    await client.open(URI, TEXT);
    const action = await named(/of this kind/);
    await client.change(URI, { range: at(0, 0), text: '' });
    await expect(resolved(action)).rejects.toMatchObject({ code: -32801 });
    for (const data of [undefined, null, 7, {}, { uri: URI, version: 2, id: 'no-range' }]) {
      const other = { title: 'Of somebody else', data };
      expect(await resolved(other)).toMatchObject({ title: other.title });
    }
    expect(client.log).toEqual([]);
  });
});

describe('all fixes of a file', () => {
  it('are one action for who asks for it by any of its names, and for nobody else', async () => {
    client = await startLsp(PULLING);
    expect(client.initialized.capabilities.codeActionProvider).toEqual({
      codeActionKinds: [
        'quickfix',
        'source.fixAll.wrapsmith',
        'refactor.rewrite',
        'refactor.extract',
        'refactor.inline',
        'source.sort',
      ],
    });
    await client.open(URI, TEXT);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.wrapsmith']) {
      const offered = await actions(at(0, 0), [kind]);
      const [all, ...others] = offered.filter(({ kind: its }) => its?.startsWith('source.fixAll'));
      expect(all).toMatchObject({ kind: 'source.fixAll.wrapsmith' });
      expect(applied(all?.edit ?? {})).toBe(REPAIRED);
      expect(others).toEqual([]);
    }
    for (const kind of ['source.fixAll.eslint', 'source.fix', 'refactor'])
      expect(await actions(at(0, 0), [kind])).toEqual([]);
    const unasked = await actions(at(2, 5));
    expect(unasked.filter(({ kind }) => kind?.startsWith('source.'))).toEqual([]);
  });

  it('are none where nothing has an obvious fix', async () => {
    client = await startLsp(PULLING);
    await client.open(URI, REPAIRED);
    expect(await actions(at(0, 0), ['source.fixAll'])).toEqual([]);
  });

  it('leave one of two that meet for the next time, and are taken whole', () => {
    const fix = (...edits: TextEdit[]) => ({ title: 'Fix', preferred: true, edits });
    const edit = (line: number, character: number, length: number) => ({
      range: at(line, character, length),
      newText: 'x',
    });
    const problem = (...fixes: Fix[]): Problem => ({
      code: 'any',
      message: '',
      severity: 'error',
      range: at(0, 0),
      fixes,
    });
    const first = problem(fix(edit(3, 4, 2), edit(1, 0, 3)));
    const second = problem(fix(edit(2, 0, 1), edit(1, 2, 4)));
    const third = problem({ title: 'Perhaps', edits: [edit(9, 0, 1)] }, fix(edit(2, 0, 1)));
    const beside = problem(fix(edit(3, 6, 0)));
    const { fixed, edits } = jointFix([first, second, third, beside]);
    expect(fixed).toEqual([first, third]);
    expect(edits).toEqual([edit(3, 4, 2), edit(1, 0, 3), edit(2, 0, 1)]);
  });

  it('repair the samples in the style of tutorials as far as it is obvious, and never add a problem', async () => {
    client = await startLsp(PULLING);
    const path = 'examples/broken/from-a-tutorial.wrapup.yaml';
    let text = readFileSync(path, 'utf8');
    await client.open(URI, text);
    const counts: number[] = [];
    for (;;) {
      const { items } = await client.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri: URI },
      });
      counts.push(items.length);
      const [all] = await actions(at(0, 0), ['source.fixAll']);
      if (!all) break;
      text = applied(all.edit ?? {}, text);
      await client.change(URI, { text });
    }
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(text).toMatch(/^ {2}- name: "Escalated To Tier Two" {3}# what agents see$/m);
    expect(text).not.toMatch(/^[^#]*(codeName|codeCategoryName|routingQueue:|mandatoryField)/m);
  });
});
