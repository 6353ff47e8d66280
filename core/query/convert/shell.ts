/** A `curl` command as it is copied from a browser or a page: the body that it sends and where to. */

export interface Command {
  readonly body: string | undefined;
  readonly url: string | undefined;
  /** True for a body that stands in a file: `-d @query.json`. */
  readonly inFile: boolean;
}

const dataFlags = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--data-urlencode',
  '--json',
]);

/** Undefined for a text that is no such command. Of its headers nothing is kept: one of them is a secret. */
export function readCurl(text: string): Command | undefined {
  const start = /(?:^|\n|\$\s|[;&|]\s*)[ \t]*curl(?:\.exe)?\s/.exec(text);
  if (start === null) return undefined;
  const words = wordsIn(text.slice(start.index + start[0].length));
  const bodies = words.flatMap((word, index) => {
    const [, flag = '', glued] = /^(--?[\w-]+)=(.*)$/s.exec(word) ?? [];
    if (dataFlags.has(flag)) return [glued ?? ''];
    if (dataFlags.has(word)) return [words[index + 1] ?? ''];
    return word.startsWith('-d') && word.length > 2 && !word.startsWith('-d-') ? [word.slice(2)] : [];
  });
  const [body] = bodies;
  const url = words.find((word) => /^['"]?https?:\/\/|\/api\/v2\//.test(word) && !bodies.includes(word));
  return { body, url, inFile: body?.startsWith('@') ?? false };
}

/** The words of one command of a POSIX shell. */
function wordsIn(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  const piece =
    /\\\r?\n|\$'((?:[^'\\]|\\[^])*)'|'([^']*)'|"((?:[^"\\]|\\[^])*)"|\\([^])|(\s+)|([;|&<>]|[^\s'"\\;|&<>]+)/y;
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    const [whole, dollar, single, double, escaped, space, plain] = found;
    if (/^\\\r?\n$/.test(whole)) continue;
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
      // A line break ends the command; a long one has a backslash before it.
      if (space.includes('\n') && words.length > 1) return words;
      continue;
    }
    if (plain !== undefined && /^[;|]$/.test(plain)) break;
    word =
      (word ?? '') +
      (dollar?.replaceAll(/\\(['"\\])/g, '$1').replaceAll('\\n', '\n') ??
        single ??
        double?.replaceAll(/\\(["\\$`])/g, '$1') ??
        escaped ??
        plain ??
        '');
  }
  return word === undefined ? words : [...words, word];
}
