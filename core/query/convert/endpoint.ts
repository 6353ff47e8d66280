/** Which endpoint of the API a text speaks of. */
import { publishedQueries } from '../../contract/generated/api.ts';
import { isQueryKind } from '../../contract/schema.ts';
import type { QueryKind } from '../model.ts';

export interface Endpoint {
  readonly path: string;
  /** Absent for an endpoint that this version has no file for, and for one that does not exist. */
  readonly kind?: QueryKind;
  readonly isPublished: boolean;
}

/** The first query of the analytics API in a text; `/jobs` stands for the same query without them. */
export function endpointIn(text: string): Endpoint | undefined {
  const path = /\/api\/v2\/(an[a-z]*\/[\w/-]+\/(?:query|jobs))\b|\banalytics\/[a-z]+\/[a-z]+\/(?:query|jobs)\b/i.exec(
    text,
  )?.[0];
  if (path === undefined) return undefined;
  const whole = `/api/v2/${path.replace(/^\/api\/v2\//, '')}`.replace(/\/jobs$/, '/query');
  const published = publishedQueries.find((known) => known.path === whole);
  const kind = published?.kind;
  return { path: whole, isPublished: published !== undefined, ...(isQueryKind(kind) ? { kind } : {}) };
}
