import { isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import { renameKey } from '../../text/edit.ts';
import type { MapNode, Pair } from '../../text/tree.ts';
import { isText, pairOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { comparedValues } from '../query/queryValues.ts';
import { wantedTexts } from '../query/queryWhere.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import { isId } from './id-instead-of-name.ts';

/** A name where the API compares ids: it would match nothing. */
export const nameInsteadOfId: Rule = { code: 'name-instead-of-id', severity: 'warning', inQuery: look };

/** Dimensions whose ids have names that people know, and the key of `where` that takes these. */
const nameKeys: Readonly<Record<string, string>> = {
  queueId: 'queue',
  userId: 'agent',
  divisionId: 'division',
  wrapUpCode: 'wrapUpCode',
};

function look(entry: QueryEntry): readonly Finding[] {
  return comparedValues(entry).flatMap(({ dimension, node, named, where }): Finding[] => {
    const key = Object.hasOwn(nameKeys, dimension) ? nameKeys[dimension] : undefined;
    if (key === undefined || named !== undefined || !isText(node) || node.value.trim() === '') return [];
    if (isId(node.value)) return [];
    if (dimension === 'wrapUpCode' && (isReservedName(node.value) || isDefaultCode(node.value))) return [];
    if (isPlaceholder(node.value)) {
      const message = `\`${node.value}\` holds the place of an id. Write the id, or a name under \`where\`, in \`${key}\`.`;
      return [{ span: node.span, message }];
    }
    const message = `\`${dimension}\` is compared with ids, and this is none. Write names under \`where\`, in \`${key}\`.`;
    return [{ span: node.span, message, fixes: where === undefined ? [] : rename(where.pair, where.map, key, entry) }];
  });
}

function rename(pair: Pair, map: MapNode, key: string, entry: QueryEntry): readonly FixPlan[] {
  const isNested = pairOf(entry.map, 'where')?.value !== map;
  const all = wantedTexts(pair.value).every(({ value }) => !isId(value) && !isPlaceholder(value));
  const free = all && !isNested && map.alias !== true && pairOf(map, key) === undefined;
  return fixIf(`Change to \`${key}\``, free ? [renameKey(pair, key)] : undefined, true);
}

/** `<user_id>`, `{{queueId}}`, `${QUEUE}`, `YOUR_QUEUE_ID`: what programs and tutorials fill in. */
function isPlaceholder(text: string): boolean {
  return /^(?:<.*>|\$?\{.*\}|your[-_ ].*)$/i.test(text.trim());
}
