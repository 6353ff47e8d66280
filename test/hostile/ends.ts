/** Milliseconds. Generous: it is there for what never ends, and says nothing about speed. */
export const ENDS = 300_000;
