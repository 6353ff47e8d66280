/** What the readers of the file kinds share: how a node becomes occurrences. */
import type { MapNode, Node, Pair, ScalarNode } from '../../text/tree.ts';
import { isText, keyOf } from '../../text/walk.ts';
import type { NameKind, Occurrence, Role } from './model.ts';
import { keyOfName } from './sameName.ts';

/** What is said about all names of a place. */
export interface Place {
  readonly role?: Role;
  readonly flow?: boolean;
  readonly entry?: MapNode;
  readonly category?: string | undefined;
  readonly either?: true;
}

/** A text; nothing for what is no text, or empty. */
export function named(kind: NameKind, node: Node | undefined, place: Place = {}): readonly Occurrence[] {
  return isText(node) && node.value.trim() !== '' ? [occurrence(kind, node.value, node, place)] : [];
}

/** A text, or the texts of a list. */
export function allNamed(kind: NameKind, node: Node | undefined, place: Place = {}): readonly Occurrence[] {
  if (node?.kind !== 'seq') return named(kind, node, place);
  const inside = { ...place, flow: place.flow === true || node.flow };
  return node.items.flatMap((item) => named(kind, item, inside));
}

/** The keys of a map that people choose. */
export function keysNamed(kind: NameKind, node: Node | undefined, place: Place): readonly Occurrence[] {
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap((pair) => keyNamed(kind, pair, { ...place, flow: place.flow === true || node.flow }));
}

export function keyNamed(kind: NameKind, pair: Pair, place: Place): readonly Occurrence[] {
  const text = keyOf(pair);
  return text.trim() === '' ? [] : [occurrence(kind, text, pair.key, place)];
}

const prefixes = [
  ['cat:', 'category'],
  ['sub:', 'subcategory'],
] as const;

/** Tags: those that begin with `cat:` and `sub:` stand for a category and a subcategory. */
export function tagsNamed(node: Node | undefined, place: Place = {}): readonly Occurrence[] {
  return allNamed('tag', node, place).map((tag) => {
    const [prefix, kind] =
      prefixes.find(([start]) => tag.text.startsWith(start) && tag.text.length > start.length) ?? [];
    if (prefix === undefined || kind === undefined) return tag;
    const text = tag.text.slice(prefix.length);
    return { ...tag, kind, text, key: text, prefix };
  });
}

function occurrence(kind: NameKind, text: string, node: ScalarNode, place: Place): Occurrence {
  const { role = 'use', flow = false, entry, category, either } = place;
  return {
    kind,
    text,
    key: keyOfName(kind, text),
    node,
    prefix: '',
    role,
    flow,
    ...(entry === undefined ? {} : { entry }),
    ...(category === undefined || kind !== 'subcategory' ? {} : { category }),
    ...(either === undefined ? {} : { either }),
  };
}
