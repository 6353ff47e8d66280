import { isQueryKind } from '../../../contract/schema.ts';
import { addPair, lineBreakOf, lineStart, type SpanEdit } from '../../../text/edit.ts';
import type { MapNode } from '../../../text/tree.ts';
import { childOf, keyOf, pairOf } from '../../../text/walk.ts';
import type { FixPlan } from '../../rule.ts';
import { removeKeeping, replacePair } from './comments.ts';
import type { Condition } from './condition.ts';
import { readConjunction } from './conjunction.ts';
import type { RewriteSite } from './site.ts';
import { type Writer, writerFor } from './written.ts';

/** Filters in another form become lines of `where`, beside those that are there. */
export function toWhere({ entry, parent, pair }: RewriteSite): FixPlan | undefined {
  if (!isQueryKind(entry.file) || parent.alias === true) return undefined;
  const conditions = readConjunction(pair.value, entry.file);
  if (conditions === undefined) return undefined;
  const writer = writerFor(parent);
  const lines = conditions.map((condition): readonly [string, string] => [condition.name, valueOf(condition, writer)]);
  const first = lines[0] ?? ['', ''];
  const title = lines.length === 1 ? `Change to \`where: { ${first[0]}: ${first[1]} }\`` : 'Change to lines of `where`';
  const where = keyOf(pair) === 'where' ? undefined : childOf(parent, 'where');
  if (where !== undefined)
    return joining({ entry, parent, pair }, where.kind === 'map' ? where : undefined, lines, title);
  if (keyOf(pair) !== 'where' && pairOf(parent, 'where') !== undefined) return undefined;
  return { title, edits: replacePair(entry.text, pair, asPair(entry.text, parent, lines, writer)) };
}

function joining(
  { entry, parent, pair }: RewriteSite,
  where: MapNode | undefined,
  lines: readonly (readonly [string, string])[],
  title: string,
): FixPlan | undefined {
  const removal = removeKeeping(entry.text, parent, pair);
  if (where === undefined || where.pairs.length === 0 || removal === undefined) return undefined;
  if (where.alias === true || lines.some(([key]) => pairOf(where, key) !== undefined)) return undefined;
  const additions = lines.map(([key, value]) => addPair(entry.text, where, key, value)?.[0]);
  const edits = additions.flatMap((edit): SpanEdit[] => (edit === undefined ? [] : [edit]));
  const [edit] = edits;
  if (edit === undefined || edits.length < lines.length) return undefined;
  return { title, edits: [...removal, { span: edit.span, newText: edits.map(({ newText }) => newText).join('') }] };
}

function asPair(text: string, parent: MapNode, lines: readonly (readonly [string, string])[], writer: Writer): string {
  if (parent.flow) return `${writer.text('where')}: ${writer.map(lines)}`;
  const start = parent.pairs[0]?.span.start ?? 0;
  const indent = ' '.repeat(start - lineStart(text, start) + 2);
  return ['where:', ...lines.map(([key, value]) => `${indent}${key}: ${value}`)].join(lineBreakOf(text));
}

function valueOf({ test }: Condition, writer: Writer): string {
  switch (test.kind) {
    case 'exists':
    case 'missing':
      return writer.text(test.kind);
    case 'range':
      return writer.map(test.range.map(([bound, value]) => [bound, String(value)]));
    case 'values': {
      const [only, ...others] = test.values;
      const alone = only !== undefined && others.length === 0 && only.value !== 'exists' && only.value !== 'missing';
      return alone ? writer.scalar(only) : writer.list(test.values.map(writer.scalar));
    }
  }
}
