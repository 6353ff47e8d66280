/** Figures that are known. What the facts call unknown has no constant here: it is read from the org or left open. */
import { limits } from './generated/api.ts';
import type { NamingPolicy } from './generated/files.ts';

/** Codes in one POST to a queue's wrap-up codes (`queue.wrapupcodes.add.batch`). */
export const CODES_PER_QUEUE_CALL: number = limits['queue.wrapupcodes.add.batch'];

/** The page size to ask for. The largest is unknown; 100 is what published tools send. */
export const PAGE_SIZE = 100;

/** `acwSettings.timeoutMs` of a queue: 1 second to 60 minutes, in milliseconds. */
export const AFTER_CALL_WORK_TIMEOUT: { readonly min: number; readonly max: number } = {
  min: limits['queue.acwSettings.timeoutMs'][0],
  max: limits['queue.acwSettings.timeoutMs'][1],
};

/** Days that one details query may cover (`analytics.details.query.interval.maxDays`). Inferred: good for a warning only. */
export const DETAILS_INTERVAL_DAYS: number = limits['analytics.details.query.interval.maxDays'];

/**
 * The same without any filter. Genesys's page on details queries (developer.genesys.cloud, Analytics data management)
 * says so "in general"; known clients ask for more. Good for a warning only.
 */
export const UNFILTERED_DETAILS_INTERVAL_DAYS = 7;

/** Views in one aggregates query, by Genesys's page on aggregate views. */
export const VIEWS_PER_QUERY = 10;

/** What a naming policy allows. Lengths count characters (code points), as people do. */
export interface NamingRules {
  readonly maxNameLength: number;
  /** Absent: the policy does not limit it. */
  readonly maxCodeLength?: number;
  /** A single allowed character. Absent: any printable one, see `isPrintable`. */
  readonly character?: RegExp;
  /** `character` in words, for messages. */
  readonly characters: string;
  readonly maxCodesPerQueue?: number;
}

/**
 * `portable` is this product's own promise, narrower than the platform. `platform` is what the platform takes as far
 * as it is known; its own limit on name length is not published, so a limit read from the org wins over 256.
 */
export const namingRules: Readonly<Record<NamingPolicy, NamingRules>> = {
  portable: {
    maxNameLength: 255,
    maxCodeLength: 128,
    character: /^[A-Za-z0-9 _-]$/,
    characters: 'letters A-Z and a-z, digits, spaces, _ and -',
    maxCodesPerQueue: 1000,
  },
  platform: {
    maxNameLength: 256,
    characters: 'printable characters',
  },
};
