import { addPair } from '../../text/edit.ts';
import { writeText } from '../../text/quote.ts';
import { normaliseName } from '../../contract/names.ts';
import { isText } from '../../text/walk.ts';
import { codeKeyOf } from '../fixes/codeKey.ts';
import { field, fieldPair, signOf, type CodeEntry } from '../entry.ts';
import type { Indexes } from '../indexes/indexes.ts';
import { isMeantBy } from '../meant.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';

/** A field that the project's policy requires of every code. What the catalog gives to all its codes counts. */
export const policyMissingField: Rule = {
  code: 'policy-missing-field',
  severity: 'error',
  codesWith: 'policy',
  inCode: look,
};

function look(entry: CodeEntry, indexes: Indexes): readonly Finding[] {
  const state = field(entry, 'state');
  if (entry.map === undefined || (isText(state) && state.value === 'deleted')) return [];
  return (indexes.context.project?.policy?.require ?? []).flatMap((required): Finding[] => {
    const pair = fieldPair(entry, required);
    // Only a description may be empty; of another field `empty-text` says it.
    const blank = required === 'description' && pair?.value?.kind === 'scalar' && pair.value.value === '';
    if ((pair !== undefined && !blank) || inherited(required, indexes) || isMeantBy(entry, entry.map, [], required))
      return [];
    return [
      {
        span: pair?.value?.span ?? signOf(entry),
        message: `The policy in \`genesys.yaml\` asks for \`${required}\` on every code. Add it.`,
        fixes: required === 'code' && pair === undefined ? keyFix(entry, indexes) : [],
      },
    ];
  });
}

function inherited(required: string, indexes: Indexes): boolean {
  return (
    (required === 'division' && indexes.hasDivision) || (required === 'queues' && indexes.defaultQueues !== undefined)
  );
}

function keyFix(entry: CodeEntry, { codes }: Indexes): readonly FixPlan[] {
  const name = fieldPair(entry, 'name');
  const key = isText(name?.value) ? codeKeyOf(name.value.value) : undefined;
  if (entry.map === undefined || key === undefined || codes.get(normaliseName(key)).length > 0) return [];
  return fixIf(`Add \`code: ${key}\``, addPair(entry.text, entry.map, 'code', writeText(key), name));
}
