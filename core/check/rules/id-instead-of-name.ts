import type { Entry } from '../entry.ts';
import { nameTexts } from '../nameTexts.ts';
import type { Finding, Rule } from '../rule.ts';

/** An id where a name belongs: ids differ from org to org, so the file would fit one org only. */
export const idInsteadOfName: Rule = { code: 'id-instead-of-name', severity: 'error', inCode: look, inHead: look };

const fields: Readonly<Record<string, string>> = { queues: 'queue', division: 'division' };

/** True for text in the form of the ids that Genesys Cloud gives. */
export function isId(text: string): boolean {
  return /^\s*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\s*$/i.test(text);
}

function look(entry: Entry): readonly Finding[] {
  return nameTexts(entry).flatMap(({ field, node }): Finding[] => {
    const what = fields[field];
    if (what === undefined || !isId(node.value)) return [];
    return [
      {
        span: node.span,
        message: `This is an id. Write the ${what}'s name: ids differ from org to org, names are looked up in each.`,
      },
    ];
  });
}
