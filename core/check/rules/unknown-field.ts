import { inventedKeys, findInventedKey } from '../../contract/inventions.ts';
import { allowedKeys } from '../../contract/descriptions.ts';
import { insert, renameKey } from '../../text/edit.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import type { Pair } from '../../text/tree.ts';
import { keyOf, pairOf } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { gluedKey, meantKey } from '../meant.ts';
import { isNestedClauses } from './nested-clauses.ts';
import { moveUnder } from '../fixes/moveUnder.ts';
import { hasKey, keyElsewhere } from '../query/queryElsewhere.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import { placeOf, schemaPathOf } from '../schemaPlace.ts';
import { removeKeeping } from '../fixes/rewrites/comments.ts';
import { didYouMean } from '../suggest.ts';

/** A key that the format does not have and that nobody is known to use: most often a typing mistake. */
export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, pair, parent, path }): Finding[] => {
    if (keyword !== 'additionalProperties' || pair === undefined || parent?.kind !== 'map') return [];
    const key = String(path.at(-1));
    const place = placeOf(entry, path);
    const known = place === undefined ? undefined : findInventedKey(place, key);
    if (isNestedClauses(entry, path)) return [];
    if (key === '<<' || (known !== undefined && inventedKeys.includes(known))) return [];
    const keys = allowedKeys(entry.file, schemaPathOf(entry, path.slice(0, -1))).map((allowed) => allowed.key);
    const glued = pair.value === undefined && pair.key.style === 'plain' ? gluedKey(pair.key.source, keys) : undefined;
    if (glued !== undefined) return [withoutSpace(entry, pair, glued)];
    const misplaced = entry.kind === 'query' ? keyElsewhere(entry, path) : undefined;
    const free = keys.filter((allowed) => pairOf(parent, allowed) === undefined);
    const meant = misplaced === undefined ? meantKey(entry, path) : undefined;
    const rename = meant !== undefined && free.includes(meant) ? [renameKey(pair, meant)] : undefined;
    return [
      {
        span: pair.key.span,
        message: `There is no field \`${key}\` here.${misplaced === undefined ? didYouMean(meant) || listed(free) : ` ${misplaced}`}`,
        fixes: [
          ...fixIf(`Change to \`${meant}\``, rename, true),
          ...moves(entry, pair, path),
          ...fixIf(`Remove \`${key}\``, removeKeeping(entry.text, parent, pair)),
        ],
      },
    ];
  });
}

/** In a query: what stands at the top and belongs under a key of ours. */
function moves(entry: Entry, pair: Pair, path: SchemaPath): readonly FixPlan[] {
  if (entry.kind !== 'query' || path.length !== 1) return [];
  const home = (['where', 'output'] as const).find((key) => hasKey(entry.file, [key], keyOf(pair)));
  return home === undefined ? [] : fixIf(`Move it under \`${home}\``, moveUnder(entry, pair, home), true);
}

/** `{name:Refund}` is valid YAML, and never what is meant. */
function withoutSpace(entry: Entry, { key }: Pair, glued: { readonly key: string; readonly at: number }): Finding {
  const free = entry.node.alias === true ? undefined : [insert(key.span.start + glued.at, ' ')];
  const message = `A space is missing after the colon of \`${glued.key}\`.`;
  return { span: key.span, message, fixes: fixIf('Add the space', free, true) };
}

function listed(keys: readonly string[]): string {
  if (keys.length === 0 || keys.length > 6) return ' Correct it or remove it.';
  return ` Possible here: ${keys.map((key) => `\`${key}\``).join(', ')}.`;
}
