import { addPair, type SpanEdit } from '../../text/edit.ts';
import { writeText } from '../../text/quote.ts';
import type { MapNode } from '../../text/tree.ts';
import { isText, pairOf } from '../../text/walk.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import { addField, addKey } from '../fixes/addKey.ts';
import { fieldPair, firstKey, type Entry, type SurveyEntry } from '../entry.ts';
import { isInForeignFilter } from '../query/foreignFilters.ts';
import { isMeantBy } from '../meant.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import { fixedValues } from '../schemaPlace.ts';

/** A field that must be there. Not reported where an invented or mistyped key stands for it: that is that key's business. */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: (entry) => [...look(entry), ...conversationId(entry)],
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap((issue): Finding[] => {
    const { keyword, params, node, pair, path } = issue;
    if (keyword !== 'required' || node?.kind !== 'map' || isInForeignFilter(entry, issue)) return [];
    const missing = String(params['missingProperty']);
    if (isMeantBy(entry, node, path, missing)) return [];
    // A clause with clauses is told as that.
    if (missing === 'predicates' && pairOf(node, 'clauses') !== undefined) return [];
    const span = pair?.key.span ?? (node.pairs.length === 0 ? node.span : (node.pairs[0]?.key.span ?? firstKey(entry)));
    return [
      {
        span: span ?? node.span,
        message: messageOf(entry, missing, path),
        fixes: [
          ...fixIf(`Add \`${missing}\``, addition(entry, node, missing), true),
          ...likely(entry, node, [...path, missing]),
          ...nameFromCode(entry, node, missing),
        ],
      },
    ];
  });
}

/** A survey of the org knows its conversation; a response of a file has to say it. */
function conversationId(entry: SurveyEntry): readonly Finding[] {
  const responses = fieldPair(entry, 'responses');
  const isFile = responses === undefined || (isText(responses.value) && responses.value.value === 'file');
  if (!isFile || entry.map === undefined || fieldPair(entry, 'conversationId') !== undefined) return [];
  if (isMeantBy(entry, entry.map, [], 'conversationId') || isMeantBy(entry, entry.map, [], 'responses')) return [];
  const message =
    '`conversationId` is missing here. Say under which key or column of a response the id of its conversation stands.';
  const after = responses ?? fieldPair(entry, 'kind');
  const edits = addPair(entry.text, entry.map, 'conversationId', 'conversationId', after);
  const span = after?.key.span ?? firstKey(entry) ?? entry.node.span;
  return [{ span, message, fixes: fixIf('Add `conversationId`', edits) }];
}

function messageOf(entry: Entry, missing: string, path: SchemaPath): string {
  if (entry.kind === 'code') return `This code has no \`${missing}\`. It is the one field that every code needs.`;
  if (missing === 'codes') return 'The list of wrap-up codes is missing. Add `codes:`.';
  if (missing === 'kind') return `This file does not say what it is. Begin it with \`kind: ${entry.file}\`.`;
  const possible = fixedValues(entry, [...path, missing]).map(({ value }) => `\`${value}\``);
  const few = possible.length > 0 && possible.length < 8 ? `. It is ${inWords(possible)}.` : '. Add it.';
  return `\`${missing}\` is missing here${few}`;
}

function inWords(possible: readonly string[]): string {
  const [last = '', ...others] = possible.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}

/** What tutorials call a code is all that some files have: in an org it can only be the name. */
function nameFromCode(entry: Entry, map: MapNode, missing: string): readonly FixPlan[] {
  const code = pairOf(map, 'code');
  if (entry.kind !== 'code' || missing !== 'name' || !isText(code?.value) || code.value.value === '') return [];
  const name = writeText(code.value.value);
  return fixIf(`Add \`name: ${name}\``, addPair(entry.text, map, 'name', name, code));
}

/** In a query: the one value that is possible, or one to begin with. */
function likely(entry: Entry, map: MapNode, path: readonly (string | number)[]): readonly FixPlan[] {
  const key = String(path.at(-1));
  if (entry.kind !== 'query' || key === 'kind') return [];
  const begin: Readonly<Record<string, string>> = { interval: 'last 7 days', metrics: '[nOffered]' };
  const [only, ...others] = path.length === 1 ? [] : fixedValues(entry, path);
  const few =
    others.length < 2 ? [only, ...others].flatMap((facts) => (facts === undefined ? [] : String(facts.value))) : [];
  const values = path.length === 1 ? [begin[key] ?? []].flat() : few;
  return values.flatMap((value) =>
    fixIf(`Add \`${key}: ${value}\``, addField(entry.text, map, key, value), values.length === 1 && path.length > 1),
  );
}

/** Only where the value is certain. */
function addition(entry: Entry, map: MapNode, missing: string): readonly SpanEdit[] | undefined {
  if (missing === 'codes') return addPair(entry.text, map, 'codes', '[]');
  if (missing !== 'kind') return undefined;
  return addKey(entry.text, map, 'kind', entry.file);
}
