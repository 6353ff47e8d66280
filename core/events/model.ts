/** What others are told of a change after an apply, and how it waits until it is told. */

/** CloudEvents 1.0 in its JSON form. */
export interface ChangeEvent {
  readonly specversion: '1.0';
  /** The same for every attempt, so that a receiver can tell a repetition: apply and change. */
  readonly id: string;
  /** `genesys:org:<id>`. */
  readonly source: string;
  /** `wrapsmith.wrapupcode.created`, `…updated` or `…deleted`. */
  readonly type: string;
  /** The code's stable key, else its name: events of one subject are told in their order. */
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: unknown;
}

/** An event on its way to one address. */
export interface OutboxItem {
  /** Unique in the outbox, and sorts by the order in which items were put in. */
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
