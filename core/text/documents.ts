/** The documents of a text: as the library reads them, or in pieces where it finds an error. */
import type { Document } from 'yaml';
import { withoutConflicts } from './conflicts.ts';
import { convertNode, type Conversion } from './convert.ts';
import { documentChunks } from './layout.ts';
import { parseYaml } from './library.ts';
import { readChunk } from './recover.ts';
import { problemOf, warningsOf } from './syntax.ts';
import { tabProblems, withoutTabs } from './tabs.ts';
import type { DocumentNode, SyntaxCode, SyntaxProblem } from './tree.ts';

export interface Documents {
  readonly documents: readonly DocumentNode[];
  /** Where the library finds an error, the text is read in pieces. */
  readonly broken: boolean;
  /** A tab in indentation, or an error that no piece shows: these depend on all of the text. */
  readonly entangled: boolean;
}

export function readDocuments(state: Conversion, text: string): Documents {
  const parsed = parseYaml(text);
  const firstError = parsed.flatMap((document) => document.errors)[0];
  if (firstError === undefined) {
    return {
      documents: parsed.map((document) => wholeDocument(state, document, text)),
      broken: false,
      entangled: false,
    };
  }
  const tabs = hasTabError(parsed);
  const documents = recoverDocuments(state, tabs ? withoutTabs(text) : text, firstError.pos[0]);
  if (tabs) state.problems.splice(0, Infinity, ...tabProblems(text, documents, state.problems));
  const lost = isLost(state.problems);
  if (lost) state.problems.push(problemOf(firstError, { text, base: 0 }));
  return { documents, broken: true, entangled: tabs || lost };
}

/** Reads a text in pieces. `errorAt` is an offset at which something is wrong. */
export function recoverDocuments(state: Conversion, text: string, errorAt: number): readonly DocumentNode[] {
  const merged = withoutConflicts(text);
  state.problems.push(...merged.problems);
  return documentChunks(merged.text).map((chunk) => {
    state.anchors.clear();
    const root = readChunk(state, chunk, 0, errorAt);
    return { span: { start: chunk.base, end: chunk.base + chunk.text.length }, root };
  });
}

const allowedByYaml: ReadonlySet<SyntaxCode> = new Set(['unknown-tag', 'complex-key']);

/** True where the library finds an error, and no problem of the pieces says so. */
export function isLost(problems: readonly SyntaxProblem[]): boolean {
  return problems.every(({ code }) => allowedByYaml.has(code));
}

export function hasTabError(parsed: readonly Document[]): boolean {
  return parsed.some(({ errors }) => errors.some(({ code }) => code === 'TAB_AS_INDENT'));
}

function wholeDocument(state: Conversion, document: Document, text: string): DocumentNode {
  state.anchors.clear();
  state.problems.push(...warningsOf(document, 0));
  const { contents } = document;
  const root = contents === null || isNothing(contents) ? undefined : convertNode(state, contents, 0, 0);
  const range = document.range ?? [0, text.length, text.length];
  return { span: { start: range[0], end: pastSpace(text, range[2]) }, root };
}

/** The library leaves out what follows a key without value at the end. Keys can be written there. */
function pastSpace(text: string, offset: number): number {
  let end = offset;
  while (' \t\r\n'.includes(text[end] ?? 'x')) end++;
  return end;
}

function isNothing(contents: object): boolean {
  return 'range' in contents && Array.isArray(contents.range) && contents.range[0] === contents.range[1];
}
