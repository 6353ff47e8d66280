/** Hints of `genesys.yaml`: the name of the org that an environment is bound to. */
import type { Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import { seenIn } from '../orgNames.ts';
import type { Inlay } from './model.ts';
import { labelOf, type Site } from './site.ts';

export function projectInlays({ source, context: { org, now } }: Site, root: Node): readonly Inlay[] {
  const environments = childOf(root, 'environments');
  if (org === undefined || environments?.kind !== 'map') return [];
  return environments.pairs.flatMap(({ value }): readonly Inlay[] => {
    const id = childOf(value, 'org');
    if (!isText(id) || id.alias === true || id.value.toLowerCase() !== org.org.id.toLowerCase()) return [];
    const position = source.lines.positionAt(id.span.end);
    return [{ kind: 'names', position, label: labelOf(org.org.name), tooltip: `This id ${seenIn(org, now)}.` }];
  });
}
