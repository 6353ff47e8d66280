import { isDefaultCode, DEFAULT_CODE_NAME, isReservedName } from '../../../contract/systemCodes.ts';
import type { CodeStatus } from '../model.ts';
import type { Look } from './look.ts';

/**
 * What is known of a wrap-up code in a result: an id, or a string of the system such as `ININ-WRAP-UP-TIMEOUT`. Not
 * visible is an id that no list has that these credentials can read: deleted, or in a division they do not reach.
 * Nothing where the codes could not be read.
 */
export function codeStatusOf(code: string, look: Look): CodeStatus | undefined {
  if (isReservedName(code) || isDefaultCode(code)) return 'system';
  const known = look.name('wrapUpCode', code);
  if (known) return known.deleted ? 'deleted' : 'active';
  return look.knows('wrapUpCode') ? 'notVisible' : undefined;
}

/** The code's name; the system's strings are their own name. Nothing where it is not known. */
export function codeNameOf(code: string, look: Look): string | undefined {
  const known = look.name('wrapUpCode', code);
  if (known) return known.name;
  if (isDefaultCode(code)) return DEFAULT_CODE_NAME;
  return isReservedName(code) ? code : undefined;
}
