/** What others are told of a change after an apply, and how it waits until it is told. */

import type { Change, NamedRef } from '../deploy/model.ts';

/** CloudEvents 1.0 in its JSON form. */
export interface ChangeEvent {
  readonly specversion: '1.0';
  /** The same for every attempt, so that a receiver can tell a repetition: made of org, apply and change. */
  readonly id: string;
  /** `genesys:org:<id>`. */
  readonly source: string;
  /** `wrapsmith.wrapupcode.created`, `…updated` or `…deleted`; `wrapsmith.queue.updated` for a queue's after-call work. */
  readonly type: string;
  /** The code's stable key, else its name; a queue's name. Events of one subject are told in their order. */
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: ChangeData;
}

/** What was done, as the audit trail has it. Nothing of it says who did it. */
export interface ChangeData {
  readonly organization: NamedRef;
  readonly environment: string;
  readonly apply: string;
  readonly change: string;
  readonly action: Change['kind'];
  readonly name: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The plan's. */
  readonly fingerprint: string;
}

/** An event on its way to one address. */
export interface OutboxItem {
  /** Unique in the outbox, the same for the same event and address, and sorts by the order in which an org's changes were made. */
  readonly key: string;
  readonly url: string;
  readonly event: ChangeEvent;
  readonly attempts: number;
  /** Milliseconds since the epoch; not before. */
  readonly nextAt: number;
  /** Why the last attempt failed, in a sentence. */
  readonly lastError?: string;
  /** True where nobody tries any more until somebody asks for it. */
  readonly dead: boolean;
}

/** Durable. `put` resolves when the item would survive a crash. */
export interface Outbox {
  put(item: OutboxItem): Promise<void>;
  /** In the order of their keys. */
  list(): Promise<readonly OutboxItem[]>;
  remove(key: string): Promise<void>;
}

/** One event on its way, as it is to be sent: by POST, without following a redirect. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal?: AbortSignal;
}

/** Nothing of an answer is kept but this. `message` is a sentence for the user. */
export type PostAnswer =
  | { readonly answered: true; readonly status: number; readonly retryAfter?: string }
  | { readonly answered: false; readonly message: string };

/** The wire to the configured addresses, which has nothing in common with the one to the org. Never throws. */
export type PostEvent = (request: PostRequest) => Promise<PostAnswer>;
