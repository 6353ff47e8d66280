/** Two environments of a project, each as the catalog that it is, with the names that the files have for both. */
import { createTwoFilesPatch } from 'diff';
import type { WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { normaliseName } from '../../contract/names.ts';
import { catalogText, type Pulled } from '../pull/index.ts';
import { canonicalJson } from '../canonical.ts';

export interface Side {
  /** The environment's name, and what is shown of it. */
  readonly name: string;
  readonly pulled: Pulled;
}

export interface Comparison {
  readonly from: string;
  readonly to: string;
  /** Names of codes: only in the first, only in the second, in both but not the same. */
  readonly onlyFrom: readonly string[];
  readonly onlyTo: readonly string[];
  readonly different: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly same: number;
  /** Names of queues whose after-call work differs, or that only one of them has. */
  readonly queues: readonly string[];
  /** Both as catalogs in one form, for a diff editor. */
  readonly texts: { readonly from: string; readonly to: string };
}

export function compareSides(from: Side, to: Side): Comparison {
  const [a, b] = [from.pulled.catalog, to.pulled.catalog].map(spelledOut);
  if (a === undefined || b === undefined) throw new Error('Two sides are compared.');
  const others = new Map(b.codes.map((code) => [normaliseName(code.name), code]));
  const known = new Set(a.codes.map(({ name }) => normaliseName(name)));
  const pairs = a.codes.flatMap((code) => {
    const other = others.get(normaliseName(code.name));
    return other === undefined ? [] : [{ name: code.name, fields: differingFields(code, other) }];
  });
  return {
    from: from.name,
    to: to.name,
    onlyFrom: a.codes.filter(({ name }) => !others.has(normaliseName(name))).map(({ name }) => name),
    onlyTo: b.codes.filter(({ name }) => !known.has(normaliseName(name))).map(({ name }) => name),
    different: pairs.filter(({ fields }) => fields.length > 0),
    same: pairs.filter(({ fields }) => fields.length === 0).length,
    queues: differingQueues(a, b),
    texts: { from: catalogText(a), to: catalogText(b) },
  };
}

export const isSame = ({ onlyFrom, onlyTo, different, queues }: Comparison): boolean =>
  onlyFrom.length + onlyTo.length + different.length + queues.length === 0;

/** What stands once for all codes of one org may not do so in the other: then each code's own would look different. */
function spelledOut({ division, naming: _naming, ...catalog }: WrapUpCatalog): WrapUpCatalog {
  return { ...catalog, codes: catalog.codes.map((code) => (division === undefined ? code : { division, ...code })) };
}

function differingFields(a: WrapUpCode, b: WrapUpCode): readonly string[] {
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (field) => canonicalJson(left.get(field) ?? null) !== canonicalJson(right.get(field) ?? null),
  );
}

function differingQueues(a: WrapUpCatalog, b: WrapUpCatalog): readonly string[] {
  const [left, right] = [new Map(Object.entries(a.queues ?? {})), new Map(Object.entries(b.queues ?? {}))];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (queue) => canonicalJson(left.get(queue) ?? null) !== canonicalJson(right.get(queue) ?? null),
  );
}

/** A patch from one to the other; empty where they are the same. */
export function comparisonPatch({ from, to, texts }: Comparison): string {
  return texts.from === texts.to ? '' : createTwoFilesPatch(from, to, texts.from, texts.to, '', '', { context: 2 });
}
