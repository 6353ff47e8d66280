/** What `kind:` says, and whether it is one of ours. */
import { publishedQueries } from '../contract/generated/api.ts';
import { fileKinds, isFileKind, queryKinds, type FileKind } from '../contract/schema.ts';
import { insert, lineBreakOf, replaceText } from '../text/edit.ts';
import type { DocumentNode, Node, SourceFile } from '../text/tree.ts';
import { childOf, isText, type TextNode } from '../text/walk.ts';
import { addKey } from './addKey.ts';
import { documentKind, fileKindOf } from './fileKind.ts';
import { guessQueryKind } from './guessQueryKind.ts';
import type { Reported } from './report.ts';
import { fixIf } from './rule.ts';
import { closest, didYouMean } from './suggest.ts';

/** A file of ours that holds nothing: not wrong, and not what anybody wants. */
export function checkEmpty(source: SourceFile): Reported[] {
  const named = fileKindOf(source.name);
  const empty = source.documents.every(({ root }) => root === undefined) && source.problems.length === 0;
  if (!empty || (named !== 'WrapUpCatalog' && named !== 'GenesysProject')) return [];
  const eol = lineBreakOf(source.text);
  const begin = `kind: ${named}${eol}${named === 'WrapUpCatalog' ? `codes: []${eol}` : ''}`;
  const end = source.text.length;
  const lead = source.text === '' || source.text.endsWith('\n') ? '' : eol;
  const message = `There is nothing in this file. Begin it with \`kind: ${named}\`.`;
  const fixes = [{ title: `Begin with \`kind: ${named}\``, edits: [insert(end, lead + begin)], preferred: true }];
  return [{ code: 'empty-file', severity: 'warning', span: { start: 0, end: 0 }, message, fixes }];
}

/** A catalog or project without `kind` but with a telling name is the schema's business: `missing-field`. */
export function checkKind(source: SourceFile, document: DocumentNode): Reported[] {
  const { root } = document;
  const named = fileKindOf(source.name);
  if (root === undefined || named === 'survey') return [];
  const kind = childOf(root, 'kind');
  if (isText(kind) && !isFileKind(kind.value)) return [unknownKind(kind, root, named)];
  const found = documentKind(source.name, root);
  return found === undefined || found === 'query' ? [missingKind(source, root, found)] : [];
}

function unknownKind(kind: TextNode, root: Node, named: ReturnType<typeof fileKindOf>): Reported {
  const possible = named === 'query' ? queryKinds : fileKinds;
  const later = publishedQueries.find((published) => published.kind === kind.value);
  if (later !== undefined) {
    const message = `\`${kind.value}\` is not in this version yet. It will stand for \`${later.path}\`. Known queries are ${list(queryKinds)}.`;
    return { code: 'unknown-kind', severity: 'error', span: kind.span, message };
  }
  const sure = isFileKind(named) ? named : undefined;
  const meant = sure ?? closest(kind.value, possible) ?? (named === 'query' ? guessQueryKind(root) : undefined);
  const message = `\`${kind.value}\` is no kind of file that is known here.${didYouMean(meant) || ` Known kinds are ${list(possible)}.`}`;
  const fixes = (meant === undefined ? possible : [meant]).map((known) => ({
    title: `Change to \`${known}\``,
    edits: [replaceText(kind, known)],
    preferred: meant !== undefined,
  }));
  return { code: 'unknown-kind', severity: 'error', span: kind.span, message, fixes };
}

/** A query's other keys tell which it is, so that the body of a request becomes a file with one fix. */
function missingKind(source: SourceFile, root: Node, named: 'query' | undefined): Reported {
  const first = root.kind === 'map' ? root.pairs[0] : undefined;
  const guessed = guessQueryKind(root);
  const example = guessed ?? (named === 'query' ? 'ConversationDetails' : 'WrapUpCatalog');
  const subject = named === 'query' ? 'query' : 'file';
  const message = `This ${subject} does not say what it is. Begin it with \`kind:\`, for example \`kind: ${example}\`.`;
  const written = childOf(root, 'kind') !== undefined || root.kind !== 'map';
  const possible: readonly FileKind[] =
    guessed === undefined ? (named === 'query' ? queryKinds : fileKinds) : [guessed];
  const fixes = possible.flatMap((known) =>
    fixIf(
      `Add \`kind: ${known}\``,
      written ? undefined : addKey(source.text, root, 'kind', known),
      guessed !== undefined,
    ),
  );
  return { code: 'missing-kind', severity: 'error', span: first?.key.span ?? root.span, message, fixes };
}

function list(kinds: readonly string[]): string {
  return kinds.map((known) => `\`${known}\``).join(' and ');
}
