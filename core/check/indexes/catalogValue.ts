/** The data of catalogs. Only what fits its schema gives data. */
import type { WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { validateCatalogHead, validateCode } from '../../contract/generated/validators.mjs';
import { toValue } from '../../text/walk.ts';
import type { Catalog } from './catalogsIn.ts';
import type { CodeEntry, HeadEntry } from '../entry.ts';

/** A value twice in a list is a warning and no error, so it must not cost the file its data. */
export function withoutRepeats(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(withoutRepeats))];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutRepeats(child)]));
}

const known = new WeakMap<CodeEntry, { readonly value: WrapUpCode | undefined }>();

export function codeValue(entry: CodeEntry | undefined): WrapUpCode | undefined {
  if (entry === undefined) return undefined;
  const remembered = known.get(entry);
  if (remembered !== undefined) return remembered.value;
  const value = withoutRepeats(toValue(entry.node));
  const code = validateCode(value) ? value : undefined;
  known.set(entry, { value: code });
  return code;
}

/** A catalog of these codes; undefined where the head or one of them does not fit. */
export function catalogValue(head: HeadEntry, codes: readonly (WrapUpCode | undefined)[]): WrapUpCatalog | undefined {
  const whole = withoutRepeats(toValue(head.node));
  if (typeof whole !== 'object' || whole === null) return undefined;
  const value: unknown = 'codes' in whole && Array.isArray(whole.codes) ? { ...whole, codes: [] } : whole;
  if (!validateCatalogHead(value)) return undefined;
  const fitting = codes.filter((code) => code !== undefined);
  return fitting.length === codes.length ? { ...value, codes: fitting } : undefined;
}

export function valueOf({ head, codes }: Catalog): WrapUpCatalog | undefined {
  return catalogValue(head, codes.map(codeValue));
}
