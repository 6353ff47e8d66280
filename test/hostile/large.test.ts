/** Files as long and as deep as can be: the server answers, goes on, and stays small. */
import { describe, it } from 'vitest';
import { ENDS } from './ends.ts';
import { expectToBearWith } from './hostileServer.ts';
import { largeTexts } from './texts.ts';

describe('the server goes on after', () => {
  it.each(Object.keys(largeTexts))('%s', (title) => expectToBearWith(largeTexts[title]?.() ?? ''), ENDS);
});
