/** Small pieces of the sentences about a run. */

/** `1 conversation`, `1,240 conversations`. */
export const counted = (count: number, thing: string): string => `${figure(count)} ${thing}${count === 1 ? '' : 's'}`;

/** `1,240`. */
export const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const was = (count: number): string => (count === 1 ? 'was' : 'were');

/** Notes about what `output.exclude` dropped and about values that could not be read; none where there are none. */
export const makerNotes = ({ excluded, unreadable }: MakerCounts): readonly string[] => [
  ...(excluded === 0 ? [] : [`${counted(excluded, 'row')} ${was(excluded)} dropped by \`output.exclude\`.`]),
  ...(unreadable === 0
    ? []
    : [
        `${counted(unreadable, 'value')} of the answer ${was(unreadable)} not of the published type: the cells are empty.`,
      ]),
];

interface MakerCounts {
  readonly excluded: number;
  readonly unreadable: number;
}
