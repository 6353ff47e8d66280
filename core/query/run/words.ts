/** Small pieces of the sentences about a run. */

/** `1 conversation`, `1,240 conversations`. */
export const counted = (count: number, thing: string): string => `${figure(count)} ${thing}${count === 1 ? '' : 's'}`;

/** `1,240`. */
export const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
