/** What the credentials lack for a plan, before its changes. */
import type { Plan } from '../model.ts';

/** One for each that is missing or may be, and one where roles could not be read; empty where all is well. */
export function permissionSentences({ permissions }: Plan): readonly string[] {
  if (permissions === undefined) return [];
  const { missing, notRead } = permissions;
  return [
    ...missing.map(({ certainty, text }) => (certainty === 'missing' ? text : `Perhaps not enough: ${text}`)),
    ...(notRead === undefined ? [] : [notRead]),
  ];
}

export const permissionHeading = (sentences: readonly string[]): string => `Permissions to check: ${sentences.length}`;
