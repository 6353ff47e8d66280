/** Names that begin so belong to the system. */
export const RESERVED_PREFIX = 'ININ-';

/**
 * The id of the code that public code bases call 'Default Wrap-up Code'. It is the system's: not a deleted code,
 * and not one to write.
 */
export const DEFAULT_CODE_ID = '7fb334b0-0e9e-11e4-9191-0800200c9a66';
export const DEFAULT_CODE_NAME = 'Default Wrap-up Code';

/** True for every name that the system keeps for itself, known or not; case and outer spaces do not count. */
export function isReservedName(name: string): boolean {
  return name.trim().toUpperCase().startsWith(RESERVED_PREFIX);
}

/** True for the name or the id of the system's default code. */
export function isDefaultCode(nameOrId: string): boolean {
  const text = nameOrId.trim().toLowerCase();
  return text === DEFAULT_CODE_ID || text === DEFAULT_CODE_NAME.toLowerCase();
}
