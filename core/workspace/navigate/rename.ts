/** Another name for something, in all files that name it. */
import { documentKind, fileKindOf } from '../../check/fileKind.ts';
import type { GenesysProject, NamingPolicy } from '../../contract/generated/files.ts';
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { childOf, isText } from '../../text/walk.ts';
import { readProject } from '../read.ts';
import { namesAt } from './at.ts';
import { foundIn, type Found } from './definition.ts';
import type { Refusal, RenamePlan } from './model.ts';
import { refused } from './refused.ts';
import { faultOf } from './newName.ts';
import { obstacleTo } from './obstacle.ts';
import { prepareRename } from './prepareRename.ts';
import { renameEdits } from './renameEdits.ts';
import { placesOf, targetAmong } from './renameTarget.ts';
import { targetOf } from './sameName.ts';

/**
 * Edits that give what stands under the cursor another name in all of these files, which are those of its project. The
 * old name of a code goes to its `formerly`, so that a push finds the code in the org.
 */
export function rename(
  file: LiveText,
  position: Position,
  newName: string,
  files: readonly LiveText[],
): RenamePlan | Refusal {
  const start = prepareRename(file, position);
  if ('refusal' in start) return start;
  const { found } = namesAt(file, position);
  const all = foundIn(files, [...found.map(targetOf), { kind: 'name', text: newName }]);
  const target = targetAmong(found, all);
  if (target === undefined) return { edits: new Map() };
  if ('refusal' in target) return target;
  const places = placesOf(target, all);
  if (target.text === newName) return { edits: new Map() };
  const project = projectAmong(files);
  const refusal =
    obstacleTo(target, newName, all) ?? faultOf(target.kind, newName, namingsOf(files, places, project), project);
  return refusal === undefined ? renameEdits(places, newName) : refused(refusal);
}

function projectAmong(files: readonly LiveText[]): GenesysProject | undefined {
  const file = files.find(({ name }) => fileKindOf(name) === 'GenesysProject');
  return file === undefined ? undefined : readProject(file.source());
}

/** The policies of the catalogs in which the name is given. */
function namingsOf(
  files: readonly LiveText[],
  places: readonly Found[],
  project: GenesysProject | undefined,
): readonly NamingPolicy[] {
  const given = new Set(places.filter(({ name }) => name.role === 'declaration').map(({ piece }) => piece.file));
  const namings = files.filter(({ name }) => given.has(name)).flatMap((file) => namingsIn(file));
  const fallback = project?.naming ?? 'portable';
  return namings.length === 0 ? [fallback] : [...new Set(namings.map((naming) => naming ?? fallback))];
}

function namingsIn(file: LiveText): readonly (NamingPolicy | undefined)[] {
  const source = file.layout?.head.source ?? file.source();
  return source.documents.flatMap(({ root }) => {
    if (documentKind(source.name, root) !== 'WrapUpCatalog') return [];
    const naming = childOf(root, 'naming');
    return [isText(naming) && (naming.value === 'portable' || naming.value === 'platform') ? naming.value : undefined];
  });
}
