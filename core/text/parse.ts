/** Reads a file into a tree. Never throws, whatever the text is. */
import { convertNode, newConversion, type Conversion } from './convert.ts';
import { withoutConflicts } from './conflicts.ts';
import { documentChunks } from './layout.ts';
import { parseYaml } from './library.ts';
import { linesOf } from './position.ts';
import { readChunk } from './recover.ts';
import { problemOf, warningsOf } from './syntax.ts';
import { tabProblems, withoutTabs } from './tabs.ts';
import type { DocumentNode, SourceFile, SyntaxProblem } from './tree.ts';

/** Longer files are not read: 32 million characters is more than ten times a catalog of ten thousand codes. */
export const maxCharacters = 32_000_000;
/** Lines, keys and brackets: each costs the parser half a kilobyte. A catalog of ten thousand codes has 200 thousand. */
export const maxMarks = 1_000_000;
/** Syntax problems listed for one file. Beyond this they tell nothing new. */
const maxProblems = 200;

/**
 * Parses `text` as YAML 1.2. `name` is a path or URI, kept as given. The result always holds a tree of
 * what could be read, and one problem for each thing that could not.
 */
export function readSource(name: string, text: string): SourceFile {
  const lines = linesOf(text);
  const tooMuch =
    text.length > maxCharacters
      ? `is longer than ${maxCharacters / 1_000_000} million characters`
      : hasTooManyMarks(text)
        ? `has more than a million lines, keys and brackets`
        : undefined;
  if (tooMuch !== undefined) {
    const message = `This file ${tooMuch} and is not read. Split it into several files.`;
    return {
      name,
      text,
      lines,
      documents: [],
      problems: [{ code: 'file-too-large', message, span: { start: 0, end: 0 } }],
    };
  }
  const state = newConversion(text);
  const documents = readDocuments(state, text);
  return { name, text, lines, documents, problems: tidy(state.problems) };
}

function hasTooManyMarks(text: string): boolean {
  if (text.length <= maxMarks) return false;
  let marks = 0;
  for (let at = 0; at < text.length; at++) if (isMark(text.charCodeAt(at))) marks++;
  return marks > maxMarks;
}

/** Line feed, carriage return, comma, colon, brackets and braces. */
function isMark(code: number): boolean {
  return (
    code === 10 ||
    code === 13 ||
    code === 44 ||
    code === 58 ||
    code === 91 ||
    code === 93 ||
    code === 123 ||
    code === 125
  );
}

function readDocuments(state: Conversion, text: string): DocumentNode[] {
  const parsed = parseYaml(text);
  const firstError = parsed.flatMap((document) => document.errors)[0];
  if (firstError === undefined) {
    return parsed.map((document) => {
      state.anchors.clear();
      state.problems.push(...warningsOf(document, 0));
      const root =
        document.contents === null || isNothing(document.contents)
          ? undefined
          : convertNode(state, document.contents, 0, 0);
      const range = document.range ?? [0, text.length, text.length];
      return { span: { start: range[0], end: range[2] }, root };
    });
  }
  const tabs = parsed.some((document) => document.errors.some(({ code }) => code === 'TAB_AS_INDENT'));
  const merged = withoutConflicts(tabs ? withoutTabs(text) : text);
  state.problems.push(...merged.problems);
  const documents = documentChunks(merged.text).map((chunk) => {
    state.anchors.clear();
    const root = readChunk(state, chunk, 0, firstError.pos[0]);
    return { span: { start: chunk.base, end: chunk.base + chunk.text.length }, root };
  });
  if (tabs) state.problems.splice(0, Infinity, ...tabProblems(text, documents, state.problems));
  if (state.problems.length === 0) state.problems.push(problemOf(firstError, { text, base: 0 }));
  return documents;
}

function isNothing(contents: object): boolean {
  return 'range' in contents && Array.isArray(contents.range) && contents.range[0] === contents.range[1];
}

function tidy(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.toSorted((a, b) => a.span.start - b.span.start).slice(0, maxProblems);
}
