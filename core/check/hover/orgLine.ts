/** What the org says about a name, as a line of a hover. */
import type { NamedKind } from '../../query/model.ts';
import type { CheckContext } from '../indexes/indexes.ts';
import { quoted } from '../markdown.ts';
import { askOrg } from '../orgNames.ts';

/** Markdown; undefined where nothing is known. */
export function orgLine(kind: NamedKind, name: string, context: CheckContext): string | undefined {
  const answer = askOrg(kind, name, context);
  if (answer.is === 'unavailable') return undefined;
  if (answer.is === 'absent') return `Not ${quoted(answer.seen)}.`;
  const living = answer.found.filter(({ deleted }) => deleted !== true);
  const ids = (living.length === 0 ? answer.found : living).map(({ id }) => `\`${id.replaceAll('`', '')}\``);
  return `${living.length === 0 ? 'Deleted: ' : ''}${ids.join(', ')} ${quoted(answer.seen)}.`;
}
