import { findInventedKey } from '../../contract/inventions.ts';
import { addPair, insert, lineBreakOf, type SpanEdit } from '../../text/edit.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import type { MapNode } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import { firstKey, type Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { placeOf } from '../schemaPlace.ts';

/** A field that must be there. Not reported where an invented key stands for it: that is the invented key's business. */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  inCode: look,
  inHead: look,
  inProject: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, params, node, pair, path }): Finding[] => {
    if (keyword !== 'required' || node?.kind !== 'map') return [];
    const missing = String(params['missingProperty']);
    if (node.pairs.some((other) => standsFor(entry, [...path, keyOf(other)], missing))) return [];
    const span = pair?.key.span ?? (node.pairs.length === 0 ? node.span : (node.pairs[0]?.key.span ?? firstKey(entry)));
    return [
      {
        span: span ?? node.span,
        message: messageOf(entry, missing),
        fixes: fixIf(`Add \`${missing}\``, addition(entry, node, missing), true),
      },
    ];
  });
}

function standsFor(entry: Entry, path: SchemaPath, missing: string): boolean {
  const place = placeOf(entry, path);
  const real = place === undefined ? undefined : findInventedKey(place, String(path.at(-1)));
  if (real === undefined || real.rewrite.kind === 'removeKey') return false;
  return real.rewrite.kind === 'toRegion' ? missing === 'region' : real.real?.path.at(-1) === missing;
}

function messageOf(entry: Entry, missing: string): string {
  if (entry.kind === 'code') return `This code has no \`${missing}\`. It is the one field that every code needs.`;
  if (missing === 'codes') return 'The list of wrap-up codes is missing. Add `codes:`.';
  if (missing === 'kind') return `This file does not say what it is. Begin it with \`kind: ${entry.file}\`.`;
  return `\`${missing}\` is missing here.`;
}

/** Only where the value is certain. */
function addition(entry: Entry, map: MapNode, missing: string): readonly SpanEdit[] | undefined {
  if (missing === 'codes') return addPair(entry.text, map, 'codes', '[]');
  if (missing !== 'kind' || map.flow) return undefined;
  return [insert(map.span.start, `kind: ${entry.file}${lineBreakOf(entry.text)}`)];
}
