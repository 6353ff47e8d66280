/** Running queries. Checks take `rows/columns.ts` alone, since what is here reaches the wire. */
export type * from './model.ts';
export { namesKeeper, type NamesKeeper, YOUNG_MS } from './namesKeeper.ts';
export { neededKinds } from './neededKinds.ts';
export type { NamesGenesys, OrgNamesOptions } from './readOrgNames.ts';
export { readOrgNames } from './readOrgNames.ts';
export { allColumns, columnsOf } from './rows/columns.ts';
export { runQuery } from './runQuery.ts';
