import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openText } from '#core/text/live/index.ts';
import { linesOf } from '#core/text/position.ts';
import { tryEdits } from '#server/tryEdits.ts';

const TEXT = 'kind: WrapUpCatalog\r\ncodes:\r\n  - name: A\r\n    code: B\n  - name: C\r  # end\n';

it('a text is as before when it was only tried, whatever was tried and however it ended', () => {
  const place = fc.nat(TEXT.length);
  const insert = fc.constantFrom('', 'x', '\r', '\n', '\r\n', '  - name: D\n', '"', '# x\r\ry');
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 2, maxLength: 8 }),
      fc.array(insert, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      (places, inserts, isThrowing) => {
        const sorted = [...new Set(places)].toSorted((a, b) => a - b);
        const lines = linesOf(TEXT);
        const spans = sorted.flatMap((start, index) => {
          const end = sorted[index + 1];
          return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
        });
        const edits = spans.map((span, index) => ({ range: lines.rangeOf(span), newText: inserts[index] ?? '' }));
        const text = openText('a.wrapup.yaml', TEXT);
        let tried = '';
        const look = (): void => {
          tried = text.text();
          if (isThrowing) throw new Error('no');
        };
        let told = 0;
        const attempt = (): void => tryEdits(text, edits, () => void told++, look);
        if (isThrowing) expect(attempt).toThrow('no');
        else attempt();
        let expected = TEXT;
        for (const [index, { start, end }] of [...spans.entries()].toReversed())
          expected = expected.slice(0, start) + (inserts[index] ?? '') + expected.slice(end);
        expect(tried).toBe(expected);
        expect(text.text()).toBe(TEXT);
        expect(told).toBeGreaterThanOrEqual(2);
      },
    ),
  );
});
