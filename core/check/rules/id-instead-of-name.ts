import type { Entry, QueryEntry } from '../entry.ts';
import { nameTexts } from '../nameTexts.ts';
import { renameKey } from '../../text/edit.ts';
import { pairOf } from '../../text/walk.ts';
import { conditionsOf, wantedTexts } from '../query/queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** An id where a name belongs: ids differ from org to org, so the file would fit one org only. */
export const idInsteadOfName: Rule = {
  code: 'id-instead-of-name',
  severity: 'error',
  codesWith: 'oddities',
  inCode: look,
  inHead: look,
  inQuery,
  inSurvey: look,
};

const fields: Readonly<Record<string, string>> = { queues: 'queue', division: 'division', surveyCode: 'code' };

/** True for text in the form of the ids that Genesys Cloud gives. */
export function isId(text: string): boolean {
  return text.length >= 36 && /^\s*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\s*$/i.test(text);
}

function look(entry: Entry): readonly Finding[] {
  const ids = nameTexts(entry).filter(({ node }) => isId(node.value));
  return ids.flatMap(({ field, node }): Finding[] => {
    const what = fields[field];
    if (what === undefined) return [];
    return [
      {
        span: node.span,
        message: `This is an id. Write the ${what}'s name: ids differ from org to org, names are looked up in each.`,
      },
    ];
  });
}

const idKeys: Readonly<Record<string, string>> = { queue: 'queueId', agent: 'userId', division: 'divisionId' };

/** In a query ids have keys of their own. A wrap-up code's id may stand where its name does: conversations have ids only. */
function inQuery(entry: QueryEntry): readonly Finding[] {
  return conditionsOf(entry).flatMap(({ key, value, pair, map }): Finding[] => {
    const idKey = Object.hasOwn(idKeys, key) ? idKeys[key] : undefined;
    const texts = wantedTexts(value);
    const ids = texts.filter((node) => isId(node.value));
    if (idKey === undefined) return [];
    const free = ids.length === texts.length && pairOf(map, idKey) === undefined && map.alias !== true;
    return ids.map((node) => ({
      span: node.span,
      message: `This is an id, and \`${key}\` takes names. Write ids under \`${idKey}\`.`,
      fixes: fixIf(`Change \`${key}\` to \`${idKey}\``, free ? [renameKey(pair, idKey)] : undefined, true),
    }));
  });
}
