/** Names that may be keys: queues to declare, and names that an environment calls differently. */
import { namesOf, inOrg } from './names.ts';
import type { Cursor } from './cursor.ts';
import type { Site } from './site.ts';
import type { Suggestion } from './suggestion.ts';

export interface FreeKey {
  readonly name: Suggestion;
  /** What follows the colon. */
  readonly value: string;
}

export function freeKeyNames({ kind, context, facts }: Site, path: Cursor['path']): readonly FreeKey[] {
  const all = (names: readonly Suggestion[], value: string): readonly FreeKey[] =>
    names.map((name) => ({ name, value }));
  if (kind === 'WrapUpCatalog' && path.join('.') === 'queues') {
    // A queue is declared once in a project.
    return all(
      inOrg('queue', context).filter(({ text }) => facts.queue(text) === undefined),
      '{}',
    );
  }
  if (kind !== 'GenesysProject' || path.length !== 4 || path[2] !== 'names') return [];
  if (path[3] === 'queues') return all(namesOf('queue', { context, facts }), '');
  return path[3] === 'divisions' ? all(namesOf('division', { context, facts }), '') : [];
}
