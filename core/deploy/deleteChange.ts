/** The removal of a code from the org, with all that is known to point to it. */
import { normaliseName } from '../contract/names.ts';
import { codePath, fieldsOf } from './codeChange.ts';
import type { PlanFacts } from './facts.ts';
import type { Matched } from './match.ts';
import type { CodeMention, DeleteChange, NamingPlace } from './model.ts';
import { flagsOf } from './outboundChange.ts';

/** By `state: deleted` only: a code that vanished from its file is left alone. */
export function deleteChanges({ entry, match }: Matched, facts: PlanFacts): readonly DeleteChange[] {
  if (match.kind !== 'code' || entry.state !== 'deleted') return [];
  const { code } = match;
  const { outbound } = facts.request.org;
  const flags = outbound === undefined ? undefined : flagsOf(outbound, code.id);
  const naming = (facts.request.around?.mentions ?? []).filter((mention) => isMeant(mention, entry));
  return [
    {
      kind: 'delete',
      id: `delete:${entry.name}`,
      name: entry.name,
      path: entry.path,
      why: `The file says that it is deleted, and the org has the code "${code.name}". A new code of that name would have another id.`,
      codeId: code.id,
      before: fieldsOf(code),
      pointing: {
        queues: facts.readQueues.filter(({ id }) => facts.isOn(id, code.id)).map(({ id, name }) => ({ id, name })),
        ...(flags === undefined ? {} : { outbound: flags }),
        rules: placesIn(naming, 'rule'),
        queries: placesIn(naming, 'query'),
      },
      call: { method: 'DELETE', path: codePath(code.id) },
    },
  ];
}

/** A `code` is named exactly, a name as people mean it, also an earlier one. */
function isMeant({ by, text }: CodeMention, { name, code, formerly }: Matched['entry']): boolean {
  if (by !== 'name' && code === text) return true;
  return by !== 'code' && [name, ...formerly].some((own) => normaliseName(own) === normaliseName(text));
}

const placesIn = (naming: readonly CodeMention[], where: CodeMention['in']): readonly NamingPlace[] =>
  naming.filter((mention) => mention.in === where).map(({ path, what }) => ({ path, what }));
