/** The syntax of regular expressions, without what would need backtracking. The pattern was accepted by JavaScript before. */
export type Tree =
  | { readonly kind: 'take'; readonly takes: (character: string) => boolean }
  | { readonly kind: 'at'; readonly where: 'start' | 'end' | 'edge' | 'inside' }
  | { readonly kind: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly kind: 'choice'; readonly ways: readonly Tree[] }
  | { readonly kind: 'repeat'; readonly part: Tree; readonly min: number; readonly max: number };

/** Says in words what a pattern may not use. */
export class PatternError extends Error {}

const atom =
  /\\[pP]\{[^}]*\}|\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})?|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/uy;
const repeat = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;

export function parsePattern(source: string): Tree {
  const cursor = { source, at: 0, depth: 0 };
  return parseChoice(cursor);
}

interface Cursor {
  readonly source: string;
  at: number;
  depth: number;
}

function parseChoice(cursor: Cursor): Tree {
  if (cursor.depth++ > 50) throw new PatternError('its brackets are nested too deeply');
  const ways = [parseSequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at++;
    ways.push(parseSequence(cursor));
  }
  cursor.depth--;
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : { kind: 'choice', ways };
}

function parseSequence(cursor: Cursor): Tree {
  const parts: Tree[] = [];
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source[cursor.at] ?? '')) {
    parts.push(parseRepeat(cursor, parseAtom(cursor)));
  }
  return { kind: 'sequence', parts };
}

function parseAtom(cursor: Cursor): Tree {
  if (cursor.source[cursor.at] === '(') return parseGroup(cursor);
  const text = take(cursor, atom)?.[0] ?? '';
  if (text === '^') return { kind: 'at', where: 'start' };
  if (text === '$') return { kind: 'at', where: 'end' };
  if (text === '\\b') return { kind: 'at', where: 'edge' };
  if (text === '\\B') return { kind: 'at', where: 'inside' };
  if (/^\\[1-9k]/.test(text)) throw new PatternError('it refers back to a group, which is not possible here');
  const single = new RegExp(`^(?:${text})$`, 'u');
  return { kind: 'take', takes: (character) => single.test(character) };
}

function parseGroup(cursor: Cursor): Tree {
  const opening = take(cursor, /\((?:\?(?::|<[^=!][^>]*>|[^]{1,2}))?/uy)?.[0] ?? '(';
  if (opening !== '(' && opening !== '(?:' && !/^\(\?<[^=!]/.test(opening)) {
    const looks = /^\(\?<?[=!]/.test(opening);
    throw new PatternError(`it ${looks ? 'looks ahead or behind' : 'changes its flags'}, which is not possible here`);
  }
  const inside = parseChoice(cursor);
  cursor.at++;
  return inside;
}

function parseRepeat(cursor: Cursor, part: Tree): Tree {
  const match = take(cursor, repeat);
  if (match === undefined) return part;
  const [, sign, from, comma, to] = match;
  const min = sign === '+' ? 1 : Number(from ?? 0);
  const max =
    sign === '?' ? 1 : sign !== undefined || (comma !== undefined && to === '') ? Infinity : Number(to ?? from);
  return { kind: 'repeat', part, min, max };
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.source) ?? undefined;
  if (match !== undefined) cursor.at += match[0].length;
  return match;
}
