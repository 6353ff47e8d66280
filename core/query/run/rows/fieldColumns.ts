/** Every field of the answer under its own name. A row has the fields of its own level and of those it is in. */
import { CONVERSATION_FIELDS, PARTICIPANT_FIELDS, SEGMENT_FIELDS, SESSION_FIELDS } from './apiFields.ts';
import type { ApiFields } from './apiFields.ts';
import { cellOf } from './cells.ts';
import type { DetailColumn } from './columnModel.ts';
import { ALL_LEVELS, BELOW_CONVERSATION, BELOW_PARTICIPANT, BELOW_SESSION, titleOf } from './columnModel.ts';
import type { DetailLevel } from './levels.ts';
import type { Place } from './places.ts';

type Part = 'conversation' | 'participant' | 'session' | 'segment';

export const fieldColumns: readonly DetailColumn[] = [
  ...columns('conversation', CONVERSATION_FIELDS, ALL_LEVELS),
  ...columns('participant', PARTICIPANT_FIELDS, BELOW_CONVERSATION),
  ...columns('session', SESSION_FIELDS, BELOW_PARTICIPANT),
  ...columns('segment', SEGMENT_FIELDS, BELOW_SESSION),
];

function columns(part: Part, fields: ApiFields, levels: readonly DetailLevel[]): readonly DetailColumn[] {
  return fields.flatMap(([type, keys]) =>
    keys.map(
      (key): DetailColumn => ({
        key,
        title: titleOf(key),
        type,
        description: `The field \`${key}\` of the ${part}, as the answer has it.`,
        levels,
        cell: (place: Place) => cellOf(place[part]?.[key]),
      }),
    ),
  );
}
