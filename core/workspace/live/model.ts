/** The files of one project, checked together and kept up to date. */
import type { CheckContext } from '../../check/indexes/indexes.ts';
import type { Problem } from '../../check/problem.ts';
import type { OrgNames } from '../../query/model.ts';
import type { LiveText, Touched } from '../../text/live/index.ts';

/**
 * All files of a project: its `genesys.yaml`, catalogs, queries and survey rules, open in an editor or read from disk.
 * At every moment `problems` gives what `check` gives for the whole text of a file with `contextFor` of it.
 */
export interface LiveProject {
  /** Adds a file, or puts another text in the place of the one with its name. */
  put(text: LiveText): void;
  /** The same for a file whose problems are asked for next: they are found while its items are read. */
  putChecked(text: LiveText): void;
  remove(name: string): void;
  /** Names of all files, sorted. */
  names(): readonly string[];
  text(name: string): LiveText | undefined;
  /** To be called after each `change` of a text that was put. */
  changed(name: string, touched: Touched): void;
  /** False while catalogs of the project are still to be read, or cannot be: then nothing is known to be missing. */
  setComplete(complete: boolean): void;
  /** What is known of the org; undefined while nobody is signed in. */
  setOrg(org: OrgNames | undefined): void;
  /** Milliseconds since the epoch. Moving it costs the entries whose problems depend on it. */
  setNow(now: number): void;
  problems(name: string): readonly Problem[];
  contextFor(name: string): CheckContext;
  /** Files whose problems may be others than when this was last asked. */
  takeStale(): readonly string[];
}
