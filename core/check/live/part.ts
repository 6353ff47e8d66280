/** A file of a project as the check sees it, and what the files share. */
import type { WrapUpCatalog, GenesysProject } from '../../contract/generated/files.ts';
import type { CatalogCode, OrgNames } from '../../query/model.ts';
import type { Touched } from '../../text/live/index.ts';
import type { CatalogFacts } from '../indexes/catalogFacts.ts';
import type { HeadEntry } from '../entry.ts';
import type { CheckContext, QueueUse } from '../indexes/indexes.ts';
import type { Problem } from '../problem.ts';
import type { HeadFacts } from '../indexes/usesOf.ts';
import type { AllCells } from './cells.ts';
import type { QueueLedger } from './queueLedger.ts';
import type { Reader, Tracker } from './reader.ts';
import type { RuleReads } from './ruleReads.ts';
import type { RulesFor } from './rulesFor.ts';

/** A catalog of a file that takes part in the project. */
export interface LiveCatalog {
  readonly head: HeadEntry;
  readonly facts: HeadFacts;
  /** Codes on a queue, in their order. */
  queueUses(key: string): Iterable<QueueUse>;
  /** The one behind `before` others. */
  queueUseAt(key: string, before: number): QueueUse | undefined;
  queueCount(key: string): number;
  /** Its data; undefined where it does not fit its schema. */
  value(): WrapUpCatalog | undefined;
  /** Kept up to date from the first time it is asked for. */
  counts(): CatalogFacts;
}

/** A file whose items are still to be looked at. */
export interface LayoutPart extends Part {
  /** False where the file has to be checked as a whole; then it is closed. To be called once, among the other parts. */
  begin(how: Beginning): boolean;
}

/** Whether all problems are asked for at once, so that they are best found while the items are read, or perhaps later. */
export type Beginning = 'check' | 'read';

export interface Part {
  readonly file: string;
  /** False where the file has to be opened again. To be called when its text was changed. */
  change(touched: Touched): boolean;
  /** Takes out what it told the others. */
  close(): void;
  problems(): readonly Problem[];
  /** The place of something moved that problems point to. */
  moved(): void;
  /** What is declared about a queue is something else: whoever is on it without having asked looks again. */
  queueChanged(key: string): void;
  readonly readers: Iterable<Reader>;
  /** All facts that one of them ever read. */
  readonly seen: number;
  /** In their order; none where the file takes no part in the project. */
  readonly catalogs: readonly LiveCatalog[];
  /** False where queues may be declared that could not be read. */
  readonly knowsQueues: boolean;
  /** True where its YAML is sound. */
  readonly isSound: boolean;
  /** Other files that its problems point into. */
  readonly pointsTo: ReadonlySet<string>;
}

/** What all parts know and tell. */
export interface Shared {
  readonly tracker: Tracker;
  readonly cells: AllCells;
  readonly ledger: QueueLedger;
  readonly codeReads: RuleReads;
  /** The rules that may find something in a code. */
  readonly rulesFor: RulesFor;
  readonly headReads: RuleReads;
  readonly now: number;
  readonly org: OrgNames | undefined;
  readonly project: GenesysProject | undefined;
  /** True where there is no `genesys.yaml`: then each file is alone. */
  readonly isAlone: boolean;
  /** Changes with every move of lines in any file. */
  readonly moves: number;
  /** The first moment whose passing somebody asked for. */
  until: number;
  readonly parts: readonly Part[];
  readonly catalogCodes: readonly CatalogCode[] | undefined;
  contextFor(file: string): CheckContext;
  /** The names of queues that files declare, those of `file` first. */
  queueNames(file: string): readonly string[];
  queuesAreKnown(file: string): boolean;
  /** True where all queues are known that the other files declare. */
  othersKnowQueues(file: string): boolean;
  /** Has all those look again that read one of these facts, in all files. */
  tell(bits: number): void;
  /** What a catalog says about its codes, or counts, is something else. */
  codesChanged(): void;
  /** Lines of a file moved. */
  linesMoved(file: string): void;
  /** The problems of a file may be others. */
  stale(file: string): void;
  /** Those whose findings point into a head. */
  pointersTo(head: HeadEntry): Set<Reader>;
}
