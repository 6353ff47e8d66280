/** A setting by the places that it can be set in, as the editor tells them. */
export interface SetIn {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

/** The user's own value where it is of the right kind. What a workspace sets is never looked at. */
export function fromUser<T>(setting: SetIn | undefined, isRight: (value: unknown) => value is T): T | undefined {
  const value = setting?.globalValue;
  return isRight(value) ? value : undefined;
}
