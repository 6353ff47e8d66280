import { replaceText } from '../../text/edit.ts';
import type { MapNode } from '../../text/tree.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { predicatesOf, type PredicateSite } from '../query/queryFilters.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A predicate that compares nothing, two things at once, or something else than its `type` says. */
export const predicateSubject: Rule = {
  code: 'predicate-subject',
  severity: 'error',
  inQuery: (entry) => predicatesOf(entry).flatMap((site) => look(entry, site)),
};

const subjects = ['dimension', 'metric', 'property'] as const;

function look(entry: QueryEntry, { map, path }: PredicateSite): readonly Finding[] {
  const named = subjects.filter((key) => pairOf(map, key) !== undefined);
  const [first, second] = named;
  if (first === undefined) {
    if (subjects.some((key) => isMeantBy(entry, map, path, key))) return [];
    return [{ span: signOf(map), message: 'This predicate compares nothing. Name a `dimension` or a `metric`.' }];
  }
  if (second !== undefined) {
    const span = pairOf(map, second)?.key.span ?? map.span;
    return [
      { span, message: `A predicate compares one thing. Write \`${first}\` and \`${second}\` as two predicates.` },
    ];
  }
  const type = childOf(map, 'type');
  if (!isText(type) || type.value === first || !subjects.some((known) => known === type.value)) return [];
  const message = `\`type\` says \`${type.value}\`, but this predicate names a ${first}.`;
  const fix = type.alias === true ? undefined : [replaceText(type, first)];
  return [{ span: type.span, message, fixes: fixIf(`Change to \`${first}\``, fix, true) }];
}

function signOf(map: MapNode): Finding['span'] {
  return map.flow ? map.span : (map.pairs[0]?.key.span ?? map.span);
}
