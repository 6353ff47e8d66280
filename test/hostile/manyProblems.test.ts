/** A file in which everything is wrong is checked to its end, and an editor is told no more than it can show. */
import { describe, expect, it } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { ENDS } from './ends.ts';
import { close, expectToBeSmall, FOLDER, nextDiagnostics, open } from './hostileServer.ts';
import { wrongCodes } from './texts.ts';

describe('100,000 problems', () => {
  const text = wrongCodes(100_000);

  it(
    'are all found',
    () => {
      const name = 'a.wrapup.yaml';
      const found = check(readSource(name, text), createLiveProject().contextFor(name));
      expect(found.length).toBe(100_000);
    },
    ENDS,
  );

  it(
    'are a thousand for an editor, the last of which counts the others',
    async () => {
      const uri = `${FOLDER}/a.wrapup.yaml`;
      const found = nextDiagnostics(uri);
      await open(uri, text);
      expect((await found).length).toBe(1_000);
      expect((await found).at(-1)?.message).toMatch(/^99,001 more problems/);
      await close(uri);
      expectToBeSmall();
    },
    ENDS,
  );
});
