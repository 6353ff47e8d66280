/** All names of a file. */
import { documentKind, isQuery } from '../../check/fileKind.ts';
import type { DocumentNode, SourceFile } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { codeNames, headNames } from './catalogNames.ts';
import type { Occurrence } from './model.ts';
import { projectNames } from './projectNames.ts';
import { queryNames } from './queryNames.ts';
import { surveyNames } from './surveyNames.ts';

/** In no order; what an alias repeats comes once, and so does each side of a text that may be a `code` or a name. */
export function occurrencesOf(source: SourceFile): readonly Occurrence[] {
  return once(
    source.documents.flatMap((document) => [...outerNames(source.name, document), ...itemNames(source.name, document)]),
  );
}

/** Names outside of the items of `codes`. */
export function outerNames(name: string, { root }: DocumentNode): readonly Occurrence[] {
  const kind = documentKind(name, root);
  if (kind === 'WrapUpCatalog') return headNames(root);
  if (kind === 'GenesysProject') return projectNames(root);
  if (kind === 'SurveyRules') return surveyNames(root);
  return isQuery(kind) ? queryNames(root) : [];
}

function itemNames(name: string, { root }: DocumentNode): readonly Occurrence[] {
  const codes = documentKind(name, root) === 'WrapUpCatalog' ? childOf(root, 'codes') : undefined;
  return codes?.kind === 'seq' ? codes.items.flatMap(codeNames) : [];
}

/** A list that several entries share by an alias holds each of its names once. */
function once(names: readonly Occurrence[]): readonly Occurrence[] {
  const seen = new Set<string>();
  return names.filter(({ kind, node, prefix, category = '' }) => {
    const key = `${node.span.start} ${kind} ${prefix} ${category}`;
    return !seen.has(key) && seen.add(key);
  });
}
