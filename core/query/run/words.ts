/** Small pieces of the sentences about a run. */

/** `1 conversation`, `1,240 conversations`. */
export const counted = (count: number, thing: string): string => `${figure(count)} ${thing}${count === 1 ? '' : 's'}`;

/** `1,240`. */
export const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const was = (count: number): string => (count === 1 ? 'was' : 'were');

/** A note about rows that `output.exclude` dropped; none where it dropped none. */
export const excludedNote = (rows: number): readonly string[] =>
  rows === 0 ? [] : [`${counted(rows, 'row')} ${was(rows)} dropped by \`output.exclude\`.`];
