/** Addresses in a file that can be opened. */
import { documentKind } from '../../check/fileKind.ts';
import type { LiveText } from '../../text/live/index.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, type TextNode } from '../../text/walk.ts';
import type { DocumentLink } from './model.ts';

/** The addresses that a project sends its events to. The published facts name no page about a region. */
export function documentLinks(file: LiveText): readonly DocumentLink[] {
  if (file.layout !== undefined) return [];
  const source = file.source();
  return source.documents.flatMap(({ root }) =>
    documentKind(source.name, root) === 'GenesysProject'
      ? addressesIn(root).map((node) => ({
          range: source.lines.rangeOf(spanInScalar(node, 0, node.value.length)),
          url: node.value,
        }))
      : [],
  );
}

function addressesIn(root: Node | undefined): readonly TextNode[] {
  const environments = childOf(root, 'environments');
  if (environments?.kind !== 'map') return [];
  return environments.pairs.flatMap(({ value }) => {
    const events = childOf(value, 'events');
    if (events?.kind !== 'seq' || events.alias === true) return [];
    return events.items
      .map((item) => childOf(item, 'url'))
      .filter(isText)
      .filter(isAddress);
  });
}

function isAddress({ value, alias, style }: TextNode): boolean {
  return alias !== true && style !== 'block' && /^https?:\/\/[^\s/]/.test(value);
}
