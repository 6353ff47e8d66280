import { isDefaultCode, isReservedName, RESERVED_PREFIX } from '../../contract/systemCodes.ts';
import { spanInScalar } from '../../text/scalarOffsets.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** Names that belong to the system: everything that begins with `ININ-`, and its default code. */
export const reservedName: Rule = {
  code: 'reserved-name',
  severity: 'error',
  inCode: (entry) => {
    const name = field(entry, 'name');
    if (!isText(name)) return [];
    if (isReservedName(name.value)) {
      const from = name.value.search(/\S/);
      const message = 'Names that begin with `ININ-` belong to the system. Choose another name.';
      return [{ span: spanInScalar(name, from, from + RESERVED_PREFIX.length), message }];
    }
    if (!isDefaultCode(name.value)) return [];
    return [
      {
        span: name.span,
        message: 'This is the code that the system itself gives when no other was chosen. Choose another name.',
      },
    ];
  },
};
