/** Conversations made by hand, a sandbox that has them, and the two queries. */
import { expect } from 'vitest';
import type { Conversation, ConversationSource, Segment, Session } from '#sandbox/analytics/model.ts';
import { type Sandbox, type SandboxOptions } from '#sandbox/server.ts';
import { type Answered, type Api, openSandbox, signIn, testClock } from '../support.ts';

export const analyticsPath = '/api/v2/analytics/conversations';

export const wholeDay = '2026-11-19T00:00:00.000Z/2026-11-20T00:00:00.000Z';

/** What tests read of a details answer. */
export interface DetailsAnswer {
  readonly conversations?: readonly Conversation[];
  readonly aggregations?: readonly unknown[];
  readonly totalHits: number;
}

export interface Stats {
  readonly count?: number;
  readonly sum?: number;
  readonly min?: number;
  readonly max?: number;
  readonly [other: string]: number | undefined;
}

export interface AggregatesAnswer {
  readonly results?: readonly {
    readonly group: Readonly<Record<string, string>>;
    readonly data: readonly {
      readonly interval: string;
      readonly metrics: readonly { readonly metric: string; readonly stats: Stats }[];
      readonly views?: readonly { readonly name: string; readonly stats: Stats }[];
    }[];
  }[];
}

/** Any clock time of 19 November 2026 as ISO date. */
export const at = (time: string): string => `2026-11-19T${time}:00.000Z`;

export function segment(segmentType: string, start: string, end: string | undefined, more = {}): Segment {
  return { segmentType, segmentStart: at(start), ...(end === undefined ? {} : { segmentEnd: at(end) }), ...more };
}

export function metric(name: string, value: number, time: string): Session['metrics'][number] {
  return { name, value, emitDate: time.includes('T') ? time : at(time) };
}

export function session(sessionId: string, more: Partial<Session> = {}): Session {
  return { sessionId, mediaType: 'voice', direction: 'inbound', metrics: [], segments: [], ...more };
}

/** One agent with one session, unless `more` says otherwise. */
export function conversation(
  conversationId: string,
  start: string,
  agentSession: Partial<Session> = {},
  more: Partial<Conversation> = {},
): Conversation {
  return {
    conversationId,
    conversationStart: start.includes('T') ? start : at(start),
    originatingDirection: 'inbound',
    divisionIds: [],
    participants: [
      {
        participantId: `${conversationId}-agent`,
        purpose: 'agent',
        userId: 'user-1',
        sessions: [session(`${conversationId}-session`, agentSession)],
      },
    ],
    ...more,
  };
}

export function sourceOf(conversations: readonly Conversation[]): ConversationSource {
  const start = (one: Conversation): number => Date.parse(one.conversationStart);
  const inOrder = conversations.toSorted((left, right) => start(left) - start(right));
  return {
    startedBetween: (from, to) => inOrder.filter((one) => start(one) >= from && start(one) < to),
    span: () => ({ from: Math.min(...inOrder.map(start)), to: Math.max(...inOrder.map(start)) + 1 }),
  };
}

export interface Analytics {
  readonly sandbox: Sandbox;
  readonly api: Api;
  details(body: object): Promise<DetailsAnswer>;
  /** The ids of the found conversations, in order. */
  found(body: object): Promise<readonly string[]>;
  aggregates(body: object): Promise<AggregatesAnswer>;
  refusal(query: 'details' | 'aggregates', body: unknown): Promise<Answered>;
}

export async function openAnalytics(
  conversations: readonly Conversation[],
  options: SandboxOptions = {},
): Promise<Analytics> {
  const sandbox = await openSandbox({ clock: testClock(), conversations: sourceOf(conversations), ...options });
  return analyticsOf(sandbox);
}

export async function analyticsOf(sandbox: Sandbox, client = sandbox.clients.full): Promise<Analytics> {
  const api = await signIn(sandbox, client);
  const post = async (query: string, body: unknown): Promise<Answered> =>
    api.send('POST', `${analyticsPath}/${query}/query`, body);
  const answered = async (query: string, body: object): Promise<unknown> => {
    const { status, body: answer } = await post(query, body);
    expect([status, answer]).toEqual([200, answer]);
    return answer;
  };
  const analytics: Analytics = {
    sandbox,
    api,
    details: async (body) => (await answered('details', { interval: wholeDay, ...body })) as DetailsAnswer,
    found: async (body) => ((await analytics.details(body)).conversations ?? []).map((one) => one.conversationId),
    aggregates: async (body) => (await answered('aggregates', { interval: wholeDay, ...body })) as AggregatesAnswer,
    refusal: post,
  };
  return analytics;
}
