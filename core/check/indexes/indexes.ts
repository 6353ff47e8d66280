/** What rules may know beyond their own entry: what the catalog, its file and the project say. */
import type { GenesysProject, NamingPolicy } from '../../contract/generated/files.ts';
import type { CatalogCode, OrgNames } from '../../query/model.ts';
import type { Span } from '../../text/position.ts';
import type { Node } from '../../text/tree.ts';
import type { CodeEntry, HeadEntry } from '../entry.ts';
import type { ProjectFacts } from './projectFacts.ts';
import type { Suggest } from '../suggest.ts';

/** A text that some entry uses. */
export interface Use {
  readonly text: string;
  /** In the entry's text. */
  readonly span: Span;
  readonly entry: CodeEntry | HeadEntry;
}

/** What a queue's declaration says. */
export interface DeclaredQueue extends Use {
  readonly entry: HeadEntry;
  /** The after-call work prompt it declares, where it is a known one. */
  readonly prompt: { readonly value: string; readonly mandatory: boolean; readonly span: Span } | undefined;
}

/** A code that is on a queue: by its own list, or by the default one, where `entry` is the head. */
export interface QueueUse extends Use {
  readonly code: CodeEntry;
  readonly head: HeadEntry;
}

/** Uses looked at for one text: thousands of equal names must not make the check slow. */
export const enough = 50;

/**
 * Uses by normalised text. Those in the file at hand come first, then those of other files, each in the order of file
 * names and places. No more than `enough` of them.
 */
export interface UseIndex<U extends Use = Use> {
  get(key: string): readonly U[];
}

/** What catalogs name and declare. */
export interface NamesInCatalogs {
  readonly names: UseIndex;
  readonly codes: UseIndex;
  readonly formerly: UseIndex;
  readonly queues: UseIndex<DeclaredQueue>;
  /** The declared queues as written, each once; those of the file at hand first. */
  readonly queueNames: readonly string[];
  /** False where a declaration of queues, or a whole catalog, could not be read: then nothing is known to be undeclared. */
  readonly queuesAreKnown: boolean;
}

/** What the other catalogs of a project say. */
export interface Elsewhere extends NamesInCatalogs {
  /** How many codes are on a queue. */
  queueCount(key: string): number;
  /** These codes, in the order of files and places. */
  queueUses(key: string): readonly QueueUse[];
}

/** What the host knows beyond the file. */
export interface CheckContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The project file, where it was read without errors. */
  readonly project?: GenesysProject | undefined;
  /** What the other catalogs of the project say. Absent for a file of no project. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Queues that catalogs of the project declare, as they are written: for completion. */
  readonly queueNames?: readonly string[] | undefined;
  /** The codes of all catalogs of the project. Absent where not all could be read: then no code is known to be missing. */
  readonly catalogs?: readonly CatalogCode[] | undefined;
  /** Counts over all catalogs of the project, for completion and hover. Absent: the file at hand is all there is. */
  readonly facts?: ProjectFacts | undefined;
  /** What the org knows, from one reading. Absent while nobody is signed in: then nothing is said about names. */
  readonly org?: OrgNames | undefined;
}

/** A queue that is named in a catalog and has more codes than its limit. */
export interface FullQueue {
  readonly key: string;
  readonly count: number;
  /** The first one beyond the limit. */
  readonly extra: QueueUse;
}

/** The categories of a catalog, and the subcategories of each as far as they could be read. */
export interface Matrix {
  has(category: string): boolean;
  get(category: string): ReadonlySet<string> | undefined;
  readonly names: readonly string[];
  /** The categories that list a subcategory. */
  ownersOf(subcategory: string): readonly string[];
}

/**
 * Of one catalog. A rule reads only what it needs, when it needs it: what was read decides when it runs again, and
 * `head` and `matrix` change with every key that is typed at the top of the file.
 */
export interface Indexes extends NamesInCatalogs {
  /** Queues that this catalog declares or uses and that have more than `limit` codes in the project, by key. */
  fullQueues(limit: number): readonly FullQueue[];
  readonly suggest: Suggest;
  /** Absent where the catalog has no matrix, or a broken one. */
  readonly categories: Matrix | undefined;
  /** The names that `defaults` puts codes on; absent where it says nothing. */
  readonly defaultQueues: readonly string[] | undefined;
  /** True where the catalog names a division for all its codes. */
  readonly hasDivision: boolean;
  readonly naming: NamingPolicy;
  /** True where a moment, in milliseconds since the epoch, is over. */
  isPast(moment: number): boolean;
  /** The codes of the catalog; undefined where there are more than `limit`. */
  codeEntries(limit: number): readonly CodeEntry[] | undefined;
  /** For fixes. */
  readonly head: HeadEntry;
  /** The catalog's `categories` as written, for fixes. */
  readonly matrix: Node | undefined;
  readonly context: CheckContext;
}
