import type { Api, ApiAnswer, ApiRequest, CallOptions, Written } from '../request.ts';
import { written } from '../request.ts';
import type { Fields, Read } from '../shape.ts';
import { count, expectShape, isFields, readAll, text } from '../shape.ts';

/** The published `WrapUpCodeMapping`: one for the whole org. */
export interface OutboundDocument {
  /** The whole answer as it was received: a PUT replaces all of it. */
  readonly document: Fields;
  /** Counted by the org; a PUT with another one than it has is 409. */
  readonly version: number;
  /** The flags of codes that have no entry. */
  readonly defaultSet: readonly string[];
  /** Code id → flags. Entries of deleted codes stay. */
  readonly mapping: Readonly<Record<string, readonly string[]>>;
}

const OUTBOUND = '/api/v2/outbound/wrapupcodemappings';

/**
 * `GET /api/v2/outbound/wrapupcodemappings`: one document, no pages. The model leaves the version optional; an answer
 * without one is unreadable here, since nobody could write it back.
 */
export async function getOutbound(api: Api, options: CallOptions): Promise<OutboundDocument> {
  const request: ApiRequest = { method: 'GET', path: OUTBOUND, options };
  return readMappings(request, await api(request));
}

/**
 * `PUT /api/v2/outbound/wrapupcodemappings` replaces the document: `document` is what `getOutbound` gave with some fields
 * changed. Its `version` must be the org's; another one is 409 `invalid.update.wrong.version`, kind `conflict`.
 */
export async function replaceOutbound(
  api: Api,
  document: Fields,
  options: CallOptions,
): Promise<Written<OutboundDocument>> {
  const request: ApiRequest = { method: 'PUT', path: OUTBOUND, body: document, options };
  const answer = await api(request);
  return written(readMappings(request, answer), answer);
}

const readMappings = (request: ApiRequest, answer: ApiAnswer): OutboundDocument =>
  expectShape(request, answer, 'the outbound mappings of wrap-up codes', readDocument);

const readDocument: Read<OutboundDocument> = (value) => {
  if (!isFields(value)) return undefined;
  const version = count(value['version']);
  const defaultSet = readFlags(value['defaultSet'] ?? []);
  const mapping = readMapping(value['mapping'] ?? {});
  if (version === undefined || defaultSet === undefined || mapping === undefined) return undefined;
  return { document: value, version, defaultSet, mapping };
};

const readFlags = readAll(text);

const readMapping: Read<OutboundDocument['mapping']> = (value) => {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value).map(([codeId, flags]) => [codeId, readFlags(flags)] as const);
  const read = entries.filter((entry): entry is [string, readonly string[]] => entry[1] !== undefined);
  return read.length === entries.length ? Object.fromEntries(read) : undefined;
};
