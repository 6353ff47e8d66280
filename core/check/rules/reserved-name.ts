import { isDefaultCode, isReservedName, RESERVED_PREFIX } from '../../contract/systemCodes.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import { isText, textsOf, type TextNode } from '../../text/walk.ts';
import { removeEarlierName } from '../fixes/earlierName.ts';
import { field } from '../entry.ts';
import type { Finding, Rule } from '../rule.ts';

/** Names that belong to the system: everything that begins with `ININ-`, and its default code. */
export const reservedName: Rule = {
  code: 'reserved-name',
  severity: 'error',
  codesWith: 'oddities',
  inCode: (entry) => {
    const name = field(entry, 'name');
    const own = isText(name) ? look(name, 'Choose another name.') : [];
    const formerly = field(entry, 'formerly');
    if (formerly === undefined) return own;
    const earlier = textsOf(formerly).flatMap((node) =>
      look(node, 'No code of yours had it before.').map((finding) => ({
        ...finding,
        fixes: removeEarlierName(entry, node, true),
      })),
    );
    return [...own, ...earlier];
  },
};

function look(name: TextNode, advice: string): readonly Finding[] {
  if (isReservedName(name.value)) {
    const from = name.value.search(/\S/);
    const message = `Names that begin with \`ININ-\` belong to the system. ${advice}`;
    return [{ span: spanInScalar(name, from, from + RESERVED_PREFIX.length), message }];
  }
  if (!isDefaultCode(name.value)) return [];
  return [{ span: name.span, message: `This is the system's own default code. ${advice}` }];
}
