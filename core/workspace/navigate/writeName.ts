/** A name in the style of the one that it takes the place of. */
import { writeLike, writeText } from '../../text/quote.ts';
import type { ScalarNode } from '../../text/tree.ts';
import type { Occurrence } from './model.ts';

export function writeName({ node, prefix, flow }: Pick<Occurrence, 'node' | 'prefix' | 'flow'>, name: string): string {
  const text = prefix + name;
  if (node.style === 'block') return inBlock(node, text) ?? writeText(text, flow);
  return node.style === 'plain' ? writeText(text, flow) : writeLike(node, text);
}

/** A block scalar of one line keeps its head and its indentation. */
function inBlock({ source }: ScalarNode, text: string): string | undefined {
  const lead = /^[|>][^\r\n]*\r?\n[ \t]*(?=[^\r\n]+$)/.exec(source)?.[0];
  return lead === undefined || !/^[^\s\p{Cc}\u2028\u2029\uFEFF][^\p{Cc}\u2028\u2029\uFEFF]*$/u.test(text)
    ? undefined
    : lead + text;
}
