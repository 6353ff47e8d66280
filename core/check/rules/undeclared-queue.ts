import { normaliseName } from '../../contract/names.ts';
import { addPair, insert, lineBreakOf, replaceText } from '../../text/edit.ts';
import { writeText } from '../../text/quote.ts';
import { textsOf, type TextNode } from '../../text/walk.ts';
import { field, fieldPair, type HeadEntry } from '../entry.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { editsIn, fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import { defaultQueuesOf } from '../indexes/usesOf.ts';
import { isId } from './id-instead-of-name.ts';

/** A queue that no catalog declares: perhaps mistyped, and in any case a queue nobody looks after. */
export const undeclaredQueue: Rule = {
  code: 'undeclared-queue',
  severity: 'warning',
  codesWith: 'undeclared',
  inCode: (entry, indexes) => look(textsOf(field(entry, 'queues')), indexes),
  inHead: (entry, indexes) => look(textsOf(defaultQueuesOf(entry)), indexes),
};

function look(queues: readonly TextNode[], indexes: Indexes): readonly Finding[] {
  // In this order: most queues are declared, and then nothing depends on whether all are known.
  const undeclared = queues.filter(({ value }) => !isDeclared(value, indexes));
  if (undeclared.length === 0 || !indexes.queuesAreKnown) return [];
  return undeclared.flatMap((node): Finding[] => {
    if (isId(node.value)) return [];
    const meant = indexes.suggest(node.value, indexes.queueNames);
    const replace = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
    return [
      {
        span: node.span,
        message: `No catalog declares the queue \`${node.value}\`.${didYouMean(meant) || ' Declare it under `queues` at the top.'}`,
        fixes: [...fixIf(`Change to \`${meant}\``, replace, true), ...declaration(indexes.head, node.value)],
      },
    ];
  });
}

function isDeclared(queue: string, { queues }: Indexes): boolean {
  const key = normaliseName(queue);
  return key === '' || queues.get(key).length > 0;
}

function declaration(head: HeadEntry, queue: string): readonly FixPlan[] {
  const title = `Declare \`${queue}\` under \`queues\``;
  const queues = fieldPair(head, 'queues');
  if (queues?.value?.kind === 'map') return fixIf(title, editsIn(head, addPair(head.text, queues.value, queue, '{}')));
  const codes = fieldPair(head, 'codes');
  if (queues !== undefined || codes === undefined || head.map?.flow !== false || head.map.alias === true) return [];
  const eol = lineBreakOf(head.text);
  return fixIf(title, editsIn(head, [insert(codes.span.start, `queues:${eol}  ${writeText(queue)}: {}${eol}`)]));
}
