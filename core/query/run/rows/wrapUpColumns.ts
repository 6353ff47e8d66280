/** The wrap-up: what the answer says of it, and what is known of its code. */
import type { Cell } from '../model.ts';
import { between, joined, sumOf, textOf } from './cells.ts';
import { codeFacts } from './codeFacts.ts';
import type { DetailColumn } from './columnModel.ts';
import { ALL_LEVELS } from './columnModel.ts';
import { emptyReasonOf } from './emptyReason.ts';
import type { Place } from './places.ts';
import { segmentsIn } from './places.ts';
import { isWrapUp } from './wrapUpPlaces.ts';

export const wrapUpColumns: readonly DetailColumn[] = [
  {
    key: 'wrapUpCode',
    title: 'Wrap-up code id',
    type: 'text',
    description: 'The code as the answer has it: an id, or a string of the system.',
    levels: ALL_LEVELS,
    cell: (place) => joined(segmentsIn(place).map(({ wrapUpCode }) => wrapUpCode)),
  },
  ...codeFacts.map(
    ({ key, title, description, of }): DetailColumn => ({
      key,
      title,
      type: 'text',
      description,
      levels: ALL_LEVELS,
      cell: (place, look) => joined(codesIn(place).flatMap((code) => of(code, look))),
    }),
  ),
  {
    key: 'emptyReason',
    title: 'Why empty',
    type: 'text',
    description:
      'Why there is no code: `noAgentLeg`, `open`, `acwPending`, `acwSkipped`, `tooFresh`, `notRequired` or `unknown`.',
    levels: ['wrapUp'],
    cell: emptyReasonOf,
  },
  {
    key: 'wrapUpNote',
    title: 'Note',
    type: 'text',
    description: 'What the agent wrote.',
    levels: ALL_LEVELS,
    cell: (place) => joined(segmentsIn(place).map(({ wrapUpNote }) => wrapUpNote)),
  },
  {
    key: 'wrapUpTags',
    title: 'Wrap-up tags',
    type: 'text',
    description: 'The tags that the agent gave; not those of the catalog.',
    levels: ALL_LEVELS,
    cell: (place) => joined(segmentsIn(place).flatMap(({ wrapUpTags }) => wrapUpTags ?? [])),
  },
  {
    key: 'wrapUpDuration',
    title: 'After-call work',
    type: 'duration',
    description: 'The length of the wrap-up, or of all wrap-ups together; missing while one goes on.',
    levels: ALL_LEVELS,
    cell: wrapUpDuration,
  },
];

const codesIn = (place: Place): readonly string[] =>
  segmentsIn(place).flatMap(({ wrapUpCode }) => textOf(wrapUpCode) ?? []);

function wrapUpDuration(place: Place): Cell {
  const wrapUps = segmentsIn(place).filter(isWrapUp);
  const lengths = wrapUps.map(({ segmentStart, segmentEnd }) => between(segmentStart, segmentEnd));
  return lengths.includes(undefined) ? undefined : sumOf(lengths.flatMap((length) => length ?? []));
}
