/** Checks that an answer is what the published model says, before anything relies on it. */
import { GenesysError } from './error.ts';
import { unreadable } from './failure.ts';
import type { ApiAnswer, ApiRequest } from './request.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for what is not an object of the kind. */
export type Read<T> = (value: unknown) => T | undefined;

/** Reads the answer, or throws a `GenesysError` of kind `unreadable` that names what was expected. */
export function expectShape<T>(request: ApiRequest, answer: ApiAnswer, what: string, read: Read<T>): T {
  const value = read(answer.data);
  if (value !== undefined) return value;
  throw new GenesysError(unreadable(request, `The answer is not ${what}.`, answer.correlationId));
}

/** All or nothing: one item of the wrong shape makes the list unreadable, since a shorter list would mislead. */
export function readAll<T>(read: Read<T>): Read<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map((item: unknown) => read(item));
    return items.every((item) => item !== undefined) ? items : undefined;
  };
}

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const filledText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
export const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** `{id, name}` of any entity; the published `NamedEntity`. */
export const readNamed: Read<{ readonly id: string; readonly name: string }> = (value) => {
  if (!isFields(value)) return undefined;
  const id = filledText(value['id']);
  const name = text(value['name']);
  return id === undefined || name === undefined ? undefined : { id, name };
};

/** Drops keys whose value is undefined, so that absent stays absent. */
export function compact<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T;
export function compact(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
