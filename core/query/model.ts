/** What the query part of the core passes around: plain data, no wire and no clock. */
import type { FileKinds } from '../contract/generated/files.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The kinds of query file that this version knows. Each stands for one published endpoint. */
export type QueryKind = 'ConversationDetails' | 'ConversationAggregates';

/** One query of a file, as written: a document whose values fit its schema. */
export interface QueryFile {
  readonly kind: QueryKind;
  /** Its place among the documents of the file, from 0. */
  readonly document: number;
  readonly value: FileKinds[QueryKind];
}

/** What has a name for people and an id on the wire. */
export type NamedKind = 'queue' | 'user' | 'division' | 'wrapUpCode';

export interface OrgName {
  readonly id: string;
  readonly name: string;
  /** Deleted in the org; old conversations still point to it. */
  readonly deleted?: true;
}

export interface OrgQueue extends OrgName {
  /** `acwSettings.wrapupPrompt`, for example `MANDATORY` or `OPTIONAL`. */
  readonly wrapupPrompt?: string;
  /** `acwSettings.timeoutMs`, where the prompt has one. */
  readonly wrapupTimeoutMs?: number;
}

/**
 * The names of one org from one reading. A list that is absent could not be read (no permission, for example):
 * then nothing may be said about names of its kind. A name that is not in a list that is there does not exist.
 */
export interface OrgNames {
  readonly org: { readonly id: string; readonly name: string };
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  readonly queues?: readonly OrgQueue[];
  readonly users?: readonly OrgName[];
  readonly divisions?: readonly OrgName[];
  /** Deleted ones too. */
  readonly wrapUpCodes?: readonly OrgName[];
}

/** What the project's catalogs say about one code: enough to filter by it, to assign it by rules and to describe it. */
export interface CatalogCode {
  readonly name: string;
  readonly code?: string;
  readonly category?: string;
  readonly subcategory?: string;
  /** Effective tags: `cat:…`, `sub:…`, then the entry's own. */
  readonly tags: readonly string[];
  /** Earlier names, which an org may still have. */
  readonly formerly: readonly string[];
  /** Absent for a code that is in use. */
  readonly state?: 'retired' | 'deleted';
  /** Its own queues, else the catalog's default ones. Absent where it names none. */
  readonly queues?: readonly string[];
}
