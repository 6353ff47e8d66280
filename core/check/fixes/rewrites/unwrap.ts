/** A map of one key that stands for its value: `{ eq: 5 }` is `5`. */
import type { FixPlan } from '../../rule.ts';
import type { RewriteSite } from './site.ts';

/** Only where everything is on one line, so that no comment and no indentation is touched. */
export function unwrap({ entry, parent, pair: { value } }: RewriteSite): FixPlan | undefined {
  if (parent.pairs.length !== 1 || parent.alias === true || !parent.flow || value === undefined) return undefined;
  if (value.kind === 'map' || entry.text.slice(parent.span.start, parent.span.end).includes('\n')) return undefined;
  const written = entry.text.slice(value.span.start, value.span.end);
  return { title: `Change to \`${written}\``, edits: [{ span: parent.span, newText: written }] };
}
