/** A conversation looked at before it is over. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#sandbox/clock.ts';
import { dateText } from '#sandbox/analytics/generate/dateText.ts';
import { settledAt, visibleAt } from '#sandbox/analytics/generate/visibleAt.ts';
import type { Conversation } from '#sandbox/analytics/model.ts';
import { drafts } from './generateSupport.ts';

/** A conversation and a moment somewhere in its life, edges included. */
const moments = fc
  .record({ place: fc.nat(drafts.length - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ place, share }) => {
    const draft = drafts[place] ?? drafts[0];
    if (!draft) throw new Error('There are no conversations.');
    return { draft, now: Math.floor(draft.start + share * (settledAt(draft) - draft.start)) };
  });

const dates = (seen: Conversation): readonly string[] =>
  [...JSON.stringify(seen).matchAll(/"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/g)].map(([, date]) => date ?? '');

test('nothing that is seen lies in the future', () => {
  fc.assert(
    fc.property(moments, ({ draft, now }) => {
      expect(dates(visibleAt(draft, now)).filter((date) => date > isoDate(now))).toEqual([]);
    }),
  );
});

test('what was seen is seen later too, and only what was open changes', () => {
  fc.assert(
    fc.property(moments, fc.nat(3_600_000), ({ draft, now }, more) => {
      const [before, after] = [visibleAt(draft, now), visibleAt(draft, now + more)];
      for (const party of before.participants) {
        const same = after.participants.find(({ participantId }) => participantId === party.participantId);
        for (const session of party.sessions) {
          const later = same?.sessions.find(({ sessionId }) => sessionId === session.sessionId);
          expect(later?.metrics.slice(0, session.metrics.length)).toEqual(session.metrics);
          for (const [index, segment] of session.segments.entries()) {
            if (segment.segmentEnd === undefined) expect(later?.segments[index]).toMatchObject(segment);
            else expect(later?.segments[index]).toEqual(segment);
          }
        }
      }
    }),
  );
});

test('it is open while a segment is, and only its last segments are open', () => {
  fc.assert(
    fc.property(moments, ({ draft, now }) => {
      const seen = visibleAt(draft, now);
      const lists = seen.participants.flatMap((one) => one.sessions.map(({ segments }) => segments));
      expect(lists.every((segments) => segments.length > 0)).toBe(true);
      expect(lists.every((segments) => segments.slice(0, -1).every((one) => one.segmentEnd !== undefined))).toBe(true);
      const open = lists.some((segments) => segments.at(-1)?.segmentEnd === undefined);
      if (open) expect(seen.conversationEnd).toBeUndefined();
      expect(lists.flat().filter((one) => one.segmentEnd === undefined && one.wrapUpCode !== undefined)).toEqual([]);
    }),
  );
});

test('settled means that nothing changes any more', () => {
  fc.assert(
    fc.property(moments, ({ draft }) => {
      const settled = settledAt(draft);
      expect(visibleAt(draft, settled)).toEqual(visibleAt(draft, Number.MAX_SAFE_INTEGER));
      expect(visibleAt(draft, settled - 1)).not.toEqual(visibleAt(draft, settled));
    }),
  );
});

test('dates are written as everywhere else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (ms) => {
      expect(dateText(ms)).toBe(isoDate(ms));
    }),
  );
});
