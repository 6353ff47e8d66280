import type { DivisionName } from './data/divisions.ts';

/** Ids by kind and name, so that adding one entity does not change the ids of the others. */
export type IdOf = (kind: string, name: string) => string;
export type DivisionIdOf = (name: DivisionName) => string;
