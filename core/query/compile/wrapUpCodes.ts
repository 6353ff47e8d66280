/** `where.wrapUpCode`: names, system codes, and what the project's catalogs say. */
import type { WhereWrapUpCode } from '../../contract/generated/files.ts';
import { systemCodeNames } from '../../contract/generated/api.ts';
import { normaliseName } from '../../contract/names.ts';
import { DEFAULT_CODE_ID, isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import type { CatalogCode, OrgNames } from '../model.ts';
import type { CompileContext } from './model.ts';
import { candidates, entitiesOf, idsOf, missingName } from './orgIds.ts';
import { together, type Resolved } from './resolved.ts';

type Selector = Exclude<WhereWrapUpCode, string | string[]>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids of a code's name. A system code is its own id, as conversations have it, and so is a UUID. */
export function codeIds(name: string, context: CompileContext): Resolved {
  if (uuid.test(name)) return { values: [name] };
  if (isDefaultCode(name)) return { values: [DEFAULT_CODE_ID] };
  if (!isReservedName(name)) return idsOf('wrapUpCode', name, context);
  const wanted = name.trim().toUpperCase();
  return { values: [systemCodeNames.find((known) => known.toUpperCase() === wanted) ?? name.trim()] };
}

/** The ids of all codes that the catalogs describe so. Several keys must all hold; several values of a key are an or. */
export function selectedIds(selector: Selector, context: CompileContext): Resolved {
  const onlyNames = Object.keys(selector).every((key) => key === 'name');
  const names = textsOf(selector.name);
  if (onlyNames && context.catalogs === undefined) return together(names.map((name) => codeIds(name, context)));
  if (context.catalogs === undefined) {
    const why = 'The catalogs of the project could not all be read, so the codes are not known. Repair them first.';
    return missingName('wrapUpCode', described(selector), 'unreadable', why);
  }
  const chosen = withOwnNames(context.catalogs).filter((code) => fits(code, selector));
  // A name that no catalog has may still be one of the org's.
  const strangers = onlyNames ? names.filter((name) => !chosen.some((code) => isNamed(code, name))) : [];
  if (chosen.length === 0 && strangers.length === 0)
    return nothing(described(selector), `No code in the project's catalogs has ${described(selector)}.`);
  const found = together([idsOfCodes(chosen, selector, context), ...strangers.map((name) => codeIds(name, context))]);
  if (found.values.length > 0) return found;
  return nothing(described(selector), `The org has no code with ${described(selector)} yet.`);
}

/** An earlier name that another code has now is that code's, as it is in the rows of a result. */
function withOwnNames(catalogs: readonly CatalogCode[]): readonly CatalogCode[] {
  const taken = new Set(catalogs.map(({ name }) => normaliseName(name)));
  return catalogs.map((code) => ({
    ...code,
    formerly: code.formerly.filter((name) => !taken.has(normaliseName(name))),
  }));
}

/** A code of the catalogs that the org does not have is in no conversation, so it can be left out. */
function idsOfCodes(chosen: readonly CatalogCode[], selector: Selector, context: CompileContext): Resolved {
  const { org } = context;
  const entities = org && entitiesOf('wrapUpCode', org);
  if (org === undefined || entities === undefined) return together(chosen.map(({ name }) => codeIds(name, context)));
  const found = chosen.map((code) => {
    const names = [code.name, ...code.formerly].filter((name) => candidates(entities, name).length > 0);
    return { code, resolved: together(names.map((name) => codeIds(name, context))) };
  });
  const absent = found.filter(({ resolved }) => resolved.values.length === 0).map(({ code }) => code.name);
  const all = together(found.map(({ resolved }) => resolved));
  return absent.length === 0 ? all : { ...all, notes: [leftOut(absent, selector, org)] };
}

function leftOut(names: readonly string[], selector: Selector, { org }: OrgNames): string {
  const shown = names.slice(0, 5).map((name) => JSON.stringify(name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `Of the codes with ${described(selector)}, ${org.name} does not have: ${shown.join(', ')}${more}. No conversation can have them.`;
}

function nothing(what: string, why: string): Resolved {
  return { values: [`<no wrap-up code with ${what}>`], nothing: `${why} Nothing could match, so nothing is sent.` };
}

function fits(code: CatalogCode, selector: Selector): boolean {
  const has = (wanted: string | string[] | undefined, own: readonly (string | undefined)[]): boolean =>
    wanted === undefined || textsOf(wanted).some((text) => own.includes(text));
  return (
    has(selector.code, [code.code]) &&
    has(selector.category, [code.category]) &&
    has(selector.subcategory, [code.subcategory]) &&
    has(selector.tag, code.tags) &&
    (selector.name === undefined || textsOf(selector.name).some((name) => isNamed(code, name)))
  );
}

function isNamed(code: CatalogCode, name: string): boolean {
  const wanted = normaliseName(name);
  return [code.name, ...code.formerly].some((own) => normaliseName(own) === wanted);
}

/** For example `category "support" or "sales", and tag "region:na"`. */
function described(selector: Selector): string {
  const parts = Object.entries(selector).map(([key, wanted]) => {
    const texts = textsOf(wanted).map((text) => JSON.stringify(text));
    return `${key} ${texts.join(' or ')}`;
  });
  return parts.join(', and ');
}

function textsOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
