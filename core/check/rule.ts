/** What a rule is. One rule is one file in `rules/`, with its test data beside it. */
import type { SpanEdit } from '../text/edit.ts';
import type { Span } from '../text/position.ts';
import type { CodeEntry, Entry, HeadEntry, ProjectEntry, QueryEntry, SurveyEntry } from './entry.ts';
import type { Indexes } from './indexes/indexes.ts';
import type { Severity } from './problem.ts';
import type { QueryIndexes } from './query/queryIndexes.ts';
import type { SurveyIndexes } from './survey/surveyIndexes.ts';

/** An edit in offsets of an entry's text: the one that is looked at, or another one that is named. */
export interface PlannedEdit extends SpanEdit {
  readonly entry?: Entry;
}

/** A repair; `report.ts` turns it into a `Fix`, and leaves out one that would edit another file. */
export interface FixPlan {
  readonly title: string;
  readonly edits: readonly PlannedEdit[];
  readonly preferred?: boolean;
}

/** Another place that explains a finding: in the text of the entry that is looked at, or of another one that is named. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
  readonly entry?: Entry;
}

/** What a rule found, in offsets of the entry's text. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly fixes?: readonly FixPlan[];
  readonly related?: readonly RelatedPlace[];
}

/** What is around a code, and may be there the next moment. */
export type Around = 'rivals' | 'policy' | 'org' | 'undeclared';

/**
 * A rule looks at one entry and the indexes, never at the whole tree. It may look at several kinds of entry.
 * It reports only its own root cause: a value of the wrong type is no business of a rule about lengths.
 */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /**
   * What a code has in which `inCode` may find something; the rule is not asked about other codes. Left out: any code.
   * - some names: one of these fields, of which no ordinary code has one;
   * - `issues`: issues of the schema;
   * - `oddities`: anything that is not `isOrdinary`;
   * - `rivals`: a name or a `code` that another code has, too, as `normaliseName` compares them;
   * - `policy`, `org`: a project with a policy, an org that was asked;
   * - `undeclared`: anything that is not `isOrdinary`, or a queue, a category or a subcategory that nobody declares.
   */
  readonly codesWith?: 'issues' | 'oddities' | Around | readonly string[];
  readonly inCode?: (entry: CodeEntry, indexes: Indexes) => readonly Finding[];
  readonly inHead?: (entry: HeadEntry, indexes: Indexes) => readonly Finding[];
  readonly inProject?: (entry: ProjectEntry) => readonly Finding[];
  readonly inQuery?: (entry: QueryEntry, indexes: QueryIndexes) => readonly Finding[];
  readonly inSurvey?: (entry: SurveyEntry, indexes: SurveyIndexes) => readonly Finding[];
}

/** A fix where its edits are possible, for use in a list: `fixes: [...fixIf('Remove it', edits)]`. */
export function fixIf(title: string, edits: readonly PlannedEdit[] | undefined, preferred = false): readonly FixPlan[] {
  return edits === undefined ? [] : [{ title, edits, ...(preferred ? { preferred } : {}) }];
}

/** Edits in the text of another entry. */
export function editsIn(entry: Entry, edits: readonly SpanEdit[] | undefined): readonly PlannedEdit[] | undefined {
  return edits?.map((edit) => ({ ...edit, entry }));
}
