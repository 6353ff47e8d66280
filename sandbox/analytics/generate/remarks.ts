/** Notes and tags. Some look dangerous, so that a view or an export that trusts them is found out. */
import type { SegmentOutcome } from './draft.ts';
import type { Draw } from './draw.ts';

const notes: readonly string[] = [
  'Customer will call back tomorrow.',
  'Sent the form by mail, waits for the answer.',
  'Asked for a manager.',
  'Reset the modem, works again.',
  '=HYPERLINK("https://example.com","Click")',
  '+1 for the new tariff, -5 on the bill',
  '@SUM(A1:A9)',
  '-2+3',
  'Said "never again", then laughed; wants a call at 5.',
  'First line\nSecond line\r\nThird line',
  'Tab\there, semicolon; comma, and "quotes"',
  '<b>not bold</b> & <script>alert(1)</script>',
  'Très content 🎉 👩‍💻',
  'العميل يريد استرداد المبلغ',
  '\u202Eright to left override\u202C',
  'お客様は来週また連絡します',
  ' outer spaces ',
  "'; DROP TABLE calls; --",
  'A long note. '.repeat(40).trim(),
];

const tags: readonly string[] = ['vip', 'follow up', 'refund', 'Größe', 'a,b', '=1+1', 'مهم', '🔥'];

export function wrapUpRemarks(draw: Draw): Pick<SegmentOutcome, 'wrapUpNote' | 'wrapUpTags'> {
  return {
    ...(draw.chance(0.2) ? { wrapUpNote: draw.pick(notes) } : {}),
    ...(draw.chance(0.08) ? { wrapUpTags: [...new Set([draw.pick(tags), draw.pick(tags)])] } : {}),
  };
}
