/** What the generated validators are. They are ajv's code, so the findings are ajv's too. */
import type { WrapUpCatalog } from './generated/files.ts';

/** One finding of a validator. All findings are listed, not only the first. */
export interface SchemaError {
  /** Where, as a JSON pointer: `/queues/Support Voice/membership`; `/` in a key is `~1`, `~` is `~0`. */
  readonly instancePath: string;
  readonly schemaPath: string;
  /** For example `required`, `additionalProperties`, `type`, `enum`, `format`. */
  readonly keyword: string;
  /** What the keyword is about, for example `{ missingProperty: 'name' }`. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** Set for a finding about a key itself. */
  readonly propertyName?: string;
}

/** Says whether `data` fits; when it does not, `errors` says why, until the next call. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: readonly SchemaError[] | null;
}

/** A catalog with its codes left unread. */
export interface CatalogHead extends Omit<WrapUpCatalog, 'codes'> {
  codes: unknown[];
}
