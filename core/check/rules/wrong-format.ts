import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** What the schema asks of a value beyond its type, where no other rule explains it better. */
export const wrongFormat: Rule = {
  code: 'wrong-format',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
};

function look(entry: Entry): readonly Finding[] {
  const seen = new Set<string>();
  return entry.issues.flatMap(({ keyword, node, path, params }): Finding[] => {
    const words = inWords(keyword, params, path);
    if (words === undefined || node === undefined || seen.has(path.join('/'))) return [];
    seen.add(path.join('/'));
    const secure =
      path.at(-1) === 'url' && isText(node) && node.value.startsWith('http://')
        ? [replaceText(node, node.value.replace('http:', 'https:'))]
        : undefined;
    return [
      { span: node.span, message: `\`${path.at(-1)}\` ${words}.`, fixes: fixIf('Change to `https://`', secure, true) },
    ];
  });
}

function inWords(
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): string | undefined {
  switch (keyword) {
    case 'minimum':
      return `must be ${String(params['limit'])} or more`;
    case 'maximum':
      return `must be ${String(params['limit'])} or less`;
    case 'pattern':
    case 'format':
      return path.at(-1) === 'url'
        ? 'must be an address that begins with `https://` and holds no user or password'
        : undefined;
    default:
      return undefined;
  }
}
