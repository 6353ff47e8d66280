/** How a plan is confirmed before anything is sent. */
export type ConfirmationKind =
  /** A dialog with the counts. */
  | 'dialog'
  /** The environment's name, typed. */
  | 'typed'
  /** The plan is the one that was reviewed elsewhere: its fingerprint is the confirmation. */
  | 'given'
  /** A fingerprint was given, and it is another plan's. */
  | 'refused';

/** A protected environment is typed in any case; elsewhere the fingerprint of a reviewed plan stands for the yes. */
export function confirmationKind(
  fingerprint: string,
  isProtected: boolean,
  expected: string | undefined,
): ConfirmationKind {
  if (expected !== undefined && expected !== fingerprint) return 'refused';
  if (isProtected) return 'typed';
  return expected === undefined ? 'dialog' : 'given';
}
