import type { Api, ApiRequest, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { count, expectShape, type Fields, filledText, isFields, readAll } from '../shape.ts';

/** The published `AnalyticsSessionMetric`: milliseconds for `t…`, a count for `n…`. */
export interface SessionMetric {
  readonly name?: string;
  readonly value?: number;
  readonly emitDate?: string;
}

/** The published `AnalyticsConversationSegment`, as far as it is used; other fields are kept as they came. */
export interface AnalyticsSegment {
  readonly segmentType?: string;
  readonly segmentStart?: string;
  /** Absent while it goes on. */
  readonly segmentEnd?: string;
  readonly queueId?: string;
  /** A code's id, or a system string such as `ININ-WRAP-UP-TIMEOUT`. */
  readonly wrapUpCode?: string;
  readonly wrapUpNote?: string;
  readonly wrapUpTags?: readonly string[];
  readonly disconnectType?: string;
  readonly [field: string]: unknown;
}

/** The published `AnalyticsSession`. */
export interface AnalyticsSession {
  readonly sessionId?: string;
  readonly mediaType?: string;
  readonly direction?: string;
  readonly acwSkipped?: boolean;
  readonly metrics?: readonly SessionMetric[];
  readonly segments?: readonly AnalyticsSegment[];
  readonly [field: string]: unknown;
}

/** The published `AnalyticsParticipantWithoutAttributes`. */
export interface AnalyticsParticipant {
  readonly participantId?: string;
  readonly participantName?: string;
  /** `customer`, `agent`, `acd`, `ivr` and others. */
  readonly purpose?: string;
  readonly userId?: string;
  readonly sessions?: readonly AnalyticsSession[];
  readonly [field: string]: unknown;
}

/** The published `AnalyticsConversationWithoutAttributes`. No field but the id can be relied on. */
export interface AnalyticsConversation {
  readonly conversationId: string;
  readonly conversationStart?: string;
  /** Absent while it is open. */
  readonly conversationEnd?: string;
  readonly divisionIds?: readonly string[];
  readonly participants?: readonly AnalyticsParticipant[];
  readonly [field: string]: unknown;
}

export interface DetailsPage {
  /** Empty behind the last page: the answer then has no such field. */
  readonly conversations: readonly AnalyticsConversation[];
  /** Approximate, and moves while data arrives. */
  readonly totalHits?: number;
}

/** The published `ConversationAggregateDataContainer`. */
export interface AggregateGroup {
  /** Dimension → value. A dimension may be `null`, or may not be there at all. */
  readonly group: Readonly<Record<string, string | null>>;
  readonly data: readonly AggregateData[];
}

export interface AggregateData {
  /** ISO 8601, `start/end`. */
  readonly interval: string;
  readonly metrics: readonly AggregateMetric[];
  readonly views: readonly AggregateView[];
}

/** The published `StatisticalSummary`: `sum`, `count`, `min`, `max`, `ratio` and others, each a number. */
export type Stats = Readonly<Record<string, number>>;

export interface AggregateMetric {
  readonly metric: string;
  readonly qualifier?: string;
  readonly stats: Stats;
}

export interface AggregateView {
  readonly name: string;
  readonly stats: Stats;
}

const DETAILS = '/api/v2/analytics/conversations/details/query';
const AGGREGATES = '/api/v2/analytics/conversations/aggregates/query';

/** `POST /api/v2/analytics/conversations/details/query`: one page. `body.paging` says which. */
export async function queryConversationDetails(api: Api, body: object, options: CallOptions): Promise<DetailsPage> {
  const request: ApiRequest = { method: 'POST', path: DETAILS, body, options };
  return expectShape(request, await api(request), 'a page of conversations', readPage);
}

/** `POST /api/v2/analytics/conversations/aggregates/query`: all groups at once, it has no pages. */
export async function queryConversationAggregates(
  api: Api,
  body: object,
  options: CallOptions,
): Promise<readonly AggregateGroup[]> {
  const request: ApiRequest = { method: 'POST', path: AGGREGATES, body, options };
  return expectShape(request, await api(request), 'a list of aggregates', readGroups);
}

const readPage: Read<DetailsPage> = (value) => {
  if (!isFields(value)) return undefined;
  const conversations = readAll(readConversation)(value['conversations'] ?? []);
  const totalHits = count(value['totalHits']);
  return conversations && { conversations, ...(totalHits !== undefined && { totalHits }) };
};

const fieldsOf: Read<Fields> = (value) => (isFields(value) ? value : undefined);

/** Maps with these lists in them, each of whose items can be read. A list may be absent; one that is null is, too. */
function readWith(lists: Readonly<Record<string, Read<unknown>>>): Read<Fields> {
  return (value) => {
    if (!isFields(value)) return undefined;
    const read: Record<string, unknown> = { ...value };
    for (const [key, readItem] of Object.entries(lists)) {
      if (value[key] === undefined || value[key] === null) {
        delete read[key];
        continue;
      }
      const items = readAll(readItem)(value[key]);
      if (items === undefined) return undefined;
      read[key] = items;
    }
    return read;
  };
}

/** Lists of maps all the way down; what is in the maps is read where it is used, and may be absent there. */
const readSession = readWith({ segments: fieldsOf, metrics: fieldsOf });
const readParticipant = readWith({ sessions: readSession });
const readParts = readWith({ participants: readParticipant });

const readConversation: Read<AnalyticsConversation> = (value) => {
  const conversation = readParts(value);
  const conversationId = filledText(conversation?.['conversationId']);
  return conversationId === undefined ? undefined : { ...conversation, conversationId };
};

const readGroups: Read<readonly AggregateGroup[]> = (value) =>
  isFields(value) ? readAll(readGroup)(value['results'] ?? []) : undefined;

const readGroup: Read<AggregateGroup> = (value) => {
  if (!isFields(value)) return undefined;
  const data = readAll(readData)(value['data'] ?? []);
  const group = isFields(value['group']) ? textsOf(value['group']) : {};
  return data && { group, data };
};

const readData: Read<AggregateData> = (value) => {
  if (!isFields(value)) return undefined;
  const interval = filledText(value['interval']);
  const metrics = readAll(readMetric)(value['metrics'] ?? []);
  const views = readAll(readView)(value['views'] ?? []);
  return interval === undefined || metrics === undefined || views === undefined
    ? undefined
    : { interval, metrics, views };
};

const readMetric: Read<AggregateMetric> = (value) => {
  if (!isFields(value)) return undefined;
  const metric = filledText(value['metric']);
  const qualifier = filledText(value['qualifier']);
  if (metric === undefined) return undefined;
  return { metric, ...(qualifier !== undefined && { qualifier }), stats: numbersOf(value['stats']) };
};

const readView: Read<AggregateView> = (value) => {
  const name = isFields(value) ? filledText(value['name']) : undefined;
  return name === undefined || !isFields(value) ? undefined : { name, stats: numbersOf(value['stats']) };
};

const textsOf = (fields: Fields): AggregateGroup['group'] =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      value === null || typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

const numbersOf = (fields: unknown): Stats =>
  isFields(fields)
    ? Object.fromEntries(
        Object.entries(fields).filter((entry): entry is [string, number] => count(entry[1]) !== undefined),
      )
    : {};
