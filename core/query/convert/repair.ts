/** Rewrites a query by the same fixes that an editor offers, so that there is one table of what tutorials invent. */
import { check, documentKind, type Fix, type Problem } from '../../check/index.ts';
import { schemaIssues } from '../../check/schemaIssues.ts';
import { isQueryKind } from '../../contract/schema.ts';
import { applyEdits } from '../../text/edit.ts';
import { readSource } from '../../text/parse.ts';
import type { SourceFile } from '../../text/tree.ts';

export interface Repaired {
  readonly text: string;
  /** What was changed or dropped, and what is left to do. */
  readonly notes: readonly string[];
}

/** More than a query has mistakes. */
const maxSteps = 200;
/** Rules that know what was meant. What others would change is no tutorial's way of writing. */
const repairable = new Set([
  'invented-field',
  'invented-filter',
  'secret-in-file',
  'unknown-value',
  'unknown-field',
  'wrong-type',
  'wrong-granularity',
  'yaml-trap',
  'missing-value',
  'empty-key',
  'predicate-subject',
  'unlikely-value',
  'name-instead-of-id',
]);

/** What the API's model allows stays as it is, whatever else may be said about it. */
export function repair(text: string, now: number): Repaired {
  const notes: string[] = [];
  let source = readSource(pasted, text);
  let problems = check(source, { now });
  const steps = fitsModel(source) ? 0 : maxSteps;
  for (let step = 0; step < steps; step++) {
    const next = nextFix(problems);
    if (next === undefined) break;
    source = readSource(pasted, applied(source, next.fix));
    notes.push(noteOf(next));
    problems = check(source, { now });
  }
  const left = problems.filter(isError);
  const open = left.map(({ message }) => `Still to do: ${message}`);
  return { text: source.text, notes: [...new Set([...notes, ...open])] };
}

const pasted = 'pasted.query.yaml';

/** True where every document is a query whose keys and types are those of the published model, and ours. */
function fitsModel({ name, documents }: SourceFile): boolean {
  return documents.every(({ root }) => {
    const kind = documentKind(name, root);
    return root !== undefined && isQueryKind(kind) && schemaIssues(kind, root).length === 0;
  });
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

interface Step {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** Fixes that are certain come first. Of the others only one that says what is there in another way. */
function nextFix(problems: readonly Problem[]): Step | undefined {
  const known = problems.filter(({ code }) => repairable.has(code));
  const steps = known.flatMap((problem): Step[] => {
    const fix = problem.fixes.find(({ preferred }) => preferred === true);
    return fix === undefined ? [] : [{ problem, fix }];
  });
  const others = known.flatMap((problem): Step[] => {
    const fix = problem.fixes.find(({ title }) => title.startsWith('Change'));
    return fix === undefined ? [] : [{ problem, fix }];
  });
  return steps[0] ?? others[0];
}

function applied(source: SourceFile, { edits }: Fix): string {
  const spans = edits.map(({ range, newText }) => ({
    span: { start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) },
    newText,
  }));
  return applyEdits(source.text, spans);
}

/** `Removed 'view': …`. */
function noteOf({ problem, fix }: Step): string {
  const done = fix.title
    .replace(/^Change /, 'Changed ')
    .replace(/^Remove /, 'Removed ')
    .replace(/^Make /, 'Made ')
    .replace(/^Add /, 'Added ')
    .replace(/^Put /, 'Put ');
  return `${done}. ${problem.message}`;
}
