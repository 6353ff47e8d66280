import { expect, it } from 'vitest';
import { colourLines } from '#cli/colourLines.ts';
import { coloured, plain } from '#cli/style.ts';

const text = '+ create    A\n    + is not a mark here [a.yaml]\n✓ done          create    A\n';

it('colours the mark and the kind at the start of a line only', () => {
  expect(colourLines(text, coloured)).toBe(
    '\u001b[32m+ create\u001b[0m    A\n    + is not a mark here [a.yaml]\n\u001b[32m✓ done\u001b[0m          create    A\n',
  );
  expect(colourLines(text, plain)).toBe(text);
});
