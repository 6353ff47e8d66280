/** The other places of a file that have the name under the cursor. */
import type { LiveText } from '../../text/live/index.ts';
import type { Position } from '../../text/position.ts';
import { referencesAt } from './definition.ts';
import type { Highlight } from './model.ts';

/** Asked for at each move of the cursor. */
export function highlightsAt(file: LiveText, position: Position): readonly Highlight[] {
  return referencesAt(file, position, [file]).map(({ range, role }) => ({
    range,
    kind: role === 'declaration' ? 'write' : 'read',
  }));
}
