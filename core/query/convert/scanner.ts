/** A place in a text of JSON, JavaScript or Python that moves forward. */
export interface Scanner {
  readonly at: () => number;
  /** Over space, line breaks and comments. */
  readonly skip: () => void;
  /** Over space in this line. */
  readonly skipLine: () => void;
  readonly isAt: (text: string) => boolean;
  readonly take: (text: string) => boolean;
  /** `pattern` is sticky. */
  readonly takeMatch: (pattern: RegExp) => string | undefined;
  /** Strings one after the other are one, as in Python. */
  readonly takeString: () => ScannedString | undefined;
  /** True where a value ends: at a comma, a closing bracket, a line's end, a comment or the text's end. */
  readonly isEndOfValue: () => boolean;
  /** The rest of an expression that began at `start`, up to where the value ends. */
  readonly takeExpression: (start: number) => string;
  readonly between: (start: number) => string;
}

export interface ScannedString {
  readonly value: string;
  readonly source: string;
  /** True for f-strings and templates with something in them that a program puts there. */
  readonly computed: boolean;
}

export function newScanner(text: string, start: number): Scanner {
  let at = start;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): void => {
    while (match(/\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/|\\\r?\n/y) !== undefined);
  };
  const isEnd = (): boolean => at >= text.length || /^(?:[,\]});:\r\n]|#|\/\/|\/\*)/.test(text.slice(at, at + 2));
  const one = (): ScannedString | undefined => {
    const from = at;
    const prefix = match(/[fFrRbBuU]{0,2}(?=["'`])/y) ?? '';
    const source = match(/"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\]|\\[^])*`/y);
    if (source === undefined) {
      at = from;
      return undefined;
    }
    const quotes = /^(?:"""|''')/.test(source) ? 3 : 1;
    const inner = source.slice(quotes, -quotes);
    const isFilled = (/f/i.test(prefix) && inner.includes('{')) || (source.startsWith('`') && inner.includes('${'));
    const value = /r/i.test(prefix) ? inner : unescape(inner);
    return { value, source: text.slice(from, at), computed: isFilled };
  };
  return {
    at: () => at,
    skip,
    skipLine: () => void match(/[ \t]+/y),
    isAt: (wanted) => text.startsWith(wanted, at),
    take: (wanted) => {
      if (!text.startsWith(wanted, at)) return false;
      at += wanted.length;
      return true;
    },
    takeMatch: match,
    takeString: () => {
      let all = one();
      while (all !== undefined) {
        const before = at;
        skip();
        const next = one();
        if (next === undefined) {
          at = before;
          return all;
        }
        all = {
          value: all.value + next.value,
          source: `${all.source} ${next.source}`,
          computed: all.computed || next.computed,
        };
      }
      return all;
    },
    isEndOfValue: isEnd,
    takeExpression: (from) => {
      let depth = 0;
      while (at < text.length) {
        if (depth === 0 && isEnd() && !text.startsWith(':', at)) break;
        if (one() !== undefined) continue;
        const character = text[at] ?? '';
        if ('([{'.includes(character)) depth += 1;
        if (')]}'.includes(character)) depth -= 1;
        at += 1;
      }
      return text.slice(from, at).trim();
    },
    between: (from) => text.slice(from, at),
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0', '\n': '' };

function unescape(inner: string): string {
  return inner.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^]))/g,
    (_, long?: string, short?: string, other = '') =>
      long !== undefined || short !== undefined
        ? String.fromCharCode(Number.parseInt(long ?? short ?? '', 16))
        : (escapes[String(other)] ?? String(other)),
  );
}
