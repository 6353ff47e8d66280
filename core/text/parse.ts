/** Reads a file into a tree. Never throws, whatever the text is. */
import { newConversion } from './convert.ts';
import { readDocuments } from './documents.ts';
import { linesOf } from './position.ts';
import type { SourceFile, SyntaxProblem } from './tree.ts';

/** Longer files are not read: 32 million characters is more than ten times a catalog of ten thousand codes. */
export const maxCharacters = 32_000_000;
/** As `marksIn` counts: each costs the parser half a kilobyte. A catalog of ten thousand codes has 200 thousand. */
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
        ? 'has too many lines, keys and special characters'
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

export function hasTooManyMarks(text: string): boolean {
  return text.length * dear > maxMarks && marksIn(text) > maxMarks;
}

/** An error, a tag or an anchor costs the parser so many times as much as a key. */
const dear = 10;

/** Lines, keys, brackets, and what is written with a backslash or a doubled quote. Several keys in a row, tags and anchors count tenfold. */
export function marksIn(text: string): number {
  // Bytes are read several times as fast as characters, and those of a character that is none of these are none of these.
  const bytes = encoder.encode(text);
  let marks = 0;
  let isBehindKey = false;
  for (let at = 0; at < bytes.length; at++) {
    const own = bytes[at] ?? 0;
    // Letters, digits and spaces, which most characters are.
    if (mayMark[own] !== 1) continue;
    if (isSeparator(own)) {
      marks++;
      isBehindKey = false;
    } else if (own === colon) {
      const isKey = isWhite(bytes[at + 1]);
      marks += isKey && isBehindKey ? dear : 1;
      isBehindKey ||= isKey;
    } else if (own === backslash || own === quote) marks++;
    else if (isDear(own) && (at === 0 || isWhite(bytes[at - 1]))) {
      const isAlone = isWhite(bytes[at + 1]);
      if (isAlone === (own === questionMark)) marks += dear;
    }
  }
  return marks;
}

const encoder = new TextEncoder();
const quote = 39;
const colon = 58;
const questionMark = 63;
const backslash = 92;
/** By byte. */
const mayMark = Uint8Array.from({ length: 256 }, (_, code) =>
  isSeparator(code) || isDear(code) || code === colon || code === backslash || code === quote ? 1 : 0,
);

/** Line feed, carriage return, comma, brackets and braces. */
function isSeparator(code: number): boolean {
  return code === 10 || code === 13 || code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** `!`, `&`, `*` and `?`: they have a meaning where a word begins. */
function isDear(code: number): boolean {
  return code === 33 || code === 38 || code === 42 || code === questionMark;
}

function isWhite(code: number | undefined): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** In the order of the text, and not more than anybody would read. */
export function tidy(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.toSorted((a, b) => a.span.start - b.span.start).slice(0, maxProblems);
}
