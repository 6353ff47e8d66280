/** Names that may be keys: queues to declare, names that an environment calls differently, fields of responses. */
import { isQueryKind, type FileKind } from '../../contract/schema.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf } from '../../text/walk.ts';
import { namesOf, inOrg } from './names.ts';
import type { Cursor } from './cursor.ts';
import { holdsFields } from '../surveyFields.ts';
import type { Site } from './site.ts';
import { reference, type Suggestion } from './suggestion.ts';
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
    return all(
      inOrg('queue', context).filter(({ text }) => facts.queue(text) === undefined),
      '{}',
    );
  }
  if (kind === 'SurveyRules') return all(holdsFields(path) ? fieldNames(root) : [], '');
  if (kind === 'SurveyRules') return asksFields(path) ? all(fieldsOf(root), '') : [];
  if (kind !== 'GenesysProject' || path.length !== 4 || path[2] !== 'names') return [];
  if (path[3] === 'queues') return all(namesOf('queue', { context, facts }), '');
  return path[3] === 'divisions' ? all(namesOf('division', { context, facts }), '') : [];
}

/** True for a map whose keys are names of something else, so that one to type over would be wrong. */
export function hasKnownKeys(kind: FileKind, path: Cursor['path']): boolean {
  return (kind === 'SurveyRules' && asksFields(path)) || (isQueryKind(kind) && path.join('.') === 'output.exclude');
}

/** Conditions of rules, nested ones too, and the responses of tests. */
function asksFields(path: Cursor['path']): boolean {
  if (path[0] === 'tests') return path.length === 3 && path[2] === 'given';
  if (path[0] !== 'rules' || path[2] !== 'when') return false;
  const inside = path.slice(3);
  return (
    inside.every((step, index) => (index % 2 === 0 ? step === 'any' || step === 'all' : typeof step === 'number')) &&
    inside.length % 2 === 0
  );
}

function fieldsOf(root: Node | undefined): readonly Suggestion[] {
  const fields = childOf(root, 'fields');
  const pairs = fields?.kind === 'map' ? fields.pairs : [];
  return pairs.map((pair) => {
    const type = childOf(pair.value, 'type');
    return reference(keyOf(pair), isText(type) ? type.value : undefined);
  });
}
