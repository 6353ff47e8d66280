/** What would be renamed under a cursor. */
import { isId } from '../../check/rules/id-instead-of-name.ts';
import { SANDBOX_ENVIRONMENT } from '../../contract/environments.ts';
import { isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { isText } from '../../text/walk.ts';
import { namesAt, spanOfName } from './at.ts';
import type { Occurrence, Refusal, RenameStart } from './model.ts';
import { placeIn } from './placeIn.ts';
import { refused } from './refused.ts';

/** The name under the cursor, or why nothing there can be renamed. */
export function prepareRename(file: LiveText, position: Position): RenameStart | Refusal {
  const { piece, found } = namesAt(file, position);
  const [name] = found;
  if (name === undefined) return refused(nothingAt(file, position));
  const why = fixedName(name);
  if (why !== undefined) return refused(why);
  return { range: piece.rangeOf(spanOfName(name)), placeholder: name.text.trim() };
}

function fixedName({ kind, text, role }: Occurrence): string | undefined {
  if (role === 'earlier')
    return 'This is an earlier name of the code, by which a push finds it in the org. Rename the code at its `name`.';
  if (kind === 'environment' && text === SANDBOX_ENVIRONMENT)
    return `Every project has the environment \`${SANDBOX_ENVIRONMENT}\`, and it keeps its name.`;
  return kind === 'name' ? systemName(text) : undefined;
}

function systemName(text: string): string | undefined {
  return isReservedName(text) || isDefaultCode(text)
    ? `The code \`${text}\` belongs to the system and keeps its name.`
    : undefined;
}

function nothingAt(file: LiveText, position: Position): string {
  const { place } = placeIn(file, position);
  const step = place?.steps.at(-1);
  if (place?.onKey === true && step !== undefined && 'pair' in step)
    return `\`${step.pair.key.source}\` is a key and keeps its name. Only codes, categories, tags, queues, divisions and environments can be renamed.`;
  const text = isText(place?.node) ? place.node.value : '';
  if (isId(text)) return 'This is an id, which the org gave. It cannot be changed.';
  return systemName(text) ?? 'There is no name here that can be changed in all files.';
}
