/** Names that may be keys: queues to declare, names that an environment calls differently, fields of responses. */
import { normaliseName } from '../../contract/names.ts';
import { isQueryKind, type FileKind } from '../../contract/schema.ts';
import { namesOf, inOrg } from './names.ts';
import type { Cursor } from './cursor.ts';
import { holdsFields } from '../survey/surveyFields.ts';
import type { Site } from './site.ts';
import { normalOf, type Suggestion } from './suggestion.ts';
import { fieldNames } from './surveyValues.ts';

export interface FreeKey {
  readonly name: Suggestion;
  /** What follows the colon. */
  readonly value: string;
}

export function freeKeyNames({ kind, context, facts, root }: Site, path: Cursor['path']): readonly FreeKey[] {
  const all = (names: readonly Suggestion[], value: string): readonly FreeKey[] =>
    names.map((name) => ({ name, value }));
  if (kind === 'WrapUpCatalog' && path.join('.') === 'queues') {
    // A queue is declared once in a project.
    const declared = new Set(facts.queues().map(({ name }) => normaliseName(name)));
    const others = inOrg('queue', context).filter((queue) => !declared.has(normalOf(queue)));
    return all(others, '{}');
  }
  if (kind === 'SurveyRules') return all(holdsFields(path) ? fieldNames(root) : [], '');
  if (kind !== 'GenesysProject' || path.length !== 4 || path[2] !== 'names') return [];
  if (path[3] === 'queues') return all(namesOf('queue', { context, facts }), '');
  return path[3] === 'divisions' ? all(namesOf('division', { context, facts }), '') : [];
}

/** True for a map whose keys are names of something else, so that one to type over would be wrong. */
export function hasKnownKeys(kind: FileKind, path: Cursor['path']): boolean {
  return (kind === 'SurveyRules' && holdsFields(path)) || (isQueryKind(kind) && path.join('.') === 'output.exclude');
}
