/** What `kind:` says, and whether it is one of ours. */
import { fileKinds, isFileKind } from '../contract/schema.ts';
import { insert, lineBreakOf, replaceText } from '../text/edit.ts';
import type { DocumentNode, SourceFile } from '../text/tree.ts';
import { childOf, isText } from '../text/walk.ts';
import { documentKind, fileKindOf } from './fileKind.ts';
import type { Reported } from './report.ts';
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
  if (root === undefined || named === 'query' || named === 'survey') return [];
  const kind = childOf(root, 'kind');
  if (isText(kind) && !isFileKind(kind.value)) {
    const meant = named ?? closest(kind.value, fileKinds);
    const kinds = fileKinds.map((known) => `\`${known}\``).join(' and ');
    const message = `\`${kind.value}\` is no kind of file that is known here.${didYouMean(meant) || ` Known kinds are ${kinds}.`}`;
    const fixes = (meant === undefined ? fileKinds : [meant]).map((known) => ({
      title: `Change to \`${known}\``,
      edits: [replaceText(kind, known)],
      preferred: meant !== undefined,
    }));
    return [{ code: 'unknown-kind', severity: 'error', span: kind.span, message, fixes }];
  }
  if (documentKind(source.name, root) !== undefined) return [];
  const start = root.span.start;
  const message = 'This file does not say what it is. Begin it with `kind:`, for example `kind: WrapUpCatalog`.';
  const fixes = fileKinds.map((known) => ({
    title: `Add \`kind: ${known}\``,
    edits: [insert(start, `kind: ${known}${lineBreakOf(source.text)}`)],
  }));
  const first = root.kind === 'map' ? root.pairs[0]?.key.span : undefined;
  return [
    {
      code: 'missing-kind',
      severity: 'error',
      span: first ?? root.span,
      message,
      fixes: root.kind === 'map' && !root.flow ? fixes : [],
    },
  ];
}
