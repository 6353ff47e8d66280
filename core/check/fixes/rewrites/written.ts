/** Texts of new parts of a query, as JSON where the rest is JSON. */
import { doubleQuoted, writeText } from '../../../text/quote.ts';
import type { MapNode, ScalarNode } from '../../../text/tree.ts';
import { isJson } from '../../query/queryFilters.ts';

export interface Writer {
  readonly text: (text: string) => string;
  /** As it stands in the file, where that can be. */
  readonly scalar: (node: ScalarNode) => string;
  readonly list: (items: readonly string[]) => string;
  readonly map: (entries: readonly (readonly [string, string])[]) => string;
}

export function writerFor(map: MapNode): Writer {
  const json = isJson(map);
  const text = (value: string): string => (json ? doubleQuoted(value) : writeText(value));
  return {
    text,
    scalar: (node) => {
      const reusable = node.style !== 'block' && node.alias !== true && !node.source.includes('\n');
      if (typeof node.value !== 'string') return node.source;
      const safe = node.style === 'double' || (!json && (node.style === 'single' || !/[,[\]{}]/.test(node.source)));
      return reusable && safe ? node.source : text(node.value);
    },
    list: (items) => `[${items.join(', ')}]`,
    map: (entries) =>
      `{ ${entries.map(([key, value]) => `${json ? JSON.stringify(key) : key}: ${value}`).join(', ')} }`,
  };
}
