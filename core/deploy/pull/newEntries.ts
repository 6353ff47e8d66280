/** Entries for codes that only the org has, at the end of a catalog's list, and what they need at its top. */
import type { WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { addPair, insert, lineBreakOf, lineStart, replaceText, type SpanEdit } from '../../text/edit.ts';
import { normaliseName } from '../../contract/names.ts';
import { writeText } from '../../text/quote.ts';
import type { Node, SourceFile } from '../../text/tree.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import { entryText } from './catalogText.ts';
import type { MergeRequest } from './merge.ts';
import { HIDDEN_DIVISION } from './orgCatalog.ts';
import type { LeftOut } from './model.ts';

interface NewEntries extends Pick<MergeRequest, 'file' | 'others' | 'project'> {
  /** As a catalog of their own has them. */
  readonly missing: readonly WrapUpCode[];
  readonly pulled: WrapUpCatalog;
}

export interface Added {
  readonly edits: readonly SpanEdit[];
  readonly names: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export function addedEntries(source: SourceFile, root: Node, request: NewEntries): Added {
  const { missing, pulled, file } = request;
  // A code whose division cannot be seen would take over the catalog's.
  const isHidden = (code: WrapUpCode): boolean =>
    file.catalog.division !== undefined && (code.division ?? pulled.division) === undefined;
  const hidden = leftOut(missing.filter(isHidden), HIDDEN_DIVISION);
  const fitting = missing.filter((code) => !isHidden(code));
  const nothing = (why: string): Added => ({ edits: [], names: [], leftOut: [...hidden, ...leftOut(fitting, why)] });
  if (fitting.length === 0) return nothing('');
  const list = pairOf(root, 'codes');
  if (root.kind !== 'map' || root.alias === true || list === undefined)
    return nothing('The catalog has no list of codes.');
  const place = placeFor(source.text, list.value);
  if (place === undefined)
    return nothing('The list of codes is written in brackets. Write it with dashes to add to it.');
  const eol = lineBreakOf(source.text);
  const entries = fitting.map((code) => entryText(fittingIn(code, pulled, file.catalog), place.indent));
  const written = entries.map((entry) => `\n${entry}`.replaceAll('\n', eol)).join('');
  return {
    edits: [place.put(written), ...topEdits(source.text, root, { ...request, missing: fitting })],
    names: fitting.map(({ name }) => name),
    leftOut: hidden,
  };
}

const leftOut = (codes: readonly WrapUpCode[], why: string): readonly LeftOut[] =>
  codes.map(({ name }) => ({ kind: 'code', name, why }));

/** Where an item can be put behind the last one. */
function placeFor(
  text: string,
  list: Node | undefined,
): { readonly indent: string; readonly put: (written: string) => SpanEdit } | undefined {
  if (list?.kind !== 'seq' || list.alias === true) return undefined;
  if (list.items.length === 0) return { indent: '  ', put: (newText) => ({ span: list.span, newText }) };
  const last = list.items.at(-1);
  const first = list.items[0];
  if (list.flow || last === undefined || first === undefined) return undefined;
  const dash = text.lastIndexOf('-', first.span.start - 1);
  const end = endOfLine(text, last.span.end);
  return { indent: ' '.repeat(dash - lineStart(text, dash)), put: (newText) => insert(end, newText) };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** What the catalog gives to all its codes has to be said otherwise by those that have it not. */
function fittingIn(code: WrapUpCode, pulled: WrapUpCatalog, { division, defaults }: WrapUpCatalog): WrapUpCode {
  const own = code.division ?? pulled.division;
  const { division: _division, queues, ...rest } = code;
  return {
    ...rest,
    ...(own === undefined || own === division ? {} : { division: own }),
    ...(queues === undefined ? (defaults?.queues === undefined ? {} : { queues: [] }) : { queues }),
  };
}

/** Queues that nobody declares yet, and the naming policy. */
function topEdits(
  text: string,
  root: Node & { readonly kind: 'map' },
  { missing, pulled, file, others, project }: NewEntries,
): readonly SpanEdit[] {
  const declared = new Set(
    [file, ...others].flatMap(({ catalog }) => Object.keys(catalog.queues ?? {})).map(normaliseName),
  );
  const wanted = [...new Set(missing.flatMap(({ queues = [] }) => queues))].filter(
    (queue) => !declared.has(normaliseName(queue)),
  );
  const needsPlatform =
    pulled.naming === 'platform' && (file.catalog.naming ?? project?.naming ?? 'portable') === 'portable';
  return [...declarations(text, root, wanted), ...(needsPlatform ? platform(text, root) : [])];
}

function declarations(
  text: string,
  root: Node & { readonly kind: 'map' },
  wanted: readonly string[],
): readonly SpanEdit[] {
  const queues = childOf(root, 'queues');
  if (wanted.length === 0) return [];
  if (queues === undefined) {
    const all = wanted.map((queue) => `${writeText(queue)}: {}`).join(', ');
    return addPair(text, root, 'queues', `{${all}}`, pairOf(root, 'kind')) ?? [];
  }
  return queues.kind === 'map' ? wanted.flatMap((queue) => addPair(text, queues, queue, '{}') ?? []) : [];
}

function platform(text: string, root: Node & { readonly kind: 'map' }): readonly SpanEdit[] {
  const naming = childOf(root, 'naming');
  if (isText(naming)) return [replaceText(naming, 'platform')];
  return addPair(text, root, 'naming', 'platform', pairOf(root, 'kind')) ?? [];
}
