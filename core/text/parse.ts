/** Reads a file into a tree. Never throws, whatever the text is. */
import { newConversion } from './convert.ts';
import { readDocuments } from './documents.ts';
import { linesOf } from './position.ts';
import type { SourceFile, SyntaxProblem } from './tree.ts';

/** Longer files are not read: 32 million characters is more than ten times a catalog of ten thousand codes. */
export const maxCharacters = 32_000_000;
/** Lines, keys and brackets: each costs the parser half a kilobyte. A catalog of ten thousand codes has 200 thousand. */
export const maxMarks = 1_000_000;
/** Syntax problems listed for one file. Beyond this they tell nothing new. */
export const maxProblems = 200;

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
  const { documents } = readDocuments(state, text);
  return { name, text, lines, documents, problems: tidy(state.problems) };
}

function hasTooManyMarks(text: string): boolean {
  return text.length > maxMarks && marksIn(text) > maxMarks;
}

/** How many marks a text has, as `maxMarks` counts them. */
export function marksIn(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) if (isMark(text.charCodeAt(at))) marks++;
  return marks;
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

/** In the order of the text, and not more than anybody would read. */
export function tidy(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.toSorted((a, b) => a.span.start - b.span.start).slice(0, maxProblems);
}
